import { explain } from "../chat/chat.js";
import { findText } from "../report/language.js";
import { type Marked, PRINTED, print } from "../report/report.js";

const NATIVE = "input,button,a[href]";
const SAID_ALREADY = /\uc0c8 ?\ucc3d|new window/i;

/** Whether the browser itself makes clicks of Enter and Space on this element. */
export function isNative(button: Element): boolean {
  return button.matches(NATIVE);
}

/**
 * Once per button: its role, its place in the tab order, its title, and what is wrong with it.
 * Returns false where that has been done.
 */
export function prepareButton(button: Element & Marked): boolean {
  if (button[PRINTED]) return false;
  button[PRINTED] = [];
  if (!isNative(button)) {
    setDefault(button, "tabindex", "0");
    setDefault(button, "role", "button");
  }
  const plan = explain(button);
  if (plan.target !== "self" && !SAID_ALREADY.test(button.outerHTML)) {
    setDefault(button, "title", findText("새 창으로 열림", "Opens in a new window", button));
  }
  // Whether personal data will be sent shows at the click: a handler may encrypt it.
  print(
    plan.problems.filter(({ code }) => code !== "KC221"),
    button,
  );
  return true;
}

function setDefault(button: Element, name: string, value: string): void {
  if (!button.hasAttribute(name)) button.setAttribute(name, value);
}
