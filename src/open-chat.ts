import { buildPlan, type ChatPlan } from "./build-plan";
import { buildFallback } from "./build-request";
import { findInput } from "./find-input";
import { findTarget } from "./find-target";
import { cutOpener, goHere, nameWindow, openWindow } from "./open-window";
import type { ChatInput } from "./options";
import type { Problem } from "./problem";
import { emit, report } from "./report";
import { isSandboxed, submitForm } from "./submit-form";

/** What a click or a call came to. */
export type Outcome = "opened" | "focused" | "pending" | "blocked" | "cancelled" | "invalid";

/** Milliseconds: a click so soon after the last sending from the same button is of a double click. */
const LOCK = 1000;
/** Milliseconds that `waitUntil()` may take before the chat starts without its extra. */
const PATIENCE = 5000;

/** What sends nothing more for now (a button, or a call's options), and the window that waits for it. */
const locks = new Map<Element | string, { until: number; handle: Window | null | undefined }>();

/** The window that the buttons with `reuse` share, and what it was sent. */
let reused: Window;
let sent: string;

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
  const key = source instanceof Element ? source : JSON.stringify(explain(source).options);
  const lock = locks.get(key);
  // By the clock: in the back-forward cache, timers stand still.
  if (lock && Date.now() < lock.until && !(lock.handle && lock.handle.closed)) return "cancelled";
  const input = findInput(source);
  const usual = findTarget(navigator);
  const promises: unknown[] = [];
  const waitUntil = (promise: unknown) => promises.push(promise);
  if (!emit(button, "before", { options: input, waitUntil }, true)) return "cancelled";
  let handle: Window | null | undefined;
  let name = "";
  const hold = (time: number) => {
    locks.set(key, { until: Date.now() + time, handle });
    setTimeout(() => locks.delete(key), time);
  };
  const send = () => {
    if (handle && handle.closed) return "cancelled";
    const plan = buildPlan(input, usual);
    const { request } = plan;
    let { target } = plan;
    report(plan.problems, button);
    if (!request) {
      if (handle) handle.close();
      return "invalid";
    }
    const isReused = plan.options.reuse === "true";
    const text = JSON.stringify(request);
    const findFallback = () => {
      const problems: Problem[] = [];
      const address = buildFallback(plan.options, problems);
      report(problems, button);
      return address;
    };
    const url = request.method === "GET" ? request.url : isSandboxed() ? findFallback() : "";
    const submit = (to: string) => {
      submitForm(request, to, () => {
        (handle || window).location.href = findFallback();
      });
    };
    let outcome: Outcome = "opened";
    if (target !== "self") {
      if (isReused && text === sent && !reused.closed) {
        reused.focus();
        outcome = "focused";
      } else if (
        !url &&
        usual !== "popup" &&
        !isReused &&
        !name &&
        (!navigator.userActivation || navigator.userActivation.isActive)
      )
        submit("_blank");
      else {
        name = name || nameWindow(plan);
        handle = openWindow(url, name, plan, button);
        if (!handle) {
          outcome = "blocked";
          if (!emit(button, outcome, { href: findFallback() }, true)) return outcome;
          target = "self";
        } else {
          if (!url) submit(name);
          if (isReused) {
            reused = handle;
            sent = text;
            handle.focus();
          } else cutOpener(handle);
        }
      }
    }
    if (target === "self") {
      if (url || window !== top) goHere(url || findFallback());
      else submit("_self");
    }
    handle = null;
    hold(LOCK);
    emit(button, "open", {
      target,
      method: url ? "GET" : "POST",
      url: request.url.split("?")[0],
      focused: outcome === "focused",
    });
    return outcome;
  };
  if (!promises.length) return send();
  // Before the window opens: Firefox looks for unhandled rejections while it does.
  const answers = Promise.race([
    Promise.all(promises),
    new Promise((_, reject) => setTimeout(reject, PATIENCE)),
  ]).catch(() => [{ extra: Error("no answer to waitUntil()") }]);
  const plan = buildPlan(input, usual);
  name = nameWindow(plan);
  if (plan.target !== "self") handle = openWindow("", name, plan, button);
  hold(PATIENCE);
  answers.then((found) => {
    Object.assign(input, ...(found as object[]));
    send();
  });
  return "pending";
}
