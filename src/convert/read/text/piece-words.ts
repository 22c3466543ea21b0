/** How pieces stand in a text: each as a word of letters that no page has. */

const START = 0xa840;
const FIRST_DIGIT = 0xa841;
const BASE = 45;
const FILL = "\ua86e";
/** Begins the word of a piece that has room for one digit only: Razor's `@p`. */
const SHORT_START = 0xa86f;
const OWN_LETTERS = /[\ua840-\ua877]/g;

export const WORD =
  /\ua840([\ua841-\ua86d])([\ua841-\ua86d])([\ua841-\ua86d])\ua86e*|\ua86f([\ua841-\ua86d])\ua86e*/g;

/** A word takes this many letters, or at least two if it has a place to keep. */
export const SHORTEST = 4;
/** How many words there are, and how many of the short ones. */
export const MOST_WORDS = BASE ** 3;
export const MOST_SHORT_WORDS = BASE;

/** Text of a page without letters that could be taken for a piece. */
export function withoutOwnLetters(text: string): string {
  return text.replace(OWN_LETTERS, "\ufffd");
}

/** The word of the piece with this number. */
export function writeWord(index: number): string {
  const digits = [index / BASE ** 2, index / BASE, index].map(
    (number) => FIRST_DIGIT + (Math.floor(number) % BASE),
  );
  return String.fromCharCode(START, ...digits);
}

export function writeShortWord(index: number): string {
  return String.fromCharCode(SHORT_START, FIRST_DIGIT + index);
}

/** A word with what fills its place. */
export function fill(word: string, length: number): string {
  return word.padEnd(length, FILL);
}

/** The number of the piece whose word was found, and whether it is of the short ones. */
export function readWord([, ...groups]: RegExpMatchArray): { index: number; isShort: boolean } {
  const short = groups.pop();
  const digits = short ? [short] : groups.filter(Boolean);
  let index = 0;
  for (const digit of digits) index = index * BASE + digit.charCodeAt(0) - FIRST_DIGIT;
  return { index, isShort: Boolean(short) };
}
