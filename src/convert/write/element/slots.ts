import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";

/** What a component of Vue's puts into a place of its own: `<template #leading>`. */
export interface Slot {
  element: OldElement;
  /** As it is written. */
  tag: string;
  /** What is in it has names that the component gives it: `#activator="{ props }"`. */
  isGiven: boolean;
}

const SLOT = /^(?:#|v-slot\b)/;

/** What stands in slots of an element, if it is a component. */
export function listSlots({ children }: OldElement, { language, source }: Facts): Slot[] {
  if (language !== "vue") return [];
  return children.flatMap((element) => {
    if (typeof element === "string" || element.name !== "template") return [];
    const [said] = [...element.attributes].filter(([name]) => SLOT.test(name));
    if (!said || element.tagEnd < 0) return [];
    const tag = source.slice(element.start, element.tagEnd);
    return [{ element, tag, isGiven: said[1].trim() !== "" }];
  });
}

/** What is within an element that is no component any more: what stood in a slot stands there by itself. */
export function takeOutOfSlots(
  trigger: OldElement,
  slots: readonly Slot[],
  { source }: Facts,
): string {
  let at = trigger.tagEnd;
  let inner = "";
  for (const { element, isGiven } of slots) {
    inner += source.slice(at, element.start);
    if (!isGiven) inner += source.slice(element.tagEnd, element.closeStart);
    at = element.end;
  }
  return inner + source.slice(at, trigger.closeStart);
}

/** The slots whose contents no element can have. */
export function listLostSlots(slots: readonly Slot[]): string[] {
  return slots.flatMap(({ tag, isGiven }) => (isGiven ? [tag] : []));
}
