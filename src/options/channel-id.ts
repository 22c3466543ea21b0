import type { Note } from "../problems.js";
import { LEFTOVER } from "./texts.js";

/**
 * What shows that a text is no search id, however tidied; from 112 on, what live ids are all the same
 * (`@KCar`), so that it is sent as it is.
 */
const SIGNS: readonly [code: number, sign: RegExp][] = [
  [101, /^(?=@$)/],
  [102, LEFTOVER],
  [103, /pf\.kakao\.com/],
  [104, /bizmessage\./],
  [106, /^@_/],
  [107, /[\s/:?#&<>"'\\]/],
  [112, /[A-Z]/],
  [113, /.[^\w.\-\u3131-\u318e\uac00-\ud7a3]/],
  [114, /.{17}/],
];

/**
 * The channel's search id (검색용 아이디) as it will be sent, with its `@`. No server is asked:
 * whether the channel exists shows in the chat only.
 */
export function parseUuid(text: string, note: Note): string {
  const uuid = tidy(text);
  for (const [code, sign] of SIGNS) {
    if (sign.test(uuid)) {
      note(code, "the profile's search id");
      if (code < 110) return "";
    }
  }
  if (uuid !== text) note(111, uuid);
  return uuid;
}

/**
 * Without what people paste around an id: percent-encoding, the full-width `＠`, zero-width
 * characters, white space and quotes; in Unicode form NFC, and with the `@` that they forget.
 */
function tidy(text: string): string {
  let uuid = text;
  try {
    if (/^\W*%40/.test(text)) uuid = decodeURIComponent(text);
  } catch {
    // Then it is no encoding.
  }
  return uuid
    .normalize()
    .replace(/[\xad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/^[\s"'\u2018-\u201f]*[@\uff20]?/, "@")
    .replace(/[\s"'\u2018-\u201f]+$/, "");
}
