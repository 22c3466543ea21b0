import { attribute, type OldElement, textOf, walk } from "../convert/read/markup/element.js";
import { INTERACTIVE_ROLE } from "../input/interactive-role.js";
import { isPlaceholderAddress } from "../input/placeholder.js";

/** Elements that have clicks of their own. A link that leads nowhere, and a label of nothing else, have none. */
const CONTROLS = /^(?:button|input|select|textarea|summary|option|iframe|object|audio|video)$/;
const PICTURES = /^(?:img|svg|picture|canvas)$/;

/** The control that is all an element shows, and keeps the clicks on it: `<div data-kakao-chat><button>...</button></div>`. */
export function findCovering(element: OldElement): OldElement | null {
  // Browsers follow a link on a click on what does nothing by itself.
  if (/^(?:a|area)$/.test(element.name) && leads(element)) return null;
  const [control, ...more] = [...walk(element)].filter(isControl);
  if (!control || more.length > 0) return null;
  const isWhole = textOf(element).trim() === textOf(control).trim();
  const within = new Set(walk(control));
  const isPicture = (one: OldElement) =>
    PICTURES.test(one.name) && one !== control && !within.has(one);
  return isWhole && ![...walk(element)].some(isPicture) ? control : null;
}

function isControl(element: OldElement): boolean {
  const { name, attributes } = element;
  if (attributes.has("data-kakao-chat")) return false;
  if (name === "a") return leads(element);
  if (CONTROLS.test(name)) return true;
  const isInOrder = attributes.has("tabindex") && !attribute(element, "tabindex").startsWith("-");
  return isInOrder || INTERACTIVE_ROLE.test(attribute(element, "role"));
}

/** Whether a link goes anywhere. */
function leads(link: OldElement): boolean {
  return !isPlaceholderAddress(attribute(link, "href"), "", "");
}
