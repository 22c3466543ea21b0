import { CHANNEL_OR_CHAT, ID_LIMIT } from "../kakao.js";
import type { Code, Report } from "../problems.js";
import { LEFTOVER } from "./texts.js";

/** What shows that a tidied text is no search id. The first that matches decides. */
const WRONG: readonly [Code, RegExp][] = [
  ["KC101", /^@$/],
  ["KC102", LEFTOVER],
  ["KC103", /pf\.kakao\.com/],
  ["KC104", /bizmessage\./],
  // A public id: `_xxxx`, with or without an `@`.
  ["KC106", /^@_/],
  // White space, or a character of addresses and markup.
  ["KC107", /[\s/:?#&<>"'\\]/],
];

/** What most ids do not have and live ones do (`@KCar`), so the id is sent as it is. */
const ODD: readonly [Code, RegExp][] = [
  ["KC112", /[A-Z]/],
  // Anything but Latin letters, digits, `_ . -`, Hangul letters and syllables, after the `@`.
  ["KC113", /.[^\w.\-\u3131-\u318e\uac00-\ud7a3]/],
];

const EXPECTED = "the channel's search id";

/**
 * The channel's search id (검색용 아이디) as it will be sent, with its `@`; `""` if there is none. No server
 * is asked: whether the channel exists shows in the chat only.
 */
export function parseChannelId(text: string, report: Report): string {
  const uuid = tidyChannelId(text);
  for (const [code, sign] of WRONG) {
    if (sign.test(uuid)) {
      report(code, EXPECTED);
      return "";
    }
  }
  for (const [code, sign] of ODD) {
    if (sign.test(uuid)) report(code, EXPECTED);
  }
  // The `@` is one more.
  if (uuid.length > ID_LIMIT + 1) report("KC114", EXPECTED);
  if (uuid !== text) report("KC111", uuid);
  return uuid;
}

/** An address of a channel or a chat that is no consultation's: what a link's owner took for an id. `""` for any other. */
export function findMistakenId(href: string): string {
  return CHANNEL_OR_CHAT.test(href) ? href : "";
}

/** White space and quotes, straight or curly. */
const AROUND = /[\s"'\u2018-\u201f]/;

/** Soft hyphen, zero-width characters, direction marks, variation selectors, byte order mark, Hangul fillers. */
const INVISIBLE =
  /[\xad\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|[\ufe00-\ufe0f]/g;

/**
 * An id without what people paste around it: percent-encoding, the full-width `＠`, zero-width
 * characters, white space and quotes; in Unicode form NFC, and with the `@` that they forget.
 */
export function tidyChannelId(text: string): string {
  let uuid = text;
  try {
    if (/^\W*%40/.test(text)) uuid = decodeURIComponent(text);
  } catch {
    // It is no encoding then, and stays as written.
  }
  uuid = uuid.normalize().replace(INVISIBLE, "");
  // Not by one pattern: `/[class]+$/` takes quadratic time on a long run that does not end the text.
  let start = 0;
  let end = uuid.length;
  while (start < end && AROUND.test(uuid.charAt(start))) start++;
  while (end > start && AROUND.test(uuid.charAt(end - 1))) end--;
  return uuid.slice(start, end).replace(/^[@\uff20]?/, "@");
}
