/** A page's text as the HTML parser has to have it, and where each place of it is in what was sent. */
export interface HtmlText {
  html: string;
  toSent: (offset: number) => number;
}

/** Elements that HTML ends by itself. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** What begins a comment or a section of text, or a tag that ends in `/>`. Group: the tag's name. */
const BEGINNINGS = /<!--|<!\[CDATA\[|<([a-z][\w:.-]*)(?:\s(?:"[^"<]*"|'[^'<]*'|[^"'<>])*)?\/>/gi;

/** Whether browsers read a page as XML, by its header alone. */
export function isXhtml(contentType: string): boolean {
  return /^\s*(?:application\/(?:xhtml\+)?xml|text\/xml)\b/i.test(contentType);
}

/** XML ends each element that ends in `/>`, scripts and buttons too. */
export function toHtml(xml: string): HtmlText {
  const parts: string[] = [];
  /** Where each end has been added, and how many characters have been by then. */
  const added: { at: number; total: number }[] = [];
  let total = 0;
  let written = 0;
  const pattern = new RegExp(BEGINNINGS);
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    const [all, name] = match;
    if (name === undefined) {
      const end = xml.indexOf(all === "<!--" ? "-->" : "]]>", pattern.lastIndex);
      if (end < 0) break;
      pattern.lastIndex = end;
    } else if (!VOID.test(name)) {
      const end = `</${name}>`;
      const at = pattern.lastIndex;
      parts.push(xml.slice(written, at), end);
      written = at;
      added.push({ at: at + total, total: total + end.length });
      total += end.length;
    }
  }
  parts.push(xml.slice(written));
  return { html: parts.join(""), toSent: (offset) => offset - countAdded(added, offset) };
}

/** How many characters have been added before a place of the text. */
function countAdded(added: readonly { at: number; total: number }[], offset: number): number {
  let low = 0;
  let high = added.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((added[middle]?.at ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return added[low - 1]?.total ?? 0;
}
