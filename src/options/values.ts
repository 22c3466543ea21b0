import type { Note } from "../problems.js";

/** A parser that knows some values, its default first. Kakao does not recognise capitals. */
export function oneOf<V extends string>(...known: [V, ...V[]]) {
  return (text: string, note: Note): V => {
    const tidy = text.trim().toLowerCase();
    const value = known[Math.max(0, known.indexOf(tidy as V))] as V;
    if (text && text !== value) note(311, known.join("|"));
    return value;
  };
}

/** A parser for whole CSS pixels, not below the least, which is also the default. */
export function pixelsFrom(least: number) {
  return (text: string, note: Note): number => {
    const value = Math.max(+text | 0, least);
    if (text && +text !== value) note(312, `whole pixels from ${least}`);
    return value;
  };
}
