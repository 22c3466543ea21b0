import { dictionary } from "../builtins.js";
import { type Problem, reporterFor } from "../problems.js";
import type { ChatOptions, Field } from "../types.js";
import { checkTogether, type Limits } from "./cross-checks.js";
import { FIELD_NAMES, FIELDS, findNearest, toAttributeName } from "./fields.js";
import { isAbsent, isPrimitive, type RawInput } from "./raw-input.js";
import { toFormText } from "./texts.js";
import { PRIVACY, parsePrivacy } from "./values.js";

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
    if (text === null) report("KC315", "text", findReason(value));
    options[field] = FIELDS[field](text ?? findInstead(field), report);
  }
  for (const name of Reflect.ownKeys(own)) {
    if (typeof name === "string" && !isField(name)) {
      reporterFor(problems, name)("KC314", findMeant(name), name);
    }
  }
  // The loop has set every field by the parser of that field.
  return checkTogether(options as unknown as ChatOptions, limits, problems);
}

/** What counts in place of a value that is no text. Of privacy a slip must not send what was to be kept. */
function findInstead(field: Field): string {
  return field === "privacy" ? "omit" : "";
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

/** Whether an option is called so. */
export function isField(name: PropertyKey): name is Field {
  return FIELD_NAMES.some((field) => field === name);
}

/** A value as text: `""` if it is absent, null if it is an object, or a symbol. */
function readText(value: unknown): string | null {
  if (isAbsent(value)) return "";
  return isPrimitive(value) && typeof value !== "symbol" ? toFormText(String(value)) : null;
}

/** Of a page's and a button's `privacy` the stricter counts: whether that is the page's. */
export function isStricter(page: unknown, own: unknown): boolean {
  if (page === undefined || own === undefined) return false;
  const rank = (value: unknown) =>
    PRIVACY.indexOf(parsePrivacy(readText(value) ?? findInstead("privacy"), () => {}));
  return rank(page) > rank(own);
}
