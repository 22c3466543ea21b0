/** A page's text as the HTML parser has to have it, and where each place of it is in what was sent. */
export interface HtmlText {
  html: string;
  toSent: (offset: number) => number;
}

/** Elements that HTML ends by itself. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const COMMENT_OR_TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<([a-z][\w:.-]*)(?:\s(?:"[^"<]*"|'[^'<]*'|[^"'<>])*)?\/>/gi;

/** Whether browsers read a page as XML, by its header alone. */
export function isXhtml(contentType: string): boolean {
  return /^\s*(?:application\/(?:xhtml\+)?xml|text\/xml)\b/i.test(contentType);
}

/** XML ends each element that ends in `/>`, scripts and buttons too. */
export function toHtml(xml: string): HtmlText {
  const added: { at: number; length: number }[] = [];
  let total = 0;
  const html = xml.replace(
    COMMENT_OR_TAG,
    (all: string, name: string | undefined, offset: number) => {
      if (!name || VOID.test(name)) return all;
      const end = `</${name}>`;
      added.push({ at: offset + all.length + total, length: end.length });
      total += end.length;
      return all + end;
    },
  );
  const toSent = (offset: number) =>
    added.reduce((sent, { at, length }) => (at < offset ? sent - length : sent), offset);
  return { html, toSent };
}
