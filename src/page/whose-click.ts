import { findFirst, trim } from "../builtins.js";
import { isButton, isLink, readHref } from "../input/mark.js";
import {
  callNative,
  defineOwn,
  findHost,
  findParent,
  isElement,
  readAttribute,
  readNative,
} from "../natives.js";
import { isClickedByField, isEdited, isInert, isInteractive, isPlaceholder } from "./controls.js";

/** The button that a click or key is for. */
export interface ClickedButton {
  /** The innermost one around what was clicked. */
  button: Element;
  /** Whether it is, or the click went through, a link that leads nowhere: preventing it is everybody's habit. */
  isPlaceholder: boolean;
  /** Whether the click is on a control inside it, whose handlers may have prevented it for their own sake. */
  isInside: boolean;
  /** Whether it is, is inside, or is made of a link, which routers and trackers would take over. */
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
  // Most clicks of a page are elsewhere.
  if (!elements.some(isButton)) return null;
  const found = findFirst(
    elements,
    (element) =>
      isButton(element) ||
      (isInteractive(element) && !findHostButton(element) && !isAllOfLink(element)),
  );
  if (!found) return null;
  const index = elements.indexOf(found);
  const outer = elements.slice(index + 1);
  const isInside = !isButton(found);
  const button = isInside ? findFollowed(found, outer) : found;
  if (!button || isEdited(button)) return null;
  return {
    button,
    isInside,
    isPlaceholder: elements.slice(0, index + 1).some(isPlaceholder),
    // A control inside goes by whether its own handlers prevent the click.
    isInLink: !isInside && elements.some(isLink),
  };
}

/** The marked link that browsers follow on a click on a control inside that does nothing by itself. */
function findFollowed(control: Element, outer: readonly Element[]): Element | null {
  const button = findFirst(outer, isButton);
  const isFollowed = button && isInert(control) && isLink(button) && !isPlaceholder(button);
  return isFollowed ? button : null;
}

/** The button in whose shadow tree an element is: a custom element may be made of a control. */
export function findHostButton(element: Element): Element | null {
  const host = findHost(callNative(element, "getRootNode"));
  return host && (isButton(host) ? host : findHostButton(host));
}

/**
 * Whether an element is all that a marked link shows: `<a data-kakao-chat><button>...</button></a>`. It does nothing by
 * itself, and browsers follow the link.
 */
function isAllOfLink(element: Element): boolean {
  if (!isInert(element)) return false;
  const shown = findShown(element);
  const link = findLinkOfOne(shown);
  return link !== null && isButton(link) && readText(link) === readText(shown);
}

function readText(element: Element): string {
  return trim(readNative(element, "textContent") ?? "");
}

/** What stands in a link of an element: a custom element, if that is made of it. */
function findShown(element: Element): Element {
  if (callNative(element, "closest", "a,area")) return element;
  const host = findHost(callNative(element, "getRootNode"));
  return host ? findShown(host) : element;
}

/** The link that holds no other element than this, and those between both. */
function findLinkOfOne(element: Element): Element | null {
  const parent = findParent(element);
  if (!parent || readNative(parent, "childElementCount") !== 1) return null;
  return isLink(parent) ? parent : findLinkOfOne(parent);
}

/**
 * Whether the browser has made this click of Enter in a field of the button's form. It clicks the form's first submit
 * button, which a marked `<input>` may be, or a button that the page has made one: their type is not changed.
 */
export function isOfField(event: MouseEvent, button: Element): boolean {
  if (event.detail > 0 || !event.isTrusted || !isClickedByField(button)) return false;
  // In a shadow tree, the document only knows the host.
  const root = callNative(button, "getRootNode");
  const active = "activeElement" in root ? readNative(root, "activeElement") : null;
  const isField = isElement(active) && active !== button && "form" in active;
  return isField && active.form !== null && active.form === (button as HTMLInputElement).form;
}

/** Whether a click opens a link in a tab or window of the visitor's choice, which is the browser's affair. */
export function isBrowsersOwn(event: MouseEvent, button: Element): boolean {
  const isModified = event.shiftKey || event.ctrlKey || event.metaKey;
  return isModified && isLink(button) && readHref(button) !== null;
}

/**
 * Keeps what a click would do besides that cannot be cancelled, or only by listeners that a page has not made passive:
 * a link's address and a button's type are away until the script that has made it ends, or the browser has had its turn.
 */
export function holdDefault({ isTrusted }: Event, path: readonly EventTarget[]): void {
  for (const element of path.filter(isElement)) {
    const isControl = callNative(element, "matches", "button,input");
    const name = isControl ? "type" : isLink(element) ? "href" : "";
    const value = name && readAttribute(element, name);
    if (!value) continue;
    if (isControl) callNative(element, "setAttribute", name, "button");
    else callNative(element, "removeAttribute", name);
    const restore = () => callNative(element, "setAttribute", name, value);
    if (isTrusted) setTimeout(restore);
    else queueMicrotask(restore);
  }
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
  return [...callNative(form, "querySelectorAll", "button")];
}
