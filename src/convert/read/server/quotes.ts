/** A curly quote in the place of a straight one: after `=`, `(`, `,`, `:`, `+`, `[`. */
const IN_SCRIPT = /([=(,:+[?]\s*)(["']?)[“”„‟‘’‚‛]+([^“”„‟‘’‚‛"'<>\n]*)(?:[“”„‟‘’‚‛]+["']?|["'])/g;
const CURLY = /[“”„‟‘’‚‛]/;
const TAG = /<[a-z][^<>]*>/gi;
/**
 * The value of an attribute that begins with one; what stands within straight quotes is a value as it is. The
 * API document's own tag ends with a straight one.
 */
const IN_TAG =
  /=\s*(?:"[^"]*"|'[^']*')|(\s[\w:@.-]+=\s*)[“”„‟‘’‚‛]+([^“”„‟‘’‚‛"'<>\n]*)(?:[“”„‟‘’‚‛]+["']?|["'])/g;

/** `target="””"`: an empty value, as a manual has it. */
const EMPTY = /\s[\w:@.-]+=\s*(["'])[“”„‟‘’‚‛]+\1/;

/** Code that a manual's quotes got into. */
export interface CurlyQuotes {
  /** Where it begins; -1 if that is not known. */
  place: number;
  code: string;
}

/** The tags that a manual's quotes got into. */
export function findCurlyTags(text: string): CurlyQuotes[] {
  if (!CURLY.test(text)) return [];
  return [...text.matchAll(TAG)].flatMap(({ 0: code, index: place }) =>
    EMPTY.test(code) || code.replace(IN_TAG, straightenValue) !== code ? [{ place, code }] : [],
  );
}

/** Where in a script they begin. */
export function toCurlyQuotes({ text, offset }: { text: string; offset: number }): CurlyQuotes {
  return { place: offset < 0 ? -1 : offset + text.search(CURLY), code: text };
}

/** Tags as they were meant, if a manual's quotes got into them: as long as before. */
export function straightenTags(text: string): string {
  if (!CURLY.test(text)) return text;
  return text.replace(TAG, (tag) => tag.replace(IN_TAG, straightenValue));
}

/** A script that no parser reads, as it was meant. */
export function straightenScript(code: string): string {
  return code.replace(IN_SCRIPT, straighten);
}

function straightenValue(all: string, before: string | undefined, inside: string): string {
  return before === undefined ? all : straighten(all, before, "", inside);
}

function straighten(all: string, before: string, quote: string, inside: string): string {
  // Curly quotes alone, within straight ones, are a value.
  if (quote && !inside) return all;
  return `${before}"${inside}"`.padEnd(all.length);
}
