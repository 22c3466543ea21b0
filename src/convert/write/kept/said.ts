/** How statements of the old code are said. */

import { shorten } from "../../shorten.js";
import type { Tracking } from "./tracking.js";

/** A statement without its end. */
export function bare(statement: string): string {
  return statement.replace(/;\s*$/, "").trim();
}

/** Longer than this, a statement is said in full, and what fills its names is not. */
const LONGEST_SAID = 250;

/** Each with what fills its names, which is not said again by itself. */
export function sayLeft(found: readonly Tracking[]): string[] {
  const prepared = new Set(found.flatMap(({ preparing }) => preparing.map(bare)));
  return found
    .filter(({ source }) => !prepared.has(bare(source)))
    .map(({ preparing, source }) => {
      const whole = [...preparing, source].join(" ");
      if (whole.length <= LONGEST_SAID) return whole;
      return [...preparing.map((one) => shorten(one, 40)), source].join(" ");
    });
}
