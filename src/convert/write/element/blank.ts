import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";

/** Elements that CSS may draw. What a component shows is its own. */
const PLAIN =
  /^(?:a|button|div|span|i|b|em|strong|p|li|td|th|dt|dd|figure|section|article|label|summary|h[1-6])$/;
const FILLS = /(?:text|html|textcontent|bind|\.\.\.|^children)\]?$/i;

/** Whether nothing stands in an element, so that the page's CSS draws what a visitor sees. */
export function isBlank(element: OldElement, { source }: Facts): boolean {
  const { name, origin, attributes, sources, tagEnd, closeStart } = element;
  if (origin !== "page" || !PLAIN.test(name) || tagEnd < 0) return false;
  if (source.slice(tagEnd, closeStart).trim() !== "") return false;
  const names = [...attributes.keys(), ...(sources?.keys() ?? [])];
  return !names.some((one) => FILLS.test(one) && (one !== "children" || sources?.get(one)?.trim()));
}

/**
 * An element of which CSS draws all, and stays empty; `null` for any other.
 *
 * @param inner what the new one has of the old
 * @returns what screen readers are to call it; `""` if it says that already
 */
export function readDrawn(
  trigger: OldElement | null,
  inner: string,
  label: string,
  facts: Facts,
): { name: string } | null {
  if (!trigger || inner !== "" || !isBlank(trigger, facts)) return null;
  const isNamed = [...trigger.attributes.keys()].some((name) => /aria-label|title/.test(name));
  return { name: isNamed ? "" : label };
}
