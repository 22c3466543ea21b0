import { readClock } from "../natives.js";

/** Milliseconds: a click so soon after the last sending of the same is of a double click. */
const DOUBLE_CLICK = 1000;

/** A request and when it was sent. Plain objects: old shops have a `Map` of their own on the window. */
interface Sending {
  signature: string;
  time: number;
}

let timeByElement = new WeakMap<Element, number>();
let sendings: Sending[] = [];

/** Takes down that a button has sent a request now. */
export function rememberSending(element: Element | null, signature: string): void {
  const time = readClock();
  sendings = sendings.filter((each) => isRecent(each.time));
  sendings.push({ signature, time });
  if (element) timeByElement.set(element, time);
}

/** Whether this button has just sent something. */
export function hasJustSent(element: Element): boolean {
  return isRecent(timeByElement.get(element));
}

/** Whether this request has just been sent: a page may replace a button by a new one in the click. */
export function wasJustSent(signature: string): boolean {
  return sendings.some((each) => each.signature === signature && isRecent(each.time));
}

function isRecent(time: number | undefined): boolean {
  return time !== undefined && readClock() - time < DOUBLE_CLICK;
}

/** Part of `stop()`. */
export function reset(): void {
  timeByElement = new WeakMap();
  sendings = [];
}
