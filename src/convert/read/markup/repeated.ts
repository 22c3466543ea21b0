import type { Pieces } from "../text/pieces.js";
import type { OldElement } from "./element.js";

/** Whether a server may write an element more than once: something of it stands beside the element. */
export function isRepeated({ parent }: OldElement, pieces: Pieces): boolean {
  return parent?.children.some((one) => typeof one === "string" && pieces.has(one)) ?? false;
}

/** Whether a script that goes through such elements may come to more than one of this. */
export function isAnyOfMany(element: OldElement, pieces: Pieces): boolean {
  const isFilled = [...element.attributes.values()].some((value) => pieces.has(value));
  return element.origin === "absent" || isFilled || isRepeated(element, pieces);
}
