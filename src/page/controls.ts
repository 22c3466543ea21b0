/** What an element is to the browser by itself, whether it is a button of ours or stands in one. */

import { INTERACTIVE_ROLE } from "../input/interactive-role.js";
import { EDITABLE, isLink, readHref } from "../input/mark.js";
import { isPlaceholderAddress } from "../input/placeholder.js";
import { parseChatAddress } from "../kakao.js";
import { callNative, isElement, readAttribute, readNative } from "../natives.js";

/** What browsers put in the tab order and give keys of its own. */
const NATIVE = "input,button,a[href],area[href],details>summary,select,textarea";

/** Of these, what Space clicks too. */
const PRESSED = "button,summary,[type=button],[type=submit],[type=reset],[type=image]";

/** What has clicks and keys of its own by what it is. A drawing's link may have its address in `xlink:href`. */
const CONTROLS = `${NATIVE},svg a,label,option,iframe,object,audio[controls],video[controls],[tabindex]:not([tabindex^="-"]),${EDITABLE}`;

/** What the keyboard does not reach, though it is a control. */
const UNREACHED = "label,option,:disabled,[type=hidden],[tabindex='-1'],[hidden],[hidden] *";

/** What does something at a click by itself, within a link too. */
const ACTING =
  "a,area,input:not([type=button]),select,textarea,label,option,summary,iframe,object,audio,video";

/** A button that submits its form only because nobody has said what else it does. */
const UNTYPED = "button:not([type=submit]):not([type=reset]):not([type=button])";

/** What submits a form: an `<input>` of any other type, or a button that the page has made one. */
const SUBMIT = "input:not([type=button]):not([type=reset]),[type=submit]";

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

/**
 * Whether a button is a link that takes visitors somewhere without a chat of ours: to the channel's own page, to the
 * shop's contacts, or by way of a counter, which has put its address there, to the chat. One to a chat that the page
 * does not allow leads nowhere.
 */
export function leadsElsewhere(button: Element): boolean {
  const href = readHref(button);
  return isLink(button) && href !== null && !isPlaceholder(button) && !parseChatAddress(href);
}

/** A button in the legend of a disabled fieldset is not disabled, which only it can tell. */
export function isDisabled(button: Element): boolean {
  return (
    callNative(button, "closest", "[aria-disabled=true]") !== null ||
    // Vue writes `disabled="false"` on what has no such property.
    callNative(button, "matches", ':disabled,[disabled]:not([disabled="false"])')
  );
}

/** Whether an element looks like a control, but no click on it does anything unless a script hears it. */
export function isInert(element: Element): boolean {
  return callNative(element, "matches", "button")
    ? callNative(element, "matches", "[type=button]") ||
        ("form" in element && element.form === null)
    : !callNative(element, "matches", `${ACTING},${EDITABLE}`);
}

/** Whether a button may send its form, or Enter in a field may click it, because nobody has given it a type. */
export function isSubmitting(button: Element): boolean {
  if (callNative(button, "matches", UNTYPED)) return (button as HTMLButtonElement).form !== null;
  return isOfForm(button) && !callNative(button, "hasAttribute", "type");
}

/** Whether it is a custom element that takes part in the form around it: Material Web's button sends it. */
function isOfForm(element: Element): boolean {
  const made = window.customElements?.get(element.localName);
  return (
    made !== undefined &&
    "formAssociated" in made &&
    isElement(callNative(element, "closest", "form"))
  );
}

/** Whether Enter in a field of its form may click it: an `<input>`, or a button that the page has made a submit button. */
export function isClickedByField(button: Element): boolean {
  return callNative(button, "matches", SUBMIT);
}

/** Whether an element holds a control or delegates the focus, so that a tab stop of its own is one too many. */
export function holdsFocus(button: Element): boolean {
  const root = readNative(button, "shadowRoot");
  const isReached = (control: Element) => !callNative(control, "matches", UNREACHED);
  return (
    root?.delegatesFocus === true ||
    [...(root?.querySelectorAll(CONTROLS) ?? [])].some(isReached) ||
    [...callNative(button, "querySelectorAll", CONTROLS)].some(isReached)
  );
}
