import { trim } from "../builtins.js";
import { EXTRA_LIMIT } from "../kakao.js";
import { callNative } from "../natives.js";
import { cutAt } from "../options/cut.js";
import { parsesAsJson, toFormText, unescapeJson } from "../options/texts.js";
import { checkToken, parseToken, TOKENS_OR_LEFTOVERS } from "../options/token-syntax.js";
import { quote, type Report } from "../problems.js";
import { type Place, READERS } from "./token-values.js";

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
 * Replaces the tokens in an extra by what they say of the page. A value cannot break the form of what is around it: in
 * JSON it is escaped for a string; in pairs (`a=1&b={path}`) what separates is percent-encoded. If the result
 * is too long, the values are cut further until it fits.
 */
export function replaceTokens(extra: string, context: TokenContext, report: Report): string {
  const isJson = parsesAsJson(extra);
  // A dictionary: old shops have a `Map` of their own on the window.
  const values: { [written: string]: string | null } = Object.create(null);
  for (const written of extra.match(TOKENS_OR_LEFTOVERS) ?? []) {
    if (!(written in values)) values[written] = readToken(written, isJson, context, report);
  }
  const replaceWith = (write: (value: string) => string) => {
    const texts: typeof values = Object.create(null);
    for (const [written, value] of Object.entries(values)) {
      texts[written] = value === null ? null : write(value);
    }
    return extra.replace(TOKENS_OR_LEFTOVERS, (written) => texts[written] ?? written);
  };
  const literal = replaceWith(() => "");
  // Of what is too long by itself, no value has a place.
  if (!fitsExtra(literal)) return literal;
  const hasPairs = literal.includes("=");
  const encode = isJson ? escapeForJson : hasPairs ? encodeForPairs : String;
  return findLongest(literal, (limit) => replaceWith((value) => encode(cutAt(value, limit))));
}

function fitsExtra(text: string): boolean {
  return toFormText(text).length <= EXTRA_LIMIT;
}

/**
 * The text of the largest limit that fits into an extra. It is found by halves: a text may hold thousands of tokens.
 *
 * @param literal the text of limit 0, which fits
 * @param write the text in which no value is longer than a limit
 */
function findLongest(literal: string, write: (limit: number) => string): string {
  const whole = write(VALUE_LIMIT);
  if (fitsExtra(whole)) return whole;
  let longest = literal;
  let fits = 0;
  let exceeds = VALUE_LIMIT;
  while (exceeds - fits > 1) {
    const limit = Math.floor((fits + exceeds) / 2);
    const text = write(limit);
    if (fitsExtra(text)) {
      longest = text;
      fits = limit;
    } else exceeds = limit;
  }
  return longest;
}

/** A token's value; null if it is no token, or one that stays as written. */
function readToken(
  written: string,
  isJson: boolean,
  context: TokenContext,
  report: Report,
): string | null {
  const token = parseToken(written);
  if (!token) return null;
  const argument = isJson ? unescapeJson(token.argument) : token.argument;
  // In JSON, a token that reaches over the end of its string is none.
  if (argument === null) return null;
  const name = checkToken({ name: token.name, argument }, context.mayReadPage, report);
  if (!name) return null;
  if (name === "text" && !parsesAsSelector(argument)) {
    report("KC214", "a CSS selector", quote("{text:...}"));
    return null;
  }
  if (context.isPreview) return "";
  try {
    return tidyValue(READERS[name](argument, context));
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
  return trim(toFormText(value).replace(INVISIBLE, "").replace(/\s+/g, " "));
}

/** A tidied value has no control characters, and no lone surrogates. */
function escapeForJson(value: string): string {
  return value.replace(/["\\]/g, "\\$&");
}

/** Encodes what separates names, values and pairs. */
function encodeForPairs(value: string): string {
  return value.replace(/[%&=+#,;|]/g, encodeURIComponent);
}
