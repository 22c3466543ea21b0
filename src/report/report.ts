import type { Problem } from "../problems.js";

/**
 * On each button that has been looked after, and on the document (for calls without a button) while a
 * copy of this script (any version, any bundle) serves it: what the console has had already. A symbol:
 * no page's script or selector comes across it, and no `cloneNode()` takes it along.
 */
export const PRINTED = Symbol.for("kakao-chat");

export type Marked = EventTarget & { [PRINTED]?: string[] | null };

/** Prints each distinct problem of a button once: one line, and the button to click on. */
export function print(problems: readonly Problem[], button: Marked): void {
  for (const problem of problems) {
    const line = `[kakao-chat] ${problem.code} ${problem.field}: ${problem.message}`;
    const lines = button[PRINTED] || [];
    if (!lines.includes(line)) {
      lines.push(line);
      // A "warning" is `console.warn`'s, an "error" `console.error`'s.
      console[problem.level.replace("ing", "") as "warn"](line, button);
    }
  }
}

/** Tells the page what is wrong, at each click that has anything. */
export function report(problems: readonly Problem[], button: EventTarget): void {
  print(problems, button);
  if (problems[0]) emit(button, "problem", { problems });
}

/**
 * Sends `kakao-chat:<name>` from the button, or from the document where the click's own handlers have
 * taken the button off the page: the page's listeners, the seal among them, hear it all the same.
 * Returns false where a handler prevented its default.
 */
export function emit(
  button: EventTarget,
  name: string,
  detail: object,
  cancelable?: boolean,
): boolean {
  const place = (button as Node).isConnected ? button : document;
  return place.dispatchEvent(
    new CustomEvent(`kakao-chat:${name}`, {
      bubbles: true,
      composed: true,
      cancelable: cancelable as boolean,
      detail,
    }),
  );
}
