import { POPUP_HEIGHT, POPUP_WIDTH } from "../kakao.js";
import { type Problem, type Report, reporterFor } from "../problems.js";
import type { ChatOptions, Field } from "../types.js";
import { parseChannelId } from "./channel-id.js";
import { parseEvent, parseExtra } from "./texts.js";
import { choice, parsePrivacy, parseVia, pixels } from "./values.js";

/** What makes an element a button. Its value is the uuid. */
export const MARK = "data-kakao-chat";
/** What the attributes of a button's other options begin with. */
export const MARK_PREFIX = `${MARK}-`;

type Parsers = { readonly [F in Field]: (text: string, report: Report) => ChatOptions[F] };

/**
 * The one table of what a chat can be told, and by which rule each text is read. No rule depends on another
 * field: those that do are in cross-checks.ts. The option `appOpenType` is the attribute
 * `data-kakao-chat-app-open-type` of a button, and `data-app-open-type` of the script's tag; the mark itself,
 * `data-kakao-chat`, is the uuid.
 */
export const FIELDS: Parsers = {
  uuid: parseChannelId,
  extra: parseExtra,
  bot: choice("", "true", "false", "auto"),
  event: parseEvent,
  appOpenType: choice("", "direct", "modal"),
  method: choice("auto", "get", "post"),
  target: choice("auto", "popup", "tab", "self"),
  width: pixels(POPUP_WIDTH),
  height: pixels(POPUP_HEIGHT),
  reuse: choice("false", "true"),
  endpoint: choice("write", "open"),
  via: parseVia,
  privacy: parsePrivacy,
};

/** The names of all options, in the order of the table above. */
export const FIELD_NAMES = Reflect.ownKeys(FIELDS) as Field[];

/**
 * Reports an attribute of a marked element that lacks the prefix, `data-extra` for `data-kakao-chat-extra`. Other names
 * are often other scripts': `data-event`, `data-target`.
 *
 * @param said whether the element says it with the prefix
 */
export function reportUnprefixed(
  attribute: string,
  said: (field: string) => boolean,
  problems: Problem[],
): void {
  const [, field] = /^data-(extra|bot)$/.exec(attribute) ?? [];
  if (field && !said(field)) reporterFor(problems, attribute)("KC314", toMark(field), attribute);
}

/** An option's name as attributes have it: `app-open-type`. */
export function toAttributeName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The attribute by which a button says an option. */
export function toMark(field: string): string {
  return field === "uuid" ? MARK : MARK_PREFIX + toAttributeName(field);
}

/**
 * The known name that shares most letters with the given one. The order of the letters is ignored.
 *
 * @param name in capitals or not, with hyphens or without
 */
export function findNearest(name: string, known: readonly string[]): string {
  const given = name.toLowerCase();
  const distance = (each: string) => {
    const other = each.toLowerCase();
    return countForeignLetters(given, other) + countForeignLetters(other, given);
  };
  let [nearest = ""] = known;
  for (const each of known) if (distance(each) < distance(nearest)) nearest = each;
  return nearest;
}

/** How many letters of the one text the other lacks. */
function countForeignLetters(text: string, other: string): number {
  let count = 0;
  for (const letter of text) if (!other.includes(letter)) count++;
  return count;
}
