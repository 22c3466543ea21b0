import { isButton, isLink, readHref } from "../input/mark.js";
import { callNative, defineOwn, findHost, findParent, isElement, readNative } from "../natives.js";
import { isEdited, isInteractive, isPlaceholder } from "./buttons.js";

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
    (element) =>
      isButton(element) ||
      (isInteractive(element) && !isPartOfButton(element) && !isAllOfLink(element)),
  );
  const button = elements[index];
  if (!button || !isButton(button) || isEdited(button)) return null;
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

/**
 * Whether an element is all that a marked link shows: `<a data-kakao-chat><button>...</button></a>`. It does nothing by
 * itself, and browsers follow the link.
 */
function isAllOfLink(element: Element): boolean {
  const link = findParent(element);
  return (
    link !== null &&
    isLink(link) &&
    isButton(link) &&
    readNative(link, "childElementCount") === 1 &&
    readNative(link, "textContent")?.trim() === readNative(element, "textContent")?.trim() &&
    callNative(element, "matches", "button") &&
    (element as HTMLButtonElement).form === null
  );
}

/**
 * Enter in a field of a form clicks the form's first submit button, which a marked `<input>` may be: its type cannot be
 * changed.
 */
export function isOfField(event: MouseEvent, button: Element): boolean {
  if (event.detail > 0 || !event.isTrusted || !callNative(button, "matches", "input")) return false;
  const active = readNative(document, "activeElement");
  const isField = active !== null && active !== button && "form" in active;
  return isField && active.form !== null && active.form === (button as HTMLInputElement).form;
}

/** Clicks that open a link in a tab or window of the visitor's choice are the browser's. */
export function isBrowsersOwn(event: MouseEvent, button: Element): boolean {
  const isModified = event.shiftKey || event.ctrlKey || event.metaKey;
  return isModified && isLink(button) && readHref(button) !== null;
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
