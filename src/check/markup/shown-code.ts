import { closest, type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { MARK } from "../../options/fields.js";
import { FILES } from "../product-files.js";

/** Code of the product that browsers take for something else. */
export interface ShownCode {
  cause: "text" | "comment";
  /** Which part: the script's file, or the mark. */
  what: typeof FILES.core | typeof MARK;
  place: OldElement | number;
}

const SCRIPT = /<script\b[^<>]*\bkakao-chat[\w.-]{0,40}\.js/i;
const MARKED = /<[a-z][^<>]*\sdata-kakao-chat\b/i;
/** Where code is shown on purpose, or is none of the page's text. */
const ON_PURPOSE =
  /^(?:pre|code|kbd|samp|textarea|xmp|script|style|template|noscript|title|option)$/;

/** The product's code that shows as a text, or stands in a comment; `null` if there is none. */
export function findShownCode({ root, source, reader }: Facts): ShownCode | null {
  if (reader !== "markup") return null;
  for (const element of walk(root)) {
    const text = element.children.filter((child) => typeof child === "string").join("");
    const what = /kakao-chat/.test(text) ? findPart(text) : null;
    if (what && !closest(element, ({ name }) => ON_PURPOSE.test(name)))
      return { cause: "text", what, place: element };
  }
  for (let start = source.indexOf("<!--"); start >= 0; ) {
    const end = source.indexOf("-->", start + 4);
    const what = findPart(source.slice(start, end < 0 ? source.length : end));
    if (what) return { cause: "comment", what, place: start };
    start = end < 0 ? -1 : source.indexOf("<!--", end);
  }
  return null;
}

function findPart(text: string): ShownCode["what"] | null {
  if (SCRIPT.test(text)) return FILES.core;
  return MARKED.test(text) ? MARK : null;
}
