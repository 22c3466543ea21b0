import { explainAtApproach } from "../chat/explain.js";
import { isButton, isLink } from "../input/mark.js";
import { callNative, isElement, readAttribute, readNative } from "../natives.js";
import { pickLanguage } from "../report/language.js";
import { NEW_WINDOW_TITLE } from "../report/messages.js";
import { print } from "../report/report.js";
import { holdsFocus, isNative, isPlaceholder, isSubmitting } from "./controls.js";

/** Says that a window opens. Shops sell windows, too: \ucc3d\ud638, \ucc3d\ud2c0, \ucc3d\ubb38. */
const SAYS_NEW_WINDOW = /\uc0c8 ?\ucc3d(?![\ud638\ud2c0\ubb38])|new window/i;

/** What a button is called comes of its text and of these. */
const NAMING_ATTRIBUTES = ["aria-label", "title", "alt", "value"];

/** The buttons that have been prepared, and what each was given for it: attributes with their values. */
let prepared = new WeakMap<EventTarget, Record<string, string>>();

/** Whether a button has been prepared once, whatever the page has taken off it since. */
export function isPrepared(button: Element): boolean {
  return prepared.has(button);
}

/** Whether a button has still what it was given: a page that is morphed takes away what the server did not write. */
export function isWhole(button: Element): boolean {
  const given = prepared.get(button);
  const isLost = (name: string) => !callNative(button, "hasAttribute", name);
  return (
    given !== undefined &&
    !Object.keys(given).some((name) => name !== "title" && isLost(name)) &&
    !isSubmitting(button) &&
    // A custom element may be defined long after the page has loaded.
    !("tabindex" in given && readNative(button, "shadowRoot") && holdsFocus(button))
  );
}

/**
 * Its role, its place in the tab order, its type in a form, its target; and once per button its title, and what is
 * wrong with it.
 */
export function prepareButton(button: Element): void {
  if (isWhole(button)) return;
  const isFirst = !isPrepared(button);
  const given: Record<string, string> = prepared.get(button) ?? Object.create(null);
  prepared.set(button, given);
  const give = (name: string, value: string) => {
    if (readAttribute(button, name)) return;
    callNative(button, "setAttribute", name, value);
    given[name] = value;
  };
  if (isNative(button) || holdsFocus(button)) takeBack(button, ["tabindex", "role"]);
  else {
    give("tabindex", "0");
    give("role", "button");
  }
  if (isSubmitting(button)) give("type", "button");
  const { target, problems } = explainAtApproach(button);
  // Scripts that take over outbound links leave such links alone.
  if (target !== "self" && isLink(button)) give("target", "_blank");
  if (!isFirst) return;
  const isUntitled = !callNative(button, "hasAttribute", "title");
  if (target !== "self" && isUntitled && !saysNewWindow(button)) {
    give("title", pickLanguage(...NEW_WINDOW_TITLE, button));
  }
  // Whether personal data will be sent shows at the click: a handler may encrypt it.
  print(
    problems.filter(({ code }) => code !== "KC221"),
    button,
  );
}

/** Takes everything back from an element that is no button any more: frameworks make something else of the same one. */
export function releaseButton(element: EventTarget): void {
  // Of most nodes of a path this is all that is asked.
  if (!prepared.has(element) || !isElement(element) || isButton(element)) return;
  takeBack(element, Object.keys(prepared.get(element) ?? {}));
  prepared.delete(element);
}

/** A click on a control inside follows the link, too: one that leads nowhere would open the page once more. */
export function releaseTarget(element: EventTarget): void {
  if (!prepared.has(element) || !isElement(element) || !isPlaceholder(element)) return;
  takeBack(element, ["target"]);
}

function takeBack(element: Element, names: readonly string[]): void {
  const given = prepared.get(element);
  for (const name of names) {
    if (!given || !(name in given)) continue;
    if (readAttribute(element, name) === given[name]) callNative(element, "removeAttribute", name);
    delete given[name];
  }
}

function saysNewWindow(button: Element): boolean {
  const parts = [button, ...callNative(button, "querySelectorAll", "[aria-label],[title],[alt]")];
  const isSaid = (part: Element) =>
    NAMING_ATTRIBUTES.some((name) => SAYS_NEW_WINDOW.test(readAttribute(part, name) ?? ""));
  return SAYS_NEW_WINDOW.test(button.textContent ?? "") || parts.some(isSaid);
}

/** Part of `stop()`. */
export function reset(): void {
  prepared = new WeakMap();
}
