import { listen, unlisten } from "../natives.js";
import { findLanguage, pickLanguage } from "../report/language.js";
import { CONNECTING } from "../report/messages.js";
import { buildFallbackAddress } from "../request/request.js";
import type { ChatPlan } from "../types.js";
import {
  findFeatures,
  isOpened,
  loadInto,
  openNewWindow,
  openWindow,
  readAddress,
} from "../window/popup.js";
import { isSharedWindow, openSharedWindow } from "../window/shared-window.js";
import { isWithoutCredentials } from "../window/this-page.js";
import { showWaitingLine } from "../window/waiting-line.js";
import { collectAnswers } from "./answers.js";
import { type Click, findReader, isSame, mergeOptions, takeOptions } from "./click.js";

/** The clicks that wait for an answer, and what each comes to if none arrives. */
let waitingClicks: { click: Click; plan: ChatPlan }[] = [];

/** Whether this button, or a click with the same request, waits in a window that is still open. */
export function isWaiting(button: Element | null, signature: string): boolean {
  return waitingClicks.some(
    ({ click }) => isSame(click, button, signature) && !click.waiting?.handle.closed,
  );
}

/**
 * Opens the window of a click at once, and calls `send` when all the answers are there. Later than that, browsers would
 * refuse the window.
 */
export function waitForAnswers(
  click: Click,
  plan: ChatPlan,
  promises: readonly unknown[],
  send: () => void,
): void {
  // Before the window opens: Firefox looks for unhandled rejections while it does, and runs microtasks.
  const answers = collectAnswers(promises);
  waitingClicks.push({ click, plan });
  if (plan.target !== "self") openWaitingWindow(click, plan);
  click.hasWaited = true;
  listen(window, "pagehide", rescueAll);
  answers.then((answer) => {
    forget(click);
    if (click.isOver) return;
    if (answer instanceof Error) click.input.extra = answer;
    else {
      // What a handler sets once its answer is there counts as well.
      takeOptions(click);
      mergeOptions(click.input, answer);
    }
    send();
  });
}

/** Gives up the clicks that wait for the shared window: of several, the last click wins. */
export function giveUpSharedWaits(): void {
  for (const { click, plan } of waitingClicks) {
    if (plan.options.reuse === "true") giveUp(click);
  }
}

function giveUp(click: Click): void {
  forget(click);
  click.isOver = true;
  closeWaitingWindow(click);
}

/** Closes the window that was opened for the wait. One that shows a chat stays. */
export function closeWaitingWindow({ waiting }: Click): void {
  if (waiting && readAddress(waiting.handle) && !isSharedWindow(waiting.handle)) {
    waiting.handle.close();
  }
}

function openWaitingWindow(click: Click, plan: ChatPlan): void {
  // What opens there blank stays blank.
  if (isWithoutCredentials()) return;
  const features = findFeatures(plan);
  const { opening, name } =
    plan.options.reuse === "true"
      ? openSharedWindow(click.signature, features)
      : openNewWindow("", features);
  if (!isOpened(opening)) {
    click.lost = { opening, name };
    return;
  }
  click.waiting = { handle: opening, name };
  const reader = findReader(click);
  const words = pickLanguage(...CONNECTING, reader);
  showWaitingLine(opening, words, findLanguage(reader), findRescueAddress(plan));
}

/** The page goes away: the chats that wait start now, because nobody will answer any more. */
function rescueAll(): void {
  for (const { click, plan } of waitingClicks) {
    const url = findRescueAddress(plan);
    const { waiting, lost } = click;
    click.isOver = true;
    if (lost?.opening === "unseen" && url) openWindow(url, lost.name, "");
    else if (waiting && url && readAddress(waiting.handle)) loadInto(waiting.handle, url);
    else closeWaitingWindow(click);
  }
  reset();
}

/** Nothing unprepared is sent, so the extra is left out. */
function findRescueAddress({ request, options }: ChatPlan): string | null {
  return request && buildFallbackAddress({ ...options, extra: "" }, []);
}

function forget(click: Click): void {
  waitingClicks = waitingClicks.filter((each) => each.click !== click);
}

/** Part of `stop()`: the clicks under way are sent all the same. */
export function reset(): void {
  waitingClicks = [];
  unlisten(window, "pagehide", rescueAll);
}
