import { readClock } from "../natives.js";

/** Milliseconds: a click so soon after the last sending of the same is of a double click. */
const DOUBLE_CLICK = 1000;

let timeByElement = new WeakMap<Element, number>();
let timeBySignature = new Map<string, number>();

/** Takes down that a button has sent a request now. */
export function rememberSending(element: Element | null, signature: string): void {
  const now = readClock();
  for (const [old, time] of timeBySignature) if (!isRecent(time)) timeBySignature.delete(old);
  timeBySignature.set(signature, now);
  if (element) timeByElement.set(element, now);
}

/** Whether this button has just sent something. */
export function hasJustSent(element: Element): boolean {
  return isRecent(timeByElement.get(element));
}

/** Whether this request has just been sent: a page may replace a button by a new one in the click. */
export function wasJustSent(signature: string): boolean {
  return isRecent(timeBySignature.get(signature));
}

function isRecent(time: number | undefined): boolean {
  return time !== undefined && readClock() - time < DOUBLE_CLICK;
}

/** Part of `stop()`. */
export function reset(): void {
  timeByElement = new WeakMap();
  timeBySignature = new Map();
}
