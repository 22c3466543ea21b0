import type { Finding, Level } from "../convert/codes.js";
import type { Converted } from "../convert/convert.js";
import { levelOf } from "./codes.js";
import { type Found, LEVELS, listOnce } from "./found.js";
import { createPlaces, tidyQuote } from "./place.js";

/** One thing to show: of a page, or of old code. */
export type Line = Pick<Found, "code" | "level" | "values" | "message" | "place">;

/** Code that has to be carried over by hand is of no use by its beginning alone. */
const LONGEST_CODE = 300;

/** Whether a value lists what was lost, or may be another: all of it has to be known. */
function isList(code: string, name: string): boolean {
  return (code === "KC944" && name === "names") || (code === "KC975" && name === "name");
}

/** What is wrong with the values of converted buttons, and what was found in the old code: each thing once. */
export function listLines(
  buttons: readonly Converted[],
  findings: readonly Finding[],
  pasted: string,
): Line[] {
  const places = createPlaces(pasted);
  return listOnce([
    ...buttons.flatMap(listProblems),
    ...findings.map(
      ({ code, values, place }): Line => ({
        code,
        level: levelOf(code, values.cause),
        values: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            tidyQuote(
              value,
              isList(code, name) ? Infinity : name === "source" ? LONGEST_CODE : undefined,
            ),
          ]),
        ),
        place: places(place),
      }),
    ),
  ]);
}

function listProblems({ label, plan }: Converted): Line[] {
  return plan.problems.map(({ code, level, field, message }) => ({
    code,
    level,
    values: { label: tidyQuote(label), field: tidyQuote(field) },
    message: tidyQuote(message),
    place: null,
  }));
}

/** The worst first; of one level, in the order in which they came. */
export function sortLines(lines: readonly Line[]): Line[] {
  const rank = ({ level }: { level: Level }) => LEVELS.indexOf(level);
  return [...lines].sort((one, other) => rank(one) - rank(other));
}
