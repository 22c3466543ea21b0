import { type OldElement, textOf } from "./read/markup/element.js";
import type { Start } from "./read/script/found.js";
import type { Pieces } from "./read/text/pieces.js";

/** The same call, reached by a button and by itself, counts for the button. */
export function withoutRepeats(starts: readonly Start[], pieces: Pieces): Start[] {
  const byNode = new Map<object, Start[]>();
  for (const start of starts) {
    if (start.node) byNode.set(start.node, [...(byNode.get(start.node) ?? []), start].slice(0, 20));
  }
  return starts.filter((start) => {
    const same = (start.node && byNode.get(start.node)) ?? [];
    if (!start.trigger && same.some(({ trigger }) => trigger)) return false;
    const first = same.find(
      (one) =>
        pieces.show(one.url) === pieces.show(start.url) &&
        isSameTrigger(one.trigger, start.trigger, pieces),
    );
    return !first || first === start;
  });
}

/** Whether elements are one, or are made by the same code, which is read more than once. */
function isSameTrigger(one: OldElement | null, other: OldElement | null, pieces: Pieces): boolean {
  if (one === other || !one || !other) return one === other;
  const isMade = [one, other].every(({ origin }) => origin === "script");
  return isMade && showElement(one, pieces) === showElement(other, pieces);
}

function showElement(element: OldElement, pieces: Pieces): string {
  const attributes = [...element.attributes].map((one) => one.map((text) => pieces.show(text)));
  return JSON.stringify([element.name, attributes, pieces.show(textOf(element))]);
}
