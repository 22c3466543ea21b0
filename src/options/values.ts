import { findFirst, parseUrl, trim } from "../builtins.js";
import type { Report } from "../problems.js";

/** A parser that knows some values, its default first. Kakao does not recognise capitals. */
export function choice<V extends string>(...known: [V, ...V[]]) {
  return (text: string, report: Report): V => {
    const tidy = trim(text).toLowerCase();
    const value = findFirst(known, (each) => each === tidy) ?? known[0];
    if (text && text !== value) report("KC311", known.filter(Boolean).join("|"));
    return value;
  };
}

/** The items of a list as attributes have it, separated by white space, or by commas. */
export function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** What happens to personal data, the laxest first. */
export const PRIVACY = ["warn", "mask", "omit"] as const;
type Privacy = (typeof PRIVACY)[number];

/** Privacy: an unknown value counts as `omit`, because a slip must not send what was to be kept. */
export function parsePrivacy(text: string, report: Report): Privacy {
  const tidy = trim(text).toLowerCase();
  const value = findFirst(PRIVACY, (each) => each === (tidy || "warn"));
  if (text && text !== value) report("KC311", PRIVACY.join("|"));
  return value ?? "omit";
}

/** From this number of pixels on, browsers count on from below zero. */
const LONG = 2 ** 31;

/** A parser for whole CSS pixels, not below the least, which is also the default. */
export function pixels(least: number) {
  return (text: string, report: Report): number => {
    const whole = Math.floor(Number(text));
    const value = whole >= least && whole < LONG ? whole : least;
    if (text && Number(text) !== value) report("KC312", `whole pixels from ${least}`);
    return value;
  };
}

/**
 * A partner's page: by https, or by http on one's own machine, without a fragment and a user name; `""`
 * if there is none, or if it is no such address. The result is written as the URL standard has it: an EUC-KR
 * page would send Hangul in the query of an address as written as EUC-KR bytes.
 */
export function parseVia(text: string, report: Report): string {
  if (!trim(text)) return "";
  try {
    const url = parseUrl(trim(text));
    const isAllowed =
      url.protocol === "https:" || (url.protocol === "http:" && url.hostname === "localhost");
    if (isAllowed && !url.username && !url.password) {
      url.hash = "";
      return url.href;
    }
  } catch {
    // It is no absolute address.
  }
  report("KC801", "an https address");
  return "";
}
