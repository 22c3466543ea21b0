import { textValue, type Value } from "../script/value.js";
import type { OldElement } from "./element.js";

/** The name by which `dataset` has a `data-` attribute. */
export function toDatasetKey(attribute: string): string {
  return attribute
    .slice("data-".length)
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `order-no` of `orderNo`: the name of a property as attributes have it. */
export function toDashes(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What a script knows as `dataset`. */
export function readDataset(element: OldElement): Value {
  const entries = new Map<string, Value>();
  for (const [name, value] of element.attributes) {
    // Of what a selector only asks for, nothing is known.
    const isAsked = element.origin === "absent" && value === "";
    if (!name.startsWith("data-") || isAsked) continue;
    entries.set(toDatasetKey(name), textValue(value));
  }
  const isOpen = element.origin === "absent" || [...element.attributes].some(setsData);
  return { kind: "object", entries, isOpen };
}

/** `th:data-no="${no}"`, `th:attr="data-no=${no}"`: a server's attribute that makes one of these. */
function setsData([name, value]: [string, string]): boolean {
  const made = /^(?:th:|data-th-)(.+)/.exec(name)?.[1];
  if (made === undefined) return false;
  return made.startsWith("data-") || (made.startsWith("attr") && /\bdata-/.test(value));
}
