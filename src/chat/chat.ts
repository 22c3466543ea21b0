import { findNamedButton } from "../input/mark.js";
import { emit, reportOne } from "../report/report.js";
import type { ChatInput, Outcome } from "../types.js";
import { type Click, planClick, signRequest, startClick, takeOptions } from "./click.js";
import { hasJustSent } from "./double-click.js";
import { send } from "./send.js";
import { giveUpSharedWaits, isWaiting, waitForAnswers } from "./wait.js";

/** Whether a `kakao-chat:before` event is being dispatched. */
let isAsking = false;

/** How many calls are under way, each within an event of the one before. */
let depth = 0;

/** A handler of our events may start one more chat, whose own events start none. */
const DEEPEST = 2;

/**
 * Starts a chat as a click would: for a button, or with options over the page's defaults. To be
 * called from a click or key handler: without a gesture browsers refuse the window.
 */
export function open(source?: Element | ChatInput): Outcome {
  const element = findNamedButton(source);
  depth++;
  try {
    if (!isAsking && depth <= DEEPEST) return openOnce(source, element);
    // The report is an event, too, and may bring us here once more.
    if (depth <= DEEPEST + 1) {
      reportOne(
        element ?? document,
        "open",
        "KC503",
        "no KakaoChat.open() within its events",
        "one",
      );
    }
    return "cancelled";
  } finally {
    depth--;
  }
}

function openOnce(source: Element | ChatInput | undefined, element: Element | null): Outcome {
  if (isUnderWay(element, "")) return "cancelled";
  const click = startClick(element, source);
  const promises = askPage(click);
  if (!promises) return "cancelled";
  const plan = planClick(click);
  click.signature = signRequest(plan);
  if (isUnderWay(null, click.signature)) return "cancelled";
  if (plan.options.reuse === "true") giveUpSharedWaits();
  if (promises.length === 0) return send(click);
  waitForAnswers(click, plan, promises, () => send(click));
  return "pending";
}

/** Whether this button or this request has just been sent, or waits in a window that is open. */
export function isUnderWay(element: Element | null, signature: string): boolean {
  return hasJustSent(element, signature) || isWaiting(element, signature);
}

function emitBefore({ target, detail }: Click): boolean {
  isAsking = true;
  try {
    return emit(target, "before", detail, true);
  } finally {
    isAsking = false;
  }
}

/**
 * Sends `kakao-chat:before`, and takes over what the handlers make of the options.
 *
 * @returns what they hand to `waitUntil()`, or null if one of them cancels
 */
function askPage(click: Click): unknown[] | null {
  const promises: unknown[] = [];
  let isOver = false;
  const waitUntil = (promise: unknown) => {
    // As of `ExtendableEvent`: nobody would wait for it any more.
    if (isOver) {
      throw new window.DOMException(
        "waitUntil() after kakao-chat:before is over",
        "InvalidStateError",
      );
    }
    promises.push(promise);
  };
  click.detail.waitUntil = waitUntil;
  const isWanted = emitBefore(click);
  isOver = true;
  if (!isWanted) return null;
  takeOptions(click);
  return promises;
}
