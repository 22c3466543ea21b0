import { type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { readLabel } from "../../convert/write/element/label.js";

/** Attributes that give an element a text or a name in the browser: `v-text`, `th:text`, `data-i18n`, `[title]`. */
const FILLED = /^aria-labelledby$|[:@[(]|^(?:v|x|ng)-|text|html|bind|i18n/;

/** Whether screen readers have nothing to say of a button, as far as its HTML tells. */
export function isNameless(element: OldElement, facts: Facts): boolean {
  if (readLabel(element, facts) !== "") return false;
  // A custom element and a `<slot>` have their text from elsewhere.
  return ![element, ...walk(element)].some(
    ({ name, attributes }) =>
      name === "slot" ||
      name.includes("-") ||
      [...attributes.keys()].some((key) => FILLED.test(key)),
  );
}
