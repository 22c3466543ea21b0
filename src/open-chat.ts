import { buildPlan, type ChatPlan } from "./build-plan";
import { findInput } from "./find-input";
import { findTarget } from "./find-target";
import { isLocked, lock } from "./lock";
import { type Opened, openWindow } from "./open-window";
import type { ChatInput } from "./options";
import { emit } from "./report";
import { type Outcome, send } from "./send";

/** Milliseconds that `waitUntil()` may take before the chat starts without its extra. */
const PATIENCE = 5000;

/**
 * What a click on this button, or a call with these options, would do now, without doing it.
 * The same code as a click: what it says is what is sent.
 */
export function explain(source?: Element | ChatInput): ChatPlan {
  return buildPlan(findInput(source), findTarget(navigator));
}

/**
 * Starts a chat as a click would: for a button, or with options over the page's defaults. To be
 * called from a click or key handler: without a gesture browsers refuse the window.
 */
export function open(source?: Element | ChatInput): Outcome {
  const button = source instanceof Element ? source : document;
    if (isLocked(button)) return "cancelled";
  const input = findInput(source);
  const promises: unknown[] = [];
  const opened: Opened = {};
  const waitUntil = (promise: unknown) => promises.push(promise);
  if (!emit(button, "before", { options: input, waitUntil }, true)) return "cancelled";
  if (!promises.length) return send(button, input, opened);
  // Before the window opens: Firefox looks for unhandled rejections while it does.
  const answers = Promise.race([
    Promise.all(promises),
    new Promise((_, reject) => setTimeout(reject, PATIENCE)),
  ]).catch(() => [{ extra: Error("no answer to waitUntil()") }]);
  const plan = buildPlan(input, findTarget(navigator));
  if (plan.target !== "self") openWindow("", plan, button, opened);
  lock(button, PATIENCE, opened.handle);
  answers.then((found) => {
    send(button, Object.assign(input, ...(found as object[])), opened);
  });
  return "pending";
}
