import { explainAtApproach } from "../chat/explain.js";
import { INTERACTIVE_ROLE } from "../input/interactive-role.js";
import { EDITABLE, isButton, isLink, readHref } from "../input/mark.js";
import { isPlaceholderAddress } from "../input/placeholder.js";
import { callNative, isElement, readAttribute, readNative } from "../natives.js";
import { pickLanguage } from "../report/language.js";
import { NEW_WINDOW_TITLE } from "../report/messages.js";
import { print } from "../report/report.js";

/** What browsers put in the tab order and give keys of its own. */
const NATIVE = "input,button,a[href],area[href],details>summary,select,textarea";

/** Of these, what Space clicks too. */
const PRESSED = "button,summary,[type=button],[type=submit],[type=reset],[type=image]";

/** What has clicks and keys of its own by what it is. A drawing's link may have its address in `xlink:href`. */
const CONTROLS = `${NATIVE},svg a,label,option,iframe,object,audio[controls],video[controls],[tabindex]:not([tabindex^="-"]),${EDITABLE}`;

/** What the keyboard does not reach, though it is a control. */
const UNREACHED = "label,option,:disabled,[type=hidden],[tabindex='-1'],[hidden],[hidden] *";

/** A button that submits its form only because nobody has said what else it does. */
const UNTYPED = "button:not([type=submit]):not([type=reset]):not([type=button])";

/** Says that a window opens. Shops sell windows, too: \ucc3d\ud638, \ucc3d\ud2c0, \ucc3d\ubb38. */
const SAYS_NEW_WINDOW = /\uc0c8 ?\ucc3d(?![\ud638\ud2c0\ubb38])|new window/i;

/** What a button is called comes of its text and of these. */
const NAMING_ATTRIBUTES = ["aria-label", "title", "alt", "value"];

/** Whether the browser itself makes clicks of Enter and Space on this element. */
export function isNative(element: Element): boolean {
  return callNative(element, "matches", NATIVE) || (isLink(element) && readHref(element) !== null);
}

/** Whether browsers click this element of Enter, or of Space too. */
export function isClickedByKey(element: Element, isEnter: boolean): boolean {
  return callNative(element, "matches", PRESSED) || (isEnter && isLink(element));
}

/** Whether an element has clicks of its own, so that those in it do not count for the button around it. */
export function isInteractive(element: Element): boolean {
  const isControl =
    (callNative(element, "matches", CONTROLS) && !isText(element)) ||
    INTERACTIVE_ROLE.test(readAttribute(element, "role") ?? "");
  return isControl && !isPlaceholder(element);
}

/** A label of nothing, or of the button that it stands in, is a text. */
function isText(element: Element): boolean {
  if (!("control" in element)) return false;
  const { control } = element;
  return control === null || (isElement(control) && callNative(control, "contains", element));
}

/** Whether it stands in a text that is being written: there a click puts the caret somewhere. */
export function isEdited(button: Element): boolean {
  const said = callNative(button, "closest", `${EDITABLE},[contenteditable="false" i]`);
  return said ? callNative(said, "matches", EDITABLE) : readNative(document, "designMode") === "on";
}

/** A link that leads nowhere, or to a place in this page. */
export function isPlaceholder(element: Element): boolean {
  if (!isLink(element)) return false;
  // A drawing's `href` is an object.
  const whole = "href" in element ? String(readNative(element, "href")) : "";
  return isPlaceholderAddress(readHref(element) ?? "", whole, location.href);
}

/** A button in the legend of a disabled fieldset is not disabled, which only it can tell. */
export function isDisabled(button: Element): boolean {
  return (
    callNative(button, "closest", "[aria-disabled=true]") !== null ||
    // Vue writes `disabled="false"` on what has no such property.
    callNative(button, "matches", ':disabled,[disabled]:not([disabled="false"])')
  );
}

/** The buttons that have been prepared, and what each was given for it: attributes with their values. */
let prepared = new WeakMap<EventTarget, Record<string, string>>();

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

/** Enter in a field of a form goes to its first submit button, which a button without a type is. */
function isSubmitting(button: Element): boolean {
  return callNative(button, "matches", UNTYPED) && (button as HTMLButtonElement).form !== null;
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

/** Whether an element holds a control or delegates the focus, so that a tab stop of its own is one too many. */
function holdsFocus(button: Element): boolean {
  const root = readNative(button, "shadowRoot");
  const isReached = (control: Element) => !callNative(control, "matches", UNREACHED);
  return (
    root?.delegatesFocus === true ||
    [...(root?.querySelectorAll(CONTROLS) ?? [])].some(isReached) ||
    [...callNative(button, "querySelectorAll", CONTROLS)].some(isReached)
  );
}

/** Part of `stop()`. */
export function reset(): void {
  prepared = new WeakMap();
}
