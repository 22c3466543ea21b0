import { buildPlan } from "./build-plan";
import { buildFallback } from "./build-request";
import { findTarget } from "./find-target";
import { lock } from "./lock";
import { cutOpener, goHere, type Opened, openWindow } from "./open-window";
import type { ChatInput } from "./options";
import type { Problem } from "./problem";
import { emit, report } from "./report";
import { isSandboxed, submitForm } from "./submit-form";

/** What a click or a call came to. */
export type Outcome = "opened" | "focused" | "pending" | "blocked" | "cancelled" | "invalid";

/** Milliseconds: a click so soon after the last sending from the same button is of a double click. */
const LOCK = 1000;

/** The window that the buttons with `reuse` share, and what it was sent. */
let reused: Window;
let sent: string;

/** Validates, and performs the request in the window that waits for it, or in one of its own. */
export function send(
  button: EventTarget,
  input: ChatInput,
  opened: Opened,
): Outcome {
  if (opened.handle && opened.handle.closed) return "cancelled";
  const usual = findTarget(navigator);
  const plan = buildPlan(input, usual);
  const { request } = plan;
  report(plan.problems, button);
  if (!request) {
    if (opened.handle) opened.handle.close();
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
  const submit = (name: string, view = top as Window) =>
    submitForm(request, name, () => {
      view.location.href = findFallback();
    });
  let outcome: Outcome = "opened";
  if (plan.target !== "self") {
    if (isReused && text === sent && !reused.closed) {
      reused.focus();
      outcome = "focused";
    } else if (
      !url && usual !== "popup" && !isReused && !opened.name &&
      ((navigator.userActivation || window) as any).isActive !== false
    ) {
      submit("_blank");
    } else {
      const handle = openWindow(url, plan, button, opened);
      if (!handle) {
        outcome = "blocked";
        if (!emit(button, outcome, { href: findFallback() }, true)) return outcome;
        plan.target = "self";
      } else {
        if (!url) submit(opened.name, handle);
        if (isReused) {
          reused = handle;
          sent = text;
          handle.focus();
        } else cutOpener(handle);
      }
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
}
