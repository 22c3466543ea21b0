import { isXhtml } from "../check/markup/xhtml.js";

/** How far into a page its own word on its encoding is looked for, as browsers do. */
const HEAD = 1024;

/** A page's text as a browser decodes it: by its byte order mark, its header, its `<meta>`. */
export function decodePage(
  bytes: Uint8Array,
  contentType: string,
): { text: string; charset: string; guess?: string } {
  const mark = findMark(bytes);
  const inHeader = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const inMeta = isXhtml(contentType) ? findXmlEncoding(head) : findDeclared(head);
  for (const [label, charset] of [
    [mark, mark && `${mark} (bom)`],
    [inHeader, inHeader],
    [inMeta, inMeta],
  ]) {
    const text = label ? decode(bytes, label) : null;
    if (text !== null) return { text, charset: charset ?? "" };
  }
  const text = decode(bytes, "utf-8", true);
  if (text === null) return { text: decode(bytes, "euc-kr") ?? "", charset: "", guess: "euc-kr" };
  return { text, charset: "", ...(/[^\0-\x7f]/.test(text) && { guess: "utf-8" }) };
}

/** What XML says in its first line; without it, it is in UTF-8. */
function findXmlEncoding(head: string): string {
  return /^<\?xml\s[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
}

/**
 * The text of a file that its owner has, who sees it as it is saved: what is UTF-8 with Hangul in it is no other
 * encoding, whatever its `<meta>` says.
 */
export function decodeFile(bytes: Uint8Array): string {
  const text = decode(bytes, "utf-8", true);
  return text !== null && /[가-힣]/.test(text) ? text : decodePage(bytes, "").text;
}

/**
 * What the first `<meta>` says that says it to browsers, outside comments. A page whose `<meta>` can be read so is
 * not in UTF-16, whatever it says. https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
 */
function findDeclared(head: string): string | undefined {
  for (const [tag] of head.replace(/<!--[\s\S]*?(?:-->|$)/g, "").matchAll(/<meta[\s/][^>]*/gi)) {
    const isOld = /\shttp-equiv\s*=\s*["']?\s*content-type/i.test(tag);
    const said = isOld ? tag : withoutContent(tag);
    const label = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(said)?.[1];
    if (label && isLabel(label)) return /^utf-16/i.test(label) ? "utf-8" : label;
  }
  return undefined;
}

/** A description may hold the word. */
function withoutContent(tag: string): string {
  return tag.replace(/\bcontent\s*=\s*(?:"[^"]*"?|'[^']*'?)/gi, "");
}

function isLabel(label: string): boolean {
  return decode(new Uint8Array(), label) !== null;
}

function findMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xff && b === 0xfe ? "utf-16le" : undefined;
}

function decode(bytes: Uint8Array, label: string, fatal = false): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
