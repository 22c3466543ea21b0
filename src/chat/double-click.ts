import { isElement, readClock } from "../natives.js";
import { isSame } from "./click.js";
import { findDispatched } from "./dispatched.js";

/** Milliseconds: a click so soon after the last sending of the same is of a double click. */
const DOUBLE_CLICK = 1000;

/** What was sent, for which button and when. */
interface SentRequest {
  button: Element | null;
  signature: string;
  time: number;
}

let sent: SentRequest[] = [];

/** Another copy of the script, such as the module beside the script's tag, has started a chat. */
export function noteOpening({ target }: Event): void {
  rememberSending(isElement(target) ? target : findDispatched(), "");
}

/**
 * Takes down that a button sends a request now: within the click on another button, as that button's chat, too.
 *
 * @returns to be called if nothing was sent
 */
export function rememberSending(button: Element | null, signature: string): () => void {
  const now = readClock();
  const buttons = new Set([button, findDispatched() ?? button]);
  const requests = [...buttons].map((each) => ({ button: each, signature, time: now }));
  sent = [...sent.filter((each) => isRecent(each, now)), ...requests];
  return () => {
    sent = sent.filter((each) => !requests.includes(each));
  };
}

/**
 * Whether this button has just sent something, or this request has just been sent: a page may replace a button
 * by a new one in the click.
 *
 * @param signature of the request; `""` if it is not known
 * @param now when the click came: a busy page hears of it later
 */
export function hasJustSent(button: Element | null, signature: string, now = readClock()): boolean {
  return sent.some((request) => isRecent(request, now) && isSame(request, button, signature));
}

function isRecent({ time }: SentRequest, now: number): boolean {
  return now - time < DOUBLE_CLICK;
}

/** Part of `stop()`. */
export function reset(): void {
  sent = [];
}
