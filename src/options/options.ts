import { dictionary } from "../builtins.js";
import { PARAMETERS } from "../kakao.js";
import { type Problem, reporterFor } from "../problems.js";
import type { ChatOptions, Field } from "../types.js";
import { checkTogether, type Limits } from "./cross-checks.js";
import { FIELD_NAMES, FIELDS, findNearest, toAttributeName } from "./fields.js";
import { toFormText } from "./texts.js";
import { PRIVACY, parsePrivacy } from "./values.js";

/** Everything that was said, by option name, before it is validated. Values are of any type. */
export type RawInput = { [name: string]: unknown };

/**
 * Validates what was read from a page or passed to a call, whatever the values are.
 *
 * @param input its own properties count, so that an `Object.prototype` that a page has added to says nothing
 */
export function parseOptions(
  input: RawInput,
  problems: Problem[],
  limits: Limits | null = null,
): ChatOptions {
  const own: RawInput = dictionary(input);
  const options: { [name: string]: ChatOptions[Field] } = Object.create(null);
  for (const field of FIELD_NAMES) {
    const value = own[field];
    const text = readText(value);
    const report = reporterFor(problems, field, text ?? "");
    if (text === null) {
      report("KC315", "text", findReason(value));
    }
    // Privacy in another form is a slip, which must not send what was to be kept.
    options[field] = FIELDS[field](text ?? (field === "privacy" ? "omit" : ""), report);
  }
  for (const name of Reflect.ownKeys(own)) {
    if (typeof name === "string" && !isField(name)) {
      reporterFor(problems, name)("KC314", findMeant(name), name);
    }
  }
  // The loop has set every field by the parser of that field.
  return checkTogether(options as unknown as ChatOptions, limits, problems);
}

/** The name that was meant. Attributes have no capitals; `app-open-type` is unknown in an object alone. */
function findMeant(name: string): string {
  const names = FIELD_NAMES.map(toAttributeName);
  const meant = FIELD_NAMES[names.indexOf(name)];
  const isOfAttribute = name === name.toLowerCase();
  return meant ?? findNearest(name, isOfAttribute ? names : FIELD_NAMES);
}

/** An error in place of a value says why there is none. A proxy of the page's may throw as it is asked. */
function findReason(value: unknown): string {
  try {
    return value instanceof Error ? `${value.message}` : typeof value;
  } catch {
    return "object";
  }
}

export function isField(name: PropertyKey): name is Field {
  return FIELD_NAMES.some((field) => field === name);
}

/** A value as text: `""` if it is absent, null if it is an object, or a symbol. */
function readText(value: unknown): string | null {
  if (isAbsent(value)) return "";
  return isPrimitive(value) && typeof value !== "symbol" ? toFormText(String(value)) : null;
}

/** `null`, `undefined` and texts of white space alone say nothing. */
export function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && !/\S/.test(value));
}

/** A value as text, `""` if it is an object: the page's may throw as it is read. */
export function toText(value: unknown): string {
  return isPrimitive(value) ? String(value) : "";
}

/** Neither an object nor a function. */
export function isPrimitive(value: unknown): boolean {
  return Object(value) !== value;
}

/** Says where something stands in place of options that holds none. */
export function checkIsOptions(
  value: unknown,
  name: string,
  problems: Problem[],
  wanted = "options",
): void {
  if (
    isPrimitive(value) ||
    isOpaque(value) ||
    typeof value === "function" ||
    Array.isArray(value)
  ) {
    reporterFor(problems, name, toText(value))("KC315", wanted, typeof value);
  }
}

/** An object that has nothing of its own, but is not plain: a `FormData`, a promise, an instance with getters. */
export function isOpaque(value: unknown): boolean {
  try {
    const prototype = Reflect.getPrototypeOf(Object(value));
    const isPlain = prototype === null || Reflect.getPrototypeOf(prototype) === null;
    return !isPlain && Reflect.ownKeys(Object(value)).length === 0;
  } catch {
    // A proxy of the page's, which has been revoked.
    return true;
  }
}

/** Takes out what a page says of its visitors, which goes to its own channels alone: all parameters but the channel. */
export function withdrawFromOthers(page: RawInput): void {
  for (const [option] of PARAMETERS) if (option !== "uuid") delete page[option];
}

/** Of a page's and a button's `privacy` the stricter counts: whether that is the page's. What is no text counts as `omit`. */
export function isStricter(page: unknown, own: unknown): boolean {
  if (page === undefined || own === undefined) return false;
  const rank = (value: unknown) =>
    PRIVACY.indexOf(parsePrivacy(isPrimitive(value) ? String(value) : "omit", () => {}));
  return rank(page) > rank(own);
}
