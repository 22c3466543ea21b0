import { isElement, type OldElement } from "./element.js";

/** Where jQuery's methods look for what stands beside an element. */
const SIDES: Record<string, { isBefore?: true; isAfter?: true; isOne?: true }> = {
  next: { isAfter: true, isOne: true },
  nextAll: { isAfter: true },
  prev: { isBefore: true, isOne: true },
  prevAll: { isBefore: true },
  siblings: { isBefore: true, isAfter: true },
};

/** The browser's properties for the same. */
const PROPERTIES: Record<string, string> = {
  nextElementSibling: "next",
  previousElementSibling: "prev",
};

/** What stands beside an element, the nearest first: `next` and `prev` are one of it; `null` by any other name. */
export function listSiblings(element: OldElement, name: string): OldElement[] | null {
  const side = Object.hasOwn(SIDES, name) ? SIDES[name] : undefined;
  if (!side) return null;
  const all = (element.parent?.children ?? []).filter(isElement);
  const at = all.indexOf(element);
  const before = side.isBefore ? all.slice(0, Math.max(0, at)).reverse() : [];
  const after = side.isAfter && at >= 0 ? all.slice(at + 1) : [];
  const found = [...before, ...after];
  return side.isOne ? found.slice(0, 1) : found;
}

/** `button.nextElementSibling`; nothing if a server may have put something else there. */
export function findSibling(
  element: OldElement,
  name: string,
  isFilled: (text: string) => boolean,
): OldElement | undefined {
  const method = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
  const isOpen = element.parent?.children.some((one) => typeof one === "string" && isFilled(one));
  return method === undefined || isOpen ? undefined : listSiblings(element, method)?.[0];
}
