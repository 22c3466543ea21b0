import type { Found } from "../../../src/check/found.js";
import { checkPage } from "../../../src/check/page.js";
import { createPlaces, tidyQuote } from "../../../src/check/place.js";
import type { Package } from "../../../src/check/script-tags.js";
import { CONVERT_CODES } from "../../../src/convert/codes.js";
import { type Converted, convert } from "../../../src/convert/convert.js";

/** One thing to show: of the page, or of the old code. */
export type Line = Pick<Found, "code" | "level" | "values" | "message" | "place">;

/** What the section shows of a paste. */
export interface Reading {
  /** Whether there is a button in it, ours or an old one. */
  isButtonFound: boolean;
  /** The new buttons, one for each old one. */
  converted: Converted[];
  /** The worst first. */
  lines: Line[];
}

const WHOLE_PAGE = /<(?:!doctype|html|head|body)\b/i;
const LEVELS = ["error", "warning", "note"];

/** Reads what was pasted, as a page if it is one, else as a button. Nothing of it is executed. */
export function readPasted(pasted: string, headers: string, own: Package): Reading {
  const { converted, more, findings } = convert(pasted);
  const all = converted ? [converted, ...more] : [];
  const isPage = WHOLE_PAGE.test(pasted) || headers.trim() !== "";
  const isShown = !(isPage && converted?.isMarked);
  const ofCode = [...all.flatMap(listProblems), ...listFindings(pasted, findings)];
  const ofPage = isPage
    ? checkPage({ html: pasted, url: null, headers: parseHeaders(headers), charset: "" }, own).found
    : [];
  const known = new Set(ofPage.map(({ code }) => code));
  const lines = [
    // That a button can be converted shows.
    ...ofPage.filter(({ code }) => code !== "KC925"),
    ...(isShown ? ofCode.filter(({ code }) => !known.has(code)) : []),
  ];
  const sorted = lines.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return {
    isButtonFound: converted !== null,
    converted: isShown ? all : [],
    lines: sorted,
  };
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

function listFindings(pasted: string, findings: ReturnType<typeof convert>["findings"]): Line[] {
  const places = createPlaces(pasted);
  return findings.map(({ code, values, place }) => ({
    code,
    level: CONVERT_CODES[code],
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, tidyQuote(value)]),
    ),
    place: places(place),
  }));
}

/** Headers as developer tools copy them: `name: value`, one a line. */
function parseHeaders(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name = "", value = ""] = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (!name) continue;
    const key = name.toLowerCase();
    headers[key] = headers[key] ? `${headers[key]}, ${value}` : value;
  }
  return headers;
}
