import type { OldElement } from "../convert/read/markup/element.js";
import type { Problem } from "../problems.js";
import { type AnyCode, findCause, groupOf, levelOf } from "./codes.js";
import { type Found, joinPlaces } from "./found.js";
import { parseMessage } from "./message.js";
import { type Place, tidyQuote } from "./place.js";

/** What goes into a sentence: a text of the page, which is quoted on one short line, or one of the package, which stays whole. */
export type Value = string | { whole: string };

/** By the names that the words have for them. */
export type Values = Readonly<Record<string, Value>> & { readonly cause?: string };

/** Takes down what the steps of a check find. */
export interface Collector {
  /** All findings so far. */
  readonly found: readonly Found[];
  /** Finds the line and the column of an offset. */
  places: (offset: number) => Place | null;
  /** Adds a finding. */
  add: (
    code: AnyCode,
    values?: Values,
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

/** Creates a collector without findings. It alone quotes what a page says: the steps hand it over as it is. */
export function createCollector(places: Collector["places"]): Collector {
  const found: Found[] = [];
  return {
    found,
    places,
    add(code, values = {}, element = -1, more = []) {
      found.push({
        code,
        level: levelOf(code, values.cause),
        group: groupOf(code),
        values: quoteValues(values),
        ...joinPlaces([offsetOf(element), ...more].map(places)),
      });
    },
    addProblems(problems, about) {
      const place = places(offsetOf(about.element));
      const known = problems.filter(({ field }) => !about.later?.includes(field));
      found.push(...known.map((problem) => toFound(problem, about, place)));
    },
  };
}

function offsetOf(element: OldElement | number): number {
  return typeof element === "number" ? element : element.start;
}

function quoteValues(values: Values): Record<string, string> {
  const quote = (value: Value) => (typeof value === "string" ? tidyQuote(value) : value.whole);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, quote(value)]));
}

/** What is wrong with a value, as a finding. */
function toFound(
  { code, level, field, message }: Problem,
  { label, values: own }: About,
  place: Place | null,
): Found {
  const { cause, ...values }: Record<string, string> = { ...own, ...readTidied(code, message) };
  const ofCause = cause && findCause(code, cause) ? { cause } : {};
  return {
    code,
    level,
    group: groupOf(code),
    values: quoteValues({ label, field, ...ofCause, ...values }),
    message: tidyQuote(message),
    place,
  };
}

/** A known value in other letters, which is sent as it is known. */
function readTidied(code: string, message: string): Record<string, string> {
  const parts = code === "KC311" ? parseMessage(message) : null;
  const got = parts?.got.replace(/^"|"$/g, "") ?? "";
  const meant = got.trim().toLowerCase();
  const isTidied = parts?.expected.split("|").includes(meant);
  return isTidied ? { cause: "tidied", got, meant } : {};
}
