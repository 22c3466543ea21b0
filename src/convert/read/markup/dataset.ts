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
  return { kind: "object", entries, isOpen: element.origin === "absent" };
}
