import { type Note, quote } from "./problem";

/** A parser that knows some values, its default first. Kakao does not recognise capitals. */
export function oneOf<V extends string>(...known: [V, ...V[]]) {
  return (text: string, note: Note): V => {
    const tidy = text.trim().toLowerCase() as V;
    const isKnown = known.includes(tidy);
    if (text && !(isKnown && tidy === text))
      note(311, known.filter(Boolean).join(" | "), quote(text));
    return isKnown ? tidy : known[0];
  };
}

/** A parser for whole CSS pixels, not below the least, which is also the default. */
export function pixelsFrom(least: number) {
  return (text: string, note: Note): number => {
    const isSize = /^\d+$/.test(text) && +text >= least;
    if (text && !isSize) note(312, `whole pixels from ${least}`, quote(text));
    return isSize ? +text : least;
  };
}
