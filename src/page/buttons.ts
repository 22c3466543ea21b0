import { explainAtApproach } from "../chat/chat.js";
import { isLink } from "../input/mark.js";
import { callNative, readAttribute, readNative } from "../natives.js";
import { pickLanguage } from "../report/language.js";
import { NEW_WINDOW_TITLE } from "../report/messages.js";
import { print } from "../report/report.js";

/** The elements that make clicks of Enter and Space themselves, and have a place in the tab order. */
const NATIVE = "input,button,a[href],area[href],summary,select,textarea";

/** What has clicks and keys of its own by what it is. */
const CONTROLS = `${NATIVE},label,option,iframe,object,audio[controls],video[controls],[tabindex],[contenteditable]:not([contenteditable=false])`;

/** The roles of what has clicks of its own. An attribute may hold several, in any case. */
const INTERACTIVE_ROLE =
  /(?:^|\s)(?:button|link|checkbox|radio|switch|tab|option|menuitem(?:checkbox|radio)?|combobox|listbox|textbox|searchbox|slider|spinbutton|treeitem)(?:\s|$)/i;

/** A button that submits its form only because nobody has said what else it does. */
const UNTYPED = "button:not([type=submit]):not([type=reset]):not([type=button])";

/** Says that a window opens. Shops sell windows, too: \ucc3d\ud638, \ucc3d\ud2c0, \ucc3d\ubb38. */
const SAYS_NEW_WINDOW = /\uc0c8 ?\ucc3d(?![\ud638\ud2c0\ubb38])|new window/i;

/** What a button is called comes of its text and of these. */
const NAMING_ATTRIBUTES = ["aria-label", "title", "alt", "value"];

/** Whether the browser itself makes clicks of Enter and Space on this element. */
export function isNative(element: Element): boolean {
  return callNative(element, "matches", NATIVE);
}

/** Whether an element has clicks of its own, so that those in it do not count for the button around it. */
export function isInteractive(element: Element): boolean {
  const isControl =
    callNative(element, "matches", CONTROLS) ||
    INTERACTIVE_ROLE.test(readAttribute(element, "role") ?? "");
  return isControl && !isPlaceholder(element);
}

/** A link that leads nowhere: preventing its default is everybody's habit. */
export function isPlaceholder(element: Element): boolean {
  if (!isLink(element)) return false;
  // Browsers leave out tabs and line ends: https://url.spec.whatwg.org/#concept-basic-url-parser
  const href = (readAttribute(element, "href") ?? "").replace(/[\t\n\r]/g, "").trim();
  return href === "" || /^(?:#|javascript:)/i.test(href);
}

/** A button in the legend of a disabled fieldset is not disabled, which only it can tell. */
export function isDisabled(button: Element): boolean {
  return (
    callNative(button, "closest", "[aria-disabled=true]") !== null ||
    callNative(button, "matches", ":disabled,[disabled]")
  );
}

let prepared = new WeakSet<Element>();

export function isPrepared(button: Element): boolean {
  return prepared.has(button);
}

/**
 * Once per button: its role, its place in the tab order, its type in a form, its target, its title; and
 * what is wrong with it.
 */
export function prepareButton(button: Element): void {
  if (isPrepared(button)) return;
  prepared.add(button);
  if (!isNative(button) && !holdsFocus(button)) {
    setDefault(button, "tabindex", "0");
    setDefault(button, "role", "button");
  }
  // Enter in a field of the form goes to its first submit button, which a button without a type is.
  if (callNative(button, "matches", UNTYPED) && (button as HTMLButtonElement).form) {
    callNative(button, "setAttribute", "type", "button");
  }
  const { target, problems } = explainAtApproach(button);
  if (target !== "self") {
    // Scripts that take over outbound links leave such links alone.
    if (isLink(button)) setDefault(button, "target", "_blank");
    if (!saysNewWindow(button)) {
      setDefault(button, "title", pickLanguage(...NEW_WINDOW_TITLE, button));
    }
  }
  // Whether personal data will be sent shows at the click: a handler may encrypt it.
  print(
    problems.filter(({ code }) => code !== "KC221"),
    button,
  );
}

function saysNewWindow(button: Element): boolean {
  const parts = [button, ...callNative(button, "querySelectorAll", "[aria-label],[title],[alt]")];
  const isSaid = (part: Element) =>
    NAMING_ATTRIBUTES.some((name) => SAYS_NEW_WINDOW.test(readAttribute(part, name) ?? ""));
  return SAYS_NEW_WINDOW.test(button.textContent ?? "") || parts.some(isSaid);
}

/** Whether an element holds a control or delegates the focus, so that a tab stop of its own is one too many. */
function holdsFocus(button: Element): boolean {
  const root = readNative(button, "shadowRoot");
  const isDelegating = root?.delegatesFocus || root?.querySelector(CONTROLS);
  return Boolean(isDelegating || callNative(button, "querySelector", CONTROLS));
}

function setDefault(button: Element, name: string, value: string): void {
  if (!callNative(button, "hasAttribute", name)) callNative(button, "setAttribute", name, value);
}

/** Part of `stop()`. */
export function reset(): void {
  prepared = new WeakSet();
}
