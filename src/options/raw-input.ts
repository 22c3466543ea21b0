/** What was said, of any type, before it is validated. The page's own objects may throw as they are read. */

import { PARAMETERS } from "../kakao.js";
import { type Problem, reporterFor } from "../problems.js";

/** Everything that was said, by option name. */
export type RawInput = { [name: string]: unknown };

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

/**
 * Sets what is said. Absent values and a bare mark say nothing: React and Vue write it as `"true"` or `"false"`, XHTML by
 * its own name.
 */
export function addTo(input: RawInput, name: string, value: unknown): void {
  const isBareMark =
    name === "uuid" && /^\s*(?:true|false|data-kakao-chat)\s*$/i.test(toText(value));
  if (!isAbsent(value) && !isBareMark) input[name] = value;
}

/** Adds the own properties of an object of the page's. One that throws as it is read is left out. */
export function addObject(add: (name: string, value: unknown) => void, object: unknown): void {
  if (isPrimitive(object)) return;
  try {
    // The page's own object; a proxy of its may throw here, too.
    const values = object as RawInput;
    // An event says nothing, nor does a window: `onClick={KakaoChat.open}`.
    if (typeof values.preventDefault === "function" || values.window === object) return;
    for (const name of Reflect.ownKeys(values)) {
      const isOption =
        typeof name === "string" && Reflect.getOwnPropertyDescriptor(values, name)?.enumerable;
      if (isOption) addValue(add, values, name);
    }
  } catch {
    // Its names cannot be read.
  }
}

function addValue(
  add: (name: string, value: unknown) => void,
  values: RawInput,
  name: string,
): void {
  try {
    add(name, values[name]);
  } catch {
    // A getter of the page's that throws.
  }
}

/** Takes out what a page says of its visitors, which goes to its own channels alone: all parameters but the channel. */
export function withdrawFromOthers(page: RawInput): void {
  for (const [option] of PARAMETERS) if (option !== "uuid") delete page[option];
}
