import { type Finding, isSettledCode, type Level } from "../convert/codes.js";
import type { Converted } from "../convert/convert.js";
import { levelOf } from "./codes.js";
import { type Found, joinPlaces, LEVELS } from "./found.js";
import { createPlaces, tidyQuote } from "./place.js";

/** One thing to show: of a page, or of old code. */
export type Line = Pick<Found, "code" | "level" | "values" | "message" | "place" | "places"> & {
  /** The new button settles it by itself. */
  isSettled?: true;
};

/** What has to be carried over by hand is of no use by its beginning alone. */
const LONGEST_CODE = 2000;

/** What is wrong with the values of converted buttons, and what was found in the old code: each thing once. */
export function listLines(
  buttons: readonly Converted[],
  findings: readonly Finding[],
  pasted: string,
): Line[] {
  const findPlace = createPlaces(pasted);
  const lines = joinKept(findings).map(
    ({ code, values, place, more = [] }): Line => ({
      code,
      level: levelOf(code, values.cause),
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          /^(?:source|names)$/.test(name) ? tidyQuote(value, LONGEST_CODE) : tidyQuote(value),
        ]),
      ),
      ...joinPlaces([place, ...more].map(findPlace)),
    }),
  );
  return settle(joinAlike([...buttons.flatMap(listProblems), ...lines]), buttons);
}

/** The lines of which buttons that were made have taken care. */
export function settle(lines: readonly Line[], buttons: readonly Converted[]): Line[] {
  const isMade =
    buttons.length > 0 && buttons.every(({ code, isMarked }) => code !== "" && !isMarked);
  return lines.map((line) =>
    isMade && isSettledCode(line.code) ? { ...line, isSettled: true } : line,
  );
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

/** All statements that one button has kept are one thing. */
function joinKept(findings: readonly Finding[]): Finding[] {
  const isKept = ({ code }: Finding) => code === "KC945";
  return findings.flatMap((one, at) => {
    if (!isKept(one)) return [one];
    const same = findings.filter((other) => isKept(other) && other.place === one.place);
    if (findings.indexOf(same[0] ?? one) < at) return [];
    const sources = new Set(same.map(({ values }) => values.source?.replace(/[;\s]+$/, "")));
    return [{ ...one, values: { ...one.values, source: [...sources].join("; ") } }];
  });
}

/** What is said in the same words of several places is said once. */
function joinAlike(lines: readonly Line[]): Line[] {
  const byWords = new Map<string, Line>();
  for (const line of lines) {
    const { place: _, places: __, ...words } = line;
    const key = JSON.stringify(words);
    const first = byWords.get(key);
    const all = [first, line].flatMap((one) => one?.places ?? one?.place ?? []);
    byWords.set(key, { ...(first ?? line), ...joinPlaces(all) });
  }
  return [...byWords.values()];
}

/** The worst first; of one level, in the order in which they came. */
export function sortLines(lines: readonly Line[]): Line[] {
  const rank = ({ level }: { level: Level }) => LEVELS.indexOf(level);
  return [...lines].sort((one, other) => rank(one) - rank(other));
}
