/**
 * What sends nothing more for now: the button of the last chat, or a call's options; until when, and
 * the window that waits for an answer. By the clock: in the back-forward cache, timers stand still.
 */
let locked: unknown;
let until = 0;
let waiting: Window | null | undefined;

/** @param time in milliseconds */
export function lock(key: unknown, time: number, handle?: Window | null): void {
  locked = key;
  until = Date.now() + time;
  waiting = handle;
}

/** Whether a click now is of a double click, or waits for an answer in a window that is still there. */
export function isLocked(key: unknown): boolean {
  return key === locked && Date.now() < until && !(waiting && waiting.closed);
}
