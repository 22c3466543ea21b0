import type { OldElement } from "../convert/read/markup/element.js";
import type { Problem } from "../problems.js";
import { type AnyCode, groupOf, levelOf } from "./codes.js";
import { type Found, joinPlaces, toFound } from "./found.js";
import { type Place, tidyQuote } from "./place.js";

/** Takes down what the steps of a check find. */
export interface Collector {
  /** All findings so far. */
  readonly found: readonly Found[];
  /** Finds the line and the column of an offset. */
  places: (offset: number) => Place | null;
  /** Adds a finding. */
  add: (
    code: AnyCode,
    values?: Readonly<Record<string, string>>,
    element?: OldElement | number,
    /** Its other places. */
    more?: readonly number[],
  ) => void;
  /** Adds what is wrong with the values of a button, a call or a tag. */
  addProblems: (problems: readonly Problem[], about: About) => void;
}

/** What problems are about. */
export interface About {
  /** What a visitor calls it. */
  label: string;
  element: OldElement | number;
  /** Fields that are known at the click alone: nothing is said of them. */
  later?: readonly string[];
  /** Further values for the words. */
  values?: Readonly<Record<string, string>>;
}

/** Creates a collector without findings. */
export function createCollector(places: Collector["places"]): Collector {
  const found: Found[] = [];
  return {
    found,
    places,
    add(code, values = {}, element = -1, more = []) {
      const tidy = Object.entries(values).map(([name, value]) => [
        name,
        // The package's own, to be copied whole.
        /^(?:hash|meant)$/.test(name) ? value : tidyQuote(value),
      ]);
      found.push({
        code,
        level: levelOf(code, values.cause),
        group: groupOf(code),
        values: Object.fromEntries(tidy),
        ...joinPlaces([offsetOf(element), ...more].map(places)),
      });
    },
    addProblems(problems, { label, element, later = [], values = {} }) {
      const place = places(offsetOf(element));
      const known = problems.filter(({ field }) => !later.includes(field));
      found.push(...known.map((problem) => toFound(problem, label, place, values)));
    },
  };
}

function offsetOf(element: OldElement | number): number {
  return typeof element === "number" ? element : element.start;
}
