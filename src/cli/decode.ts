/** How far into a page its own word on its encoding is looked for, as browsers do. */
const HEAD = 1024;

/** A page's text as a browser decodes it: by its byte order mark, its header, its `<meta>`. */
export function decodePage(
  bytes: Uint8Array,
  contentType: string,
): { text: string; charset: string } {
  const mark = findMark(bytes);
  const inHeader = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const inMeta = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  for (const [label, charset] of [
    [mark, mark && `${mark} (bom)`],
    [inHeader, inHeader],
    [inMeta, inMeta],
  ]) {
    const text = label ? decode(bytes, label) : null;
    if (text !== null) return { text, charset: charset ?? "" };
  }
  const text = decode(bytes, "utf-8", true) ?? decode(bytes, "euc-kr") ?? "";
  return { text, charset: "" };
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
