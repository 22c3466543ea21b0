import { leads, listControls } from "../../convert/read/markup/control.js";
import { type OldElement, textOf, walk } from "../../convert/read/markup/element.js";

const PICTURES = /^(?:img|svg|picture|canvas)$/;

/** The control that is all an element shows, and keeps the clicks on it: `<div data-kakao-chat><button>...</button></div>`. */
export function findCovering(element: OldElement): OldElement | null {
  // Browsers follow a link on a click on what does nothing by itself.
  if (/^(?:a|area)$/.test(element.name) && leads(element)) return null;
  const [control, ...more] = listControls(element);
  if (!control || more.length > 0) return null;
  const isWhole = textOf(element).trim() === textOf(control).trim();
  const within = new Set(walk(control));
  const isPicture = (one: OldElement) =>
    PICTURES.test(one.name) && one !== control && !within.has(one);
  return isWhole && ![...walk(element)].some(isPicture) ? control : null;
}
