import { type OldElement, walk } from "../../convert/read/markup/element.js";
import { DEEPEST } from "../../convert/read/markup/markup.js";

/** Whether elements are nested so deeply that the page was not read to its end. */
export function isTooDeep(root: OldElement): boolean {
  const depths = new Map([[root, 0]]);
  for (const element of walk(root)) {
    const depth = ((element.parent && depths.get(element.parent)) ?? 0) + 1;
    // The parser leaves off a little before its own end.
    if (depth > DEEPEST - 2) return true;
    depths.set(element, depth);
  }
  return false;
}
