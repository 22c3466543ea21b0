import { isButton, isLink } from "../input/mark.js";
import { callNative, defineOwn, findHost, isElement } from "../natives.js";
import { isInteractive, isPlaceholder } from "./buttons.js";

/** The button that a click or key is for. */
export interface ClickedButton {
  button: Element;
  /** Whether it is, or the click went through, a link that leads nowhere: preventing it is everybody's habit. */
  isPlaceholder: boolean;
  /** Whether it is, or is inside, a link, which routers and trackers would take over. */
  isInLink: boolean;
}

/**
 * Finds whose click it is. The innermost button counts. Another interactive element inside a button keeps its
 * own clicks; a placeholder link inside counts as the button.
 *
 * @param path of the event, from the innermost node
 */
export function findClickedButton(path: readonly EventTarget[]): ClickedButton | null {
  const elements = path.filter(isElement);
  const index = elements.findIndex(
    (element) => isButton(element) || (isInteractive(element) && !isPartOfButton(element)),
  );
  const button = elements[index];
  if (!button || !isButton(button)) return null;
  return {
    button,
    isPlaceholder: elements.slice(0, index + 1).some(isPlaceholder),
    isInLink: elements.slice(index).some(isLink),
  };
}

/** Whether an element is in the shadow tree of a button: a custom element may be made of a native control. */
function isPartOfButton(element: Element): boolean {
  const host = findHost(callNative(element, "getRootNode"));
  return host !== null && (isButton(host) || isPartOfButton(host));
}

/** Clicks that open a link in a tab or window of the visitor's choice are the browser's. */
export function isBrowsersOwn(event: MouseEvent, button: Element): boolean {
  const isModified = event.shiftKey || event.ctrlKey || event.metaKey;
  return isModified && callNative(button, "matches", "a[href],area[href]");
}

/**
 * Lets the event read as prevented during its dispatch: routers and trackers that go by it leave the link
 * alone. Whether the page has really prevented it, the browser's own getter says.
 *
 * @returns takes that off the event again
 */
export function standForPrevented(event: Event): () => void {
  defineOwn(event, "defaultPrevented", { get: () => true, configurable: true });
  return () => Reflect.deleteProperty(event, "defaultPrevented");
}

/** The buttons of the form of a field, which Enter in it might press. */
export function findFormButtons(field: Element): readonly Element[] {
  const form = "form" in field ? field.form : null;
  if (!isElement(form)) return [];
  // Scripts replace `Array.from` (MooTools, prototype.js).
  return [...callNative(form, "querySelectorAll", "button")].filter(isButton);
}
