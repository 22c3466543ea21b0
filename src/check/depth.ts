import { type OldElement, walk } from "../convert/read/element.js";

/** So deep nothing more is read. */
const DEEPEST = 598;

/** Whether elements are nested so deeply that the page was not read to its end. */
export function isTooDeep(root: OldElement): boolean {
  const depths = new Map([[root, 0]]);
  for (const element of walk(root)) {
    const depth = ((element.parent && depths.get(element.parent)) ?? 0) + 1;
    if (depth > DEEPEST) return true;
    depths.set(element, depth);
  }
  return false;
}
