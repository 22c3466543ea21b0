/** A curly quote in the place of a straight one: after `=`, `(`, `,`, `:`, `+`, `[`. */
const IN_SCRIPT = /([=(,:+[?]\s*)(["']?)[“”„‟‘’‚‛]+([^“”„‟‘’‚‛"'<>\n]*)(?:[“”„‟‘’‚‛]+["']?|["'])/g;
const TAG = /<[a-z][^<>]*>/gi;
/** The value of an attribute that begins with one. The API document's own tag ends with a straight one. */
const IN_TAG = /(\s[\w:@.-]+=\s*)(["']?)[“”„‟‘’‚‛]+([^“”„‟‘’‚‛"'<>\n]*)(?:[“”„‟‘’‚‛]+["']?|["'])/g;

/** Whether a manual's quotes got into a tag. */
export function hasCurlyQuotes(text: string): boolean {
  return (text.match(TAG) ?? []).some((tag) => tag.search(IN_TAG) >= 0);
}

/** Tags as they were meant, if a manual's quotes got into them: as long as before. */
export function straightenTags(text: string): string {
  if (!/[“”„‟‘’‚‛]/.test(text)) return text;
  return text.replace(TAG, (tag) => tag.replace(IN_TAG, straighten));
}

/** A script that no parser reads, as it was meant. */
export function straightenScript(code: string): string {
  return code.replace(IN_SCRIPT, straighten);
}

function straighten(all: string, before: string, quote: string, inside: string): string {
  // Curly quotes alone, within straight ones, are a value.
  if (quote && !inside) return all;
  return `${before}"${inside}"`.padEnd(all.length);
}
