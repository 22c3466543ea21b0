import { quote, type Report } from "../problems.js";
import { findNearest } from "./fields.js";

/** The tokens of an extra by their names: whether each is `{name:argument}` or `{name}`. */
export const TOKENS = {
  path: false,
  url: false,
  title: false,
  lang: false,
  referrer: false,
  query: true,
  meta: true,
  data: true,
  text: true,
} as const satisfies Record<string, boolean>;

/** The name of a token. */
export type TokenName = keyof typeof TOKENS;

const NAMES = Reflect.ownKeys(TOKENS) as TokenName[];

/**
 * All tokens of an extra, and what is a template's left-over and no token of ours: `{{path}}`, `${path}`,
 * `#{path}`. All repetitions are bounded, so that what never ends takes time in proportion to its length: an argument
 * by what an extra may have.
 */
export const TOKENS_OR_LEFTOVERS =
  /\{\{[^{}]{0,200}\}\}|[$#]\{[^{}]{0,200}\}|\{[a-z][\w.-]{0,30}(?::[^}]{0,1000})?\}/gi;

/** One token: `{path}` or `{query:utm_source}`. Groups: name, argument. */
const TOKEN = /^\{([\w.-]+)(?::([^}]*))?\}$/;

/** A token as it is written: `""` is no argument. Null for a template's left-over. */
export function parseToken(written: string): { name: string; argument: string } | null {
  const match = TOKEN.exec(written);
  return match && { name: match[1] ?? "", argument: match[2] ?? "" };
}

/**
 * The token's name if it may be replaced. Else it stays as it is written, and that is reported.
 *
 * @param mayReadPage whether it may have an argument
 */
export function checkToken(
  { name, argument }: { name: string; argument: string },
  mayReadPage: boolean,
  report: Report,
): TokenName | null {
  const hasArgument = argument !== "";
  // An extra's value stands in no message, and what is no token of ours may be one.
  const shown = quote(hasArgument ? `{${name}:...}` : `{${name}}`);
  for (const known of NAMES) {
    if (known !== name || TOKENS[known] !== hasArgument) continue;
    if (!hasArgument || mayReadPage) return known;
    report("KC215", "an id that is named page-wide", shown);
    return null;
  }
  const nearest = findNearest(name, NAMES);
  const isAlone = NAMES.every((known) => known !== nearest || !TOKENS[known]);
  report("KC213", isAlone ? `{${nearest}}` : `{${nearest}:...}`, shown);
  return null;
}
