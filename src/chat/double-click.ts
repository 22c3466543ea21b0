import { readClock } from "../natives.js";

/** Milliseconds: a click so soon after the last sending of the same is of a double click. */
const DOUBLE_CLICK = 1000;

/** What was sent, by which button and when. */
interface Sending {
  element: Element | null;
  signature: string;
  time: number;
}

let sendings: Sending[] = [];

/** Takes down that a button has sent a request now. */
export function rememberSending(element: Element | null, signature: string): void {
  sendings = sendings.filter(isRecent);
  sendings.push({ element, signature, time: readClock() });
}

/**
 * Whether this button has just sent something, or this request has just been sent: a page may replace a button
 * by a new one in the click.
 *
 * @param signature of the request; `""` if it is not known
 */
export function hasJustSent(element: Element | null, signature: string): boolean {
  return sendings.some((sending) => isRecent(sending) && isSame(sending, element, signature));
}

/** Whether two clicks are of the same button, or come to the same request. */
export function isSame(
  click: { readonly element: Element | null; signature: string },
  element: Element | null,
  signature: string,
): boolean {
  return (
    (element !== null && click.element === element) ||
    (signature !== "" && click.signature === signature)
  );
}

function isRecent({ time }: Sending): boolean {
  return readClock() - time < DOUBLE_CLICK;
}

/** Part of `stop()`. */
export function reset(): void {
  sendings = [];
}
