import { findFirst, trim } from "../builtins.js";
import { callNative, findAll, isElement, readAttribute, readNative } from "../natives.js";
import { FIELD_NAMES, toAttributeName } from "../options/fields.js";

/** What only the page may say: an element that says it has an unknown name. */
export const PAGE_NAMES = ["links", "channels", "partners", "launcher"] as const;

/** What the script's tag may say, and in which attribute. */
export const TAG_ATTRIBUTES = [...FIELD_NAMES, ...PAGE_NAMES].map(
  (name) => [name, `data-${toAttributeName(name)}`] as const,
);

// A tag is found only while its script runs, so `stop()` leaves all of these for the next `start()`.

/** The script's own tag. A bundler's copy has none. */
let scriptTag: Element | null = null;
/** The name of the tag's file; `""`: another tag of it is never looked for. */
let scriptFile = "";
/** The page's address when the tag was set. */
let address = "";
/** The tags of all pages that the document has been, by their addresses. */
let tags: Record<string, Element> = Object.create(null);

/**
 * Finds the tag of the file that is running, by its file name: the running script if it is that, else the first such
 * `<script>` of the page. A module, a loader and Rocket Loader leave `currentScript` null or answer for it.
 * Elements that merely happen to be named `currentScript` are never taken.
 *
 * @param fileName `kakao-chat.js`
 */
export function findScriptTag(fileName: string): Element | null {
  const running = readNative(document, "currentScript");
  if (isTagOf(running, fileName)) return running;
  for (const script of findAll("script[src]")) if (isTagOf(script, fileName)) return script;
  return null;
}

function isTagOf(element: unknown, fileName: string): element is Element {
  if (!isElement(element) || !callNative(element, "matches", "script[src]")) return false;
  const [path = ""] = trim(readAttribute(element, "src") ?? "").split(/[?#;]/);
  return path === fileName || path.endsWith(`/${fileName}`);
}

/**
 * Sets the tag whose attributes are the page's settings.
 *
 * @param tag null for a bundler's copy, which has none
 * @param fileName by which the tag is found that a page has put in its place; `""`: none is looked for
 */
export function setScriptTag(tag: Element | null, fileName = ""): void {
  scriptFile = fileName;
  tags = Object.create(null);
  putScriptTag(tag);
}

function putScriptTag(tag: Element | null): void {
  scriptTag = tag;
  address = readAddress();
  if (tag) tags[address] = tag;
}

/**
 * The tag by which the same file runs again. On one page the first stays; a page that Turbo or pjax has put in its place
 * has settings of its own. A tag without any is a tag manager's or pjax's copy, and no page's own.
 */
export function offerScriptTag(tag: unknown): void {
  if (!scriptFile || !isTagOf(tag, scriptFile) || !hasSettings(tag)) return;
  if (readAddress() === address) return;
  putScriptTag(tag);
}

/** The script's tag: if it has been taken off the page, the one that stands in for it. */
export function getScriptTag(): Element | null {
  returnToTag();
  if (scriptFile && scriptTag && !readNative(scriptTag, "isConnected"))
    scriptTag = findStandIn() ?? scriptTag;
  return scriptTag;
}

/** Turbo keeps the tags of `<head>`, and runs each once: back on a page, its own is there and does not run. */
function returnToTag(): void {
  const tag = tags[readAddress()];
  if (tag && readNative(tag, "isConnected")) putScriptTag(tag);
}

function findStandIn(): Element | undefined {
  return findFirst(findAll("script[src]"), (tag) => isTagOf(tag, scriptFile) && hasSettings(tag));
}

function hasSettings(tag: Element): boolean {
  return callNative(tag, "getAttributeNames").some(
    (name) =>
      name.startsWith("data-launcher-") ||
      TAG_ATTRIBUTES.some(([, attribute]) => attribute === name),
  );
}

function readAddress(): string {
  return location.pathname + location.search;
}
