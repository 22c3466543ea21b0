import { findInput } from "../input/input.js";
import type { ChatInput } from "../options/fields.js";
import type { Problem } from "../problems.js";
import { emit, report } from "../report/report.js";
import { buildFallback } from "../request/request.js";
import { cutOpener, goHere, nameWindow, openWindow } from "../window/popup.js";
import { isSandboxed, submitForm } from "../window/post.js";
import { findTarget } from "../window/target.js";
import { isLocked, lock } from "./double-click.js";
import { buildPlan, type ChatPlan } from "./plan.js";

/** What a click or a call came to. */
export type Outcome = "opened" | "focused" | "pending" | "blocked" | "cancelled" | "invalid";

/** Milliseconds: a click so soon after the last sending from the same button is of a double click. */
const LOCK = 1000;
/** Milliseconds that `waitUntil()` may take before the chat starts without its extra. */
const PATIENCE = 5000;

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
  if (isLocked(button)) return "cancelled";
  const input = findInput(source);
  const usual = findTarget(navigator);
  const promises: unknown[] = [];
  const waitUntil = (promise: unknown) => promises.push(promise);
  if (!emit(button, "before", { options: input, waitUntil }, true)) return "cancelled";
  let plan: ChatPlan;
  let name: string;
  let handle: Window | null | undefined;

  /** Opens a window, or sends on the one that waits. */
  const openIn = (url: string) => {
    name = name || nameWindow(plan);
    handle = openWindow(url, name, plan, button);
    return handle;
  };

  const findFallback = () => {
    const problems: Problem[] = [];
    const address = buildFallback(plan.options, problems);
    report(problems, button);
    return address;
  };

  /** Validates what is known by now, and performs the request. */
  const send = (): Outcome => {
    // Whatever comes of it: a button whose chat does not start is not to wait any longer.
    lock(button, 0);
    if (handle && handle.closed) return "cancelled";
    plan = buildPlan(input, usual);
    const { request } = plan;
    report(plan.problems, button);
    if (!request) {
      if (handle) handle.close();
      return "invalid";
    }
    const isReused = plan.options.reuse === "true";
    const text = JSON.stringify(request);
    const url = request.method === "GET" ? request.url : isSandboxed() ? findFallback() : "";
    const submit = (target: string, view = top as Window) =>
      submitForm(request, target, () => {
        view.location.href = findFallback();
      });
    let outcome: Outcome = "opened";
    if (plan.target !== "self") {
      if (isReused && text === sent && !reused.closed) {
        reused.focus();
        outcome = "focused";
      } else if (
        // A WebView that loads new windows into its own view would lose the shop to a blank page: on a
        // phone the form opens the tab. That it was refused shows in nothing but the missing gesture.
        !url &&
        usual !== "popup" &&
        !isReused &&
        !name &&
        hasGesture()
      ) {
        submit("_blank");
      } else if (openIn(url)) {
        if (!url) submit(name, handle as Window);
        if (isReused) {
          reused = handle as Window;
          sent = text;
          reused.focus();
        } else cutOpener(handle as Window);
      } else {
        outcome = "blocked";
        if (!emit(button, outcome, { href: findFallback() }, true)) return outcome;
        plan.target = "self";
      }
    }
    if (plan.target === "self") {
      if (url) goHere(url);
      else submit("_top");
    }
    lock(button, LOCK);
    emit(button, "open", {
      target: plan.target,
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
  ])
    .then((found) => Object.assign(input, ...(found as object[])))
    .catch(() => {
      input.extra = Error("no answer");
    });
  plan = buildPlan(input, usual);
  if (plan.target !== "self") openIn("");
  lock(button, PATIENCE, handle);
  answers.then(send);
  return "pending";
}

/** Safari before 16.4 does not tell, nor does Firefox before 120. */
function hasGesture(): boolean {
  return ((navigator.userActivation || window) as UserActivation).isActive !== false;
}
