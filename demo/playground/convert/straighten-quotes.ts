/** A curly quote in the place of a straight one: after `=`, `(`, `,`, `:`, `+`, `[`. */
const QUOTED = /([=(,:+[]\s*)["']?[“”„‟‘’‚‛]+([^“”„‟‘’‚‛"'<>\n]*)[“”„‟‘’‚‛]*["']?/g;
/** The API document's own tag: a curly quote before, a straight one after. */
const HALF = /([=(,:+[]\s*)[“”‘’]([^“”‘’"'<>\n]*)["']/g;

/**
 * Code as it was meant, where a manual's or a word processor's quotes got into it. Those in texts stay.
 */
export function straightenQuotes(pasted: string): { text: string; hasCurlyQuotes: boolean } {
  let hasCurlyQuotes = false;
  const straighten = (_: string, before: string, inside: string) => {
    hasCurlyQuotes = true;
    return `${before}"${inside}"`;
  };
  const text = pasted.replace(HALF, straighten).replace(QUOTED, straighten);
  return { text, hasCurlyQuotes };
}
