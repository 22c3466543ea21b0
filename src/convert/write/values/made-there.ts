import { closest, type OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";

/** Whether the script that makes an element knows names there that the new code cannot reach: an item of its list. */
export function isMadeWith(
  names: readonly string[],
  element: OldElement | null,
  { pieces, born }: Facts,
): boolean {
  if (element?.origin !== "script" || names.length === 0) return false;
  const written = [...element.attributes.values()].flatMap((text) => pieces.findCode(text));
  const inMarkup = new Set(written.flatMap(({ hidden }) => hidden));
  const made = closest(element, (one) => born.has(one));
  const scope = made && born.get(made)?.scope;
  return names.every((name) => inMarkup.has(name) || Boolean(scope?.find(name)));
}
