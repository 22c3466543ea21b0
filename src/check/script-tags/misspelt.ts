import { distance } from "fastest-levenshtein";
import { type OldElement, walk } from "../../convert/read/markup/element.js";
import { PAGE_NAMES } from "../../input/own-tag.js";
import { parseChatAddress } from "../../kakao.js";
import { FIELD_NAMES, MARK, MARK_PREFIX, toAttributeName } from "../../options/fields.js";
import { type Problem, reporterFor } from "../../problems.js";
import type { ScriptTag, TagFinding } from "./script-tags.js";

/** What a button may say, after the mark. */
const ATTRIBUTES = FIELD_NAMES.map(toAttributeName);
/** What a tag of the product's own may say, by all of its files. The launcher's own has a code of its own. */
const SETTINGS = [...[...FIELD_NAMES, ...PAGE_NAMES].map(toAttributeName), "key", "key-url"];

/** Whether an attribute of a tag of the product's own is a setting. */
export function isSetting(attribute: string): boolean {
  return attribute.startsWith("data-") && SETTINGS.includes(attribute.slice("data-".length));
}

/** Other tools have attributes of their own on every script tag; these are so close to one of ours. */
const CLOSE = 2;

/** Attributes of the script's tag that are nearly settings: a tag says nothing of what it does not know. */
export function listMisspelt({ element, file }: ScriptTag): TagFinding[] {
  return [...element.attributes].flatMap(([attribute, value]): TagFinding[] => {
    // What only the launcher's file reads.
    if (file === "kakao-chat.js" && attribute.startsWith("data-launcher-"))
      return [{ code: "KC985", values: { cause: "launcher", file, attribute }, element }];
    const isNamed = element.attributes.has("data-uuid");
    const name = isOneId(attribute, value) && !isNamed ? "uuid" : findMeant(attribute, value);
    if (name === null || element.attributes.has(`data-${name}`)) return [];
    return [{ code: "KC985", values: { file, attribute, name: `data-${name}` }, element }];
  });
}

/** `data-channel="@shop"` */
function isOneId(attribute: string, value: string): boolean {
  return attribute === "data-channel" && /^\s*@\S+\s*$/.test(value);
}

/** The setting that an attribute means; `null` if it is one, or another tool's. */
function findMeant(attribute: string, value: string): string | null {
  if (attribute === MARK) return value.trim() ? "uuid" : null;
  // No attribute of HTML's own is called so.
  if (SETTINGS.includes(attribute)) return attribute;
  const [, said] = /^data[-_](?:kakao-(?:chat-)?)?(.+)$/.exec(attribute) ?? [];
  if (said === undefined || said.startsWith("launcher-")) return null;
  if (SETTINGS.includes(said)) return attribute === `data-${said}` ? null : said;
  // Other tools have a `data-id`, but none that begins so.
  if (said === "id" && /^\s*@/.test(value)) return "uuid";
  return SETTINGS.find((name) => isClose(said, name) || isTransposed(said, name)) ?? null;
}

/** Two letters side by side have changed places: `extar`. */
function isTransposed(said: string, name: string): boolean {
  if (said.length !== name.length) return false;
  const at = [...name].findIndex((letter, index) => said[index] !== letter);
  const [one = "", other = ""] = name.slice(at, at + 2);
  return at >= 0 && said === name.slice(0, at) + other + one + name.slice(at + 2);
}

function isClose(said: string, name: string): boolean {
  const bare = (text: string) => text.replace(/[-_]/g, "");
  const most = Math.min(CLOSE, Math.floor(bare(name).length / 3));
  return distance(bare(said), bare(name)) <= most;
}

/** Whether an attribute is the mark but for its spelling: `data-kakaochat`, `kakao-chat`. */
function isNearlyMark(attribute: string): boolean {
  return /^[a-z_-]+$/.test(attribute) && isClose(attribute.replace(/^data/, ""), "kakao-chat");
}

/** Reports the attributes of a marked element that nearly have the prefix: `data-kakaochat-extra`, `kakao-chat-extra`. */
export function reportMisprefixed({ attributes }: OldElement, problems: Problem[]): void {
  for (const attribute of attributes.keys()) {
    const [, said = ""] = /^(?:data-)?kakao-?(?:chat|talk)?-(.+)$/.exec(attribute) ?? [];
    if (attribute.startsWith(MARK_PREFIX) || !ATTRIBUTES.includes(said)) continue;
    reporterFor(problems, attribute)("KC314", MARK_PREFIX + said, attribute);
  }
}

/** A button that is told its channel by the name of the tag's setting, or of half the mark. */
function isShortName({ name, attributes }: OldElement, attribute: string): boolean {
  const isButton = /^(?:a|button)$/.test(name) || attributes.get("role") === "button";
  const isChannel = /^\s*@[\w가-힣]+\s*$/.test(attributes.get(attribute) ?? "");
  return isButton && isChannel && /^data-(?:uuid|kakao)$/.test(attribute);
}

/** Elements that are told something of a chat, or nearly have the mark, and are no buttons. */
export function listUnmarked(root: OldElement): { element: OldElement; attribute: string }[] {
  return [...walk(root)].flatMap((element) => {
    const names = [...element.attributes.keys()];
    // What else a custom element is told is its own.
    const isCustom = element.name.includes("-");
    const attribute = names.find((name) =>
      name.startsWith(MARK_PREFIX)
        ? name !== "data-kakao-chat-status"
        : !isCustom && (isNearlyMark(name) || isShortName(element, name)),
    );
    // A framework sets the mark: `:data-kakao-chat`, `th:attr`.
    const isMarked = names.some((name) => name.endsWith(MARK) || name === "th:attr");
    const isLink = parseChatAddress(element.attributes.get("href") ?? null) !== null;
    if (!attribute || isMarked || isLink || element.name === "script") return [];
    return [{ element, attribute }];
  });
}
