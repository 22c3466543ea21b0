import { emit, report } from "../report/report.js";
import type { Outcome } from "../types.js";
import { type Click, planClick, signRequest } from "./click.js";
import { type Delivery, deliver, fallBack, findAddress } from "./delivery.js";
import { rememberSending } from "./double-click.js";
import { closeWaitingWindow } from "./wait.js";

/**
 * Validates what is known by now, performs the request, and tells the page what came of it. A window that the browser
 * refuses is replaced by the page's own, unless the page prevents that.
 */
export function send(click: Click): Outcome {
  if (click.waiting?.handle.closed) return "cancelled";
  click.isOver = true;
  const plan = planClick(click);
  report(plan.problems, click.target);
  const { request } = plan;
  if (!request) {
    closeWaitingWindow(click);
    return "invalid";
  }
  const address = findAddress(click, plan, request);
  const delivery: Delivery = { click, plan, request, address, signature: signRequest(plan) };
  // Before the window opens: Firefox runs microtasks while it does, and the rest of a stopped click is one.
  const forget = rememberSending(click.button, delivery.signature);
  const sending = deliver(delivery);
  if (sending === "blocked") {
    forget();
    if (!fallBack(delivery)) return "blocked";
    rememberSending(click.button, delivery.signature);
  }
  emit(click.target, "open", {
    target: plan.target,
    method: delivery.address ? "GET" : "POST",
    url: request.url.split("?")[0],
    focused: sending === "focused",
  });
  return sending;
}
