import { INTERACTIVE_ROLE } from "../../../input/interactive-role.js";
import { isPlaceholderAddress } from "../../../input/placeholder.js";
import { MARK } from "../../../options/fields.js";
import { attribute, type OldElement, walk } from "./element.js";

/** Elements that have clicks of their own. A link that leads nowhere, and a label of nothing else, have none. */
const CONTROLS = /^(?:button|input|select|textarea|summary|option|iframe|object|audio|video)$/;

/** Whether an element keeps the clicks on it from the button around it. */
function isControl(element: OldElement): boolean {
  const { name, attributes } = element;
  if (attributes.has(MARK)) return false;
  if (name === "a") return leads(element);
  if (CONTROLS.test(name)) return true;
  const isInOrder = attributes.has("tabindex") && !attribute(element, "tabindex").startsWith("-");
  return isInOrder || INTERACTIVE_ROLE.test(attribute(element, "role"));
}

/** Whether nothing is typed into it or chosen in it: a button. */
export function isPressable({ name, attributes }: OldElement): boolean {
  const type = attributes.get("type") ?? "";
  return name === "button" || (name === "input" && /^(?:button|submit|reset|image)$/i.test(type));
}

/** Whether something is typed into it, or chosen in it. */
export function isField(element: OldElement): boolean {
  return /^(?:input|select|textarea|option)$/.test(element.name) && !isPressable(element);
}

/** The controls within an element. */
export function listControls(element: OldElement): OldElement[] {
  return [...walk(element)].filter(isControl);
}

/** Whether a link goes anywhere. */
export function leads(link: OldElement): boolean {
  return !isPlaceholderAddress(attribute(link, "href"), "", "");
}

/** What cannot be a button itself: a list's item, a table's cell. The new button stands in it. */
export const STAYS_AROUND = /^(?:li|td|th|dt|dd)$/;
