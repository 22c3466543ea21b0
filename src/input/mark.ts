import { findFirst, trim } from "../builtins.js";
import { parseChatAddress } from "../kakao.js";
import { callNative, findParent, isElement, readAttribute } from "../natives.js";
import { tidyChannelId } from "../options/channel-id.js";
import { MARK } from "../options/fields.js";
import { findLimits, hasLinks, readPageSettings } from "./settings.js";

/** What is being written by the visitor, as far as its own attribute tells. */
export const EDITABLE = `[contenteditable=""],[contenteditable="true" i],[contenteditable="plaintext-only" i]`;

/**
 * The selector of all that may be a button. On a large page a second selector makes each search several times slower,
 * and a tag name even more. So links are looked for only if the page asks for them.
 */
export function findButtonSelector(): string {
  const marked = `[${MARK}]`;
  return hasLinks(readPageSettings()) ? `${marked},[href*="/chat/"]` : marked;
}

/**
 * Whether an element is a button of ours: marked, or, with `links` on, a link to Kakao. `"false"` is what React
 * and Vue write for a false value. The script's own tag may carry the mark, too.
 */
export function isButton(element: Element): boolean {
  const mark = readAttribute(element, MARK);
  return mark === null
    ? isChatLink(element)
    : trim(mark).toLowerCase() !== "false" && !callNative(element, "matches", "script");
}

/** The innermost button of an event's path. */
export function findButton(path: readonly EventTarget[]): Element | undefined {
  return findFirst(path, (node): node is Element => isElement(node) && isButton(node));
}

/** The button that a call names: an element, one within a button, or the first of a list such as jQuery's. */
export function findNamedButton(source: unknown): Element | null {
  const named = isElement(source) ? source : readFirst(source);
  for (let element = named; element; element = findParent(element)) {
    if (isButton(element)) return element;
  }
  return named;
}

function readFirst(list: unknown): Element | null {
  try {
    const first: unknown = Reflect.get(Object(list), 0);
    return isElement(first) ? first : null;
  } catch {
    // A proxy of the page's.
    return null;
  }
}

/** Whether an element is a link, with an address or without: HTML's, an image map's or a drawing's. */
export function isLink(element: Element): boolean {
  return callNative(element, "matches", "a,area");
}

/** A link's address; in old drawings, `xlink:href`. */
export function readHref(element: Element): string | null {
  return readAttribute(element, "href") ?? readAttribute(element, "xlink:href");
}

/** If the page lists its channels, a link to another one is left to the browser. */
function isChatLink(element: Element): boolean {
  const address = parseChatAddress(readHref(element));
  if (!address || !isLink(element)) return false;
  const settings = readPageSettings();
  if (!hasLinks(settings)) return false;
  const { channels } = findLimits(settings);
  return !channels || channels.includes(tidyChannelId(address.uuid ?? ""));
}
