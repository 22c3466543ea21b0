import { dispatch, isElement, makeEvent, readNative } from "../natives.js";
import { type Code, type Problem, reporterFor } from "../problems.js";

declare const KAKAO_CHAT_CODES_URL: string;

/** Lines that the console has had already, by the element or document that they are about. */
let printedLines = new WeakMap<EventTarget, string[]>();

/** Prints each distinct problem of a button once: one line, and the button to click on. */
export function print(problems: readonly Problem[], target: EventTarget): void {
  if (problems.length === 0) return;
  const printed = printedLines.get(target) ?? [];
  printedLines.set(target, printed);
  for (const { code, field, level, message } of problems) {
    const line = `[kakao-chat] ${code} ${field}: ${message}${findHelp(code)}`;
    if (printed.includes(line)) continue;
    printed.push(line);
    try {
      if (level === "error") window.console.error(line, target);
      else window.console.warn(line, target);
    } catch {
      // A page may have put a console of its own there, with `log` alone. The event says it all the same.
    }
  }
}

/** Where a code is explained. Empty until the package has an address. */
function findHelp(code: string): string {
  return KAKAO_CHAT_CODES_URL && ` ${KAKAO_CHAT_CODES_URL}#${code.toLowerCase()}`;
}

/** Tells the page what is wrong, at each click that has anything. */
export function report(problems: readonly Problem[], target: EventTarget): void {
  print(problems, target);
  if (problems.length > 0) emit(target, "problem", { problems });
}

/** Tells the page of one problem that shows itself only in what has happened. */
export function reportOne(
  target: EventTarget,
  field: string,
  code: Code,
  expected: string,
  got: string,
): void {
  const problems: Problem[] = [];
  reporterFor(problems, field)(code, expected, got);
  report(problems, target);
}

/**
 * Sends `kakao-chat:<name>` from the button, or from the document if the click's own handlers have
 * taken the button off the page, or into a frame: the page's listeners, the seal among them, hear it all the same.
 * Returns false if a handler prevented its default.
 */
export function emit(
  target: EventTarget,
  name: "before" | "open" | "blocked" | "problem",
  detail: object,
  cancelable = false,
): boolean {
  const isThere =
    isElement(target) &&
    readNative(target, "isConnected") &&
    readNative(target, "ownerDocument") === document;
  const init = { bubbles: true, composed: true, cancelable, detail };
  const event = makeEvent("CustomEvent", `kakao-chat:${name}`, init);
  return !dispatch(isThere ? target : document, event);
}

/** Part of `stop()`. */
export function reset(): void {
  printedLines = new WeakMap();
}
