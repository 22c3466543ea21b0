import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";

/** What the name of a component has in it. */
export const COMPONENT = /[A-Z.:-]|^(?:nuxt|router)link$/;

export function isComponent({ name }: OldElement): boolean {
  return COMPONENT.test(name);
}

/** An element's name as it is written: of Vue's components, parsers of HTML know no capitals. */
export function nameOf({ name, start }: OldElement, { language, source }: Facts): string {
  const written = source.slice(start + 1, start + 1 + name.length);
  const isSame = start >= 0 && written.toLowerCase() === name;
  return isSame && /^(?:vue|svelte)$/.test(language) ? written : name;
}
