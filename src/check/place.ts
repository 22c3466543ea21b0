/** Line and column in a page, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Finds the lines of a text once, for many places in it. */
export function createPlaces(text: string): (offset: number) => Place | null {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (offset) => {
    if (offset < 0 || offset > text.length) return null;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

const LONGEST = 60;
/** Control characters, marks that change the direction of a text, and those that nobody sees. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\0-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/gu;

/** What a page says, as it can be shown: one line, short, without characters that do something. */
export function tidyQuote(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, " ").replace(UNSEEN, "").trim();
  const letters = [...line];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : line;
}
