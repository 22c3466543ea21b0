import { EXTRA_LIMIT } from "../kakao.js";
import { callNative } from "../natives.js";
import { findNearest } from "../options/fields.js";
import { cutAt, toFormText } from "../options/texts.js";
import { quote, type Report } from "../problems.js";
import { type Place, TOKENS } from "./token-values.js";

/** The longest value of one token, in UTF-16 units. */
const VALUE_LIMIT = 200;

/** Who asks for the values of an extra's tokens. */
export interface TokenContext extends Place {
  /**
   * Whether the tokens with an argument may be replaced. A visitor's markup must not carry the page's content
   * to a channel of its own, so in an element they are for ids that are named page-wide.
   */
  mayReadPage: boolean;
  /** Before the click only names and selectors are checked: nothing of the page is read. */
  isPreview: boolean;
}

/**
 * `{path}` or `{query:utm_source}`. The first group takes what is a template's left-over and no token of ours:
 * `{{path}}`, `${path}`, `#{path}`. The others are name and argument.
 */
const TOKEN = /(\{\{[^{}]*\}\}|[$#]\{[^{}]*\})|\{([a-z][a-z-]*)(?::([^}]*))?\}/gi;

/** A piece of an extra: as written, or a token's value. */
interface Piece {
  text: string;
  isValue: boolean;
}

/**
 * Replaces the tokens in an extra by what they say of the page. A value cannot break the form of what is around it: in
 * JSON it is escaped for a string; in pairs (`a=1&b={path}`) what separates is percent-encoded. If the result
 * is too long, the values are cut further until it fits.
 */
export function replaceTokens(extra: string, context: TokenContext, report: Report): string {
  const isJson = parsesAsJson(extra);
  const pieces = splitExtra(extra, isJson, context, report);
  const hasPairs = pieces.some(({ text, isValue }) => !isValue && text.includes("="));
  const encode = isJson ? escapeForJson : hasPairs ? encodeForPairs : String;
  const build = (limit: number) =>
    pieces.map(({ text, isValue }) => (isValue ? encode(cutAt(text, limit)) : text)).join("");
  const whole = build(VALUE_LIMIT);
  if (fits(whole)) return whole;
  // The largest limit that fits, by halving. If none does, the extra is too long without the values.
  let fitting = 0;
  let tooLong = VALUE_LIMIT;
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1;
    if (fits(build(middle))) fitting = middle;
    else tooLong = middle;
  }
  return build(fitting);
}

function fits(extra: string): boolean {
  return toFormText(extra).length <= EXTRA_LIMIT;
}

function splitExtra(
  extra: string,
  isJson: boolean,
  context: TokenContext,
  report: Report,
): Piece[] {
  const pieces: Piece[] = [];
  const pattern = new RegExp(TOKEN);
  let end = 0;
  for (let match = pattern.exec(extra); match; match = pattern.exec(extra)) {
    const [written, leftOver, name = "", argument = ""] = match;
    if (leftOver) continue;
    const unescaped = isJson ? unescapeJson(argument) : argument;
    // In JSON, a token that reaches over the end of its string is none.
    if (unescaped === null) continue;
    const value = readToken(written, name, unescaped, context, report);
    if (value === null) continue;
    pieces.push({ text: extra.slice(end, match.index), isValue: false });
    pieces.push({ text: tidyValue(value), isValue: true });
    end = pattern.lastIndex;
  }
  pieces.push({ text: extra.slice(end), isValue: false });
  return pieces;
}

/** A token's value; null if the token stays as written. */
function readToken(
  written: string,
  name: string,
  argument: string,
  context: TokenContext,
  report: Report,
): string | null {
  const token = TOKENS.find((each) => each.name === name && each.hasArgument === (argument !== ""));
  if (!token) {
    const nearest = findNearest(
      name,
      TOKENS.map((each) => each.name),
    );
    const { hasArgument } = TOKENS.find((each) => each.name === nearest) ?? {};
    report("KC213", hasArgument ? `{${nearest}:...}` : `{${nearest}}`, quote(written));
    return null;
  }
  if (token.hasArgument && !context.mayReadPage) {
    report("KC215", "an id that is named page-wide", quote(written));
    return null;
  }
  if (name === "text" && !parsesAsSelector(argument)) {
    report("KC214", "a CSS selector", quote(written));
    return null;
  }
  if (context.isPreview) return "";
  try {
    return token.read(argument, context);
  } catch {
    // An address or an element that cannot be read says nothing.
    return "";
  }
}

function parsesAsSelector(selector: string): boolean {
  try {
    callNative(callNative(document, "createDocumentFragment"), "querySelector", selector);
    return true;
  } catch {
    return false;
  }
}

/** Control characters but white space, and those that change the direction of the text. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\0-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A value on one line, without invisible characters and lone surrogates. */
function tidyValue(value: string): string {
  return toFormText(value).replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

function parsesAsJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Inside JSON, the quotes of an attribute selector are escaped. Null if it is no part of a string. */
function unescapeJson(text: string): string | null {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return null;
  }
}

function escapeForJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Encodes what separates names, values and pairs. */
function encodeForPairs(value: string): string {
  return value.replace(/[%&=+#,;|]/g, encodeURIComponent);
}
