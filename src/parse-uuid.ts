import { LEFTOVER } from "./parse-text";
import { type Note, quote } from "./problem";

/**
 * What a search id is not, however tidied; from 112 on, what live ids are all the same (`@KCar`), so
 * that it is sent as it is.
 */
const SIGNS: readonly [code: number, sign: RegExp, got: string][] = [
  [101, /^@$/, "nothing"],
  [102, LEFTOVER, "a template's left-over"],
  [103, /pf\.kakao\.com/, "a channel page's address"],
  [104, /bizmessage\./, "a visitor's chat address"],
  [105, /:\/\//, "an address"],
  [106, /^@_/, "the public id"],
  [107, /[\s/:?#&<>"'\\]/, "a character of no id"],
  [112, /[A-Z]/, "a capital"],
  [113, /.[^\w.\-\u3131-\u318e\uac00-\ud7a3]/, "a rare character"],
  [114, /.{17}/, "over 15 characters"],
];

/**
 * The channel's search id (검색용 아이디) as it will be sent, with its `@`. No server is asked:
 * whether the channel exists shows in the chat only.
 */
export function parseUuid(text: string, note: Note): string {
  const uuid = tidy(text);
  for (const [code, sign, got] of SIGNS) {
    if (sign.test(uuid)) {
      note(
        code,
        'a search id (검색용 아이디 in the profile) like "@channel"',
        `${got}: ${quote(text)}`,
      );
      if (code < 110) return "";
    }
  }
  if (uuid !== text) note(111, quote(uuid));
  return uuid;
}

/**
 * Without what people paste around an id: percent-encoding, the full-width `＠`, zero-width
 * characters, white space and quotes; in Unicode form NFC, and with the `@` that they forget.
 */
function tidy(text: string): string {
  let uuid = text;
  try {
    if (/^[^\w@]*%40/.test(text)) uuid = decodeURIComponent(text);
  } catch {
    // Then it is no encoding.
  }
  return uuid
    .normalize()
    .replace("\uff20", "@")
    .replace(/[\xad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/^[\s"'\u2018-\u201f]+|[\s"'\u2018-\u201f]+$/g, "")
    .replace(/^@?/, "@");
}
