import type { Start } from "./read/found.js";
import { type OldElement, textOf } from "./read/markup/element.js";

/** The same call, reached by a button and by itself, counts for the button. */
export function withoutRepeats(starts: readonly Start[]): Start[] {
  const byNode = new Map<object, Start[]>();
  for (const start of starts) {
    if (start.node) byNode.set(start.node, [...(byNode.get(start.node) ?? []), start].slice(0, 20));
  }
  return starts.filter((start) => {
    const same = (start.node && byNode.get(start.node)) ?? [];
    if (!start.trigger && same.some(({ trigger }) => trigger)) return false;
    const first = same.find(
      (one) => one.url === start.url && isSameTrigger(one.trigger, start.trigger),
    );
    return !first || first === start;
  });
}

/** Whether elements are one, or are made by the same code, which is called more than once. */
function isSameTrigger(one: OldElement | null, other: OldElement | null): boolean {
  if (one === other || !one || !other) return one === other;
  return (
    [one, other].every(({ origin }) => origin === "script") &&
    one.name === other.name &&
    textOf(one) === textOf(other) &&
    one.attributes.size === other.attributes.size &&
    [...one.attributes].every(([name, value]) => other.attributes.get(name) === value)
  );
}
