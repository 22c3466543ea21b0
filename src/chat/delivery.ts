/** A request on its way into a window: the page's own, one of its own, or the one that buttons share. */

import type { Problem } from "../problems.js";
import { emit, report, reportOne } from "../report/report.js";
import { buildFallbackAddress } from "../request/request.js";
import type { ChatPlan, ChatRequest } from "../types.js";
import {
  clearOpener,
  ensureName,
  findFeatures,
  followLink,
  isOpened,
  type LostOpening,
  loadInto,
  openNewWindow,
  openWindow,
} from "../window/popup.js";
import { submitForm } from "../window/post.js";
import {
  findSharedWindow,
  isSharedWindow,
  type NamedWindow,
  openSharedWindow,
  shareWindow,
  showsChat,
} from "../window/shared-window.js";
import {
  isSandboxed,
  isWithoutCredentials,
  mayHaveGesture,
  mayLoseForms,
  navigatePage,
} from "../window/this-page.js";
import type { Click } from "./click.js";
import { closeWaitingWindow } from "./wait.js";

/** What is to be sent, and how. */
export interface Delivery {
  click: Click;
  /** What the click has come to. Its target becomes the page's own window if the browser refuses another. */
  plan: ChatPlan;
  /** That of the plan, which has one. */
  request: ChatRequest;
  /** The address if it goes by GET; null if it goes by POST. */
  address: string | null;
  /** The request as one text. */
  signature: string;
}

/**
 * What came of a delivery: it is on its way, its window was there and has been brought to the front, or the browser
 * refused a window.
 */
export type Sending = "opened" | "focused" | "blocked";

/** The address by which a request goes; null if it goes by POST. */
export function findAddress(click: Click, plan: ChatPlan, request: ChatRequest): string | null {
  if (request.method === "GET") return request.url;
  return mayLoseForms() ? findFallback(click, plan) : null;
}

/** Performs the request where the plan says. */
export function deliver(delivery: Delivery): Sending {
  return delivery.plan.target === "self" ? sendHere(delivery) : sendElsewhere(delivery);
}

/** The address if the POST cannot go. What does not fit into it is reported. */
function findFallback({ target }: Click, { options }: ChatPlan): string {
  const problems: Problem[] = [];
  const address = buildFallbackAddress(options, problems);
  report(problems, target);
  return address;
}

/**
 * The browser has refused a window, so the page's own goes to the chat, unless the page prevents that.
 *
 * @returns whether it goes
 */
export function fallBack(delivery: Delivery): boolean {
  const { click, plan } = delivery;
  const href = delivery.address ?? findFallback(click, plan);
  if (!emit(click.target, "blocked", { href }, true)) return false;
  plan.target = "self";
  sendHere(delivery);
  return true;
}

/** In the page's own window. */
function sendHere({ click, plan, request, address }: Delivery): Sending {
  closeWaitingWindow(click);
  if (address) navigatePage(address);
  else submitForm(request, "_top", null, () => navigatePage(findFallback(click, plan)));
  return "opened";
}

function sendElsewhere(delivery: Delivery): Sending {
  const { click, plan } = delivery;
  // A second one might open beside it: in WebKit nothing tells whether the first is there.
  if (click.lost) return sendWithoutHandle(click.lost, delivery, true);
  // In a sandbox a window of ours may look like one of another site, so it cannot be told what it shows.
  const isShared = plan.options.reuse === "true" && !isSandboxed();
  return isShared ? sendToSharedWindow(delivery) : sendToOwnWindow(delivery);
}

function sendToOwnWindow(delivery: Delivery): Sending {
  const { click, plan, address } = delivery;
  const { waiting } = click;
  if (waiting) {
    // The page has slept through the wait, and the window has gone on to its chat by itself: what was typed there stays.
    if (showsChat(waiting.handle) && !isSandboxed()) return "focused";
    sendInto(waiting, delivery);
    clearOpener(waiting.handle);
    return "opened";
  }
  // Some WebViews load window.open("") into the current view, which would replace the shop by a blank page.
  // So on phones the form itself opens the tab. A form cannot tell that it was blocked, so this is only
  // done during a gesture. The same where no window that the page opens can be reached.
  const isTab = click.device !== "popup" || isWithoutCredentials();
  if (!address && isTab && mayHaveGesture()) return postToTab(delivery);
  const { opening, name } = openNewWindow(address ?? "", findFeatures(plan));
  if (!isOpened(opening)) return sendWithoutHandle({ opening, name }, delivery, !address);
  if (!address) sendInto({ handle: opening, name }, delivery);
  clearOpener(opening);
  return "opened";
}

function sendToSharedWindow(delivery: Delivery): Sending {
  const { click, plan, signature } = delivery;
  const shown = findSharedWindow(signature);
  if (shown) {
    if (click.waiting?.handle !== shown) closeWaitingWindow(click);
    shown.focus();
    return "focused";
  }
  let found: NamedWindow | null = click.waiting;
  if (!found) {
    const { opening, name } = openSharedWindow(signature, findFeatures(plan));
    if (!isOpened(opening)) return sendWithoutHandle({ opening, name }, delivery, true);
    found = { handle: opening, name };
  }
  // It shows what this request opened before the page was loaded anew: what was typed there stays.
  const isFromBefore = showsChat(found.handle) && !isSharedWindow(found.handle);
  if (!isFromBefore) sendInto(found, delivery);
  shareWindow(found.handle, signature);
  return isFromBefore ? "focused" : "opened";
}

/** Loads the chat into a window that is there. */
function sendInto(
  { handle, name }: NamedWindow,
  { click, plan, request, address }: Delivery,
): void {
  if (address) {
    loadInto(handle, address);
    return;
  }
  ensureName(handle, name);
  submitForm(request, name, handle, () => loadInto(handle, findFallback(click, plan)));
}

/**
 * What is left if `window.open` has given no window.
 *
 * @param isBlank whether no address has gone along, so that what has opened is still blank
 */
function sendWithoutHandle(
  { opening, name }: LostOpening,
  delivery: Delivery,
  isBlank: boolean,
): Sending {
  if (opening === "unseen" || opening === "severed") {
    if (!isBlank) return "opened";
    return opening === "unseen" ? sendByName(name, delivery) : "blocked";
  }
  if (opening === "refused" || !mayHaveGesture()) return "blocked";
  const { click, address } = delivery;
  reportOne(click.target, "target", "KC502", "the browser's own window.open", "one of the page's");
  if (click.hasWaited) return "blocked";
  if (!address) return postToTab(delivery);
  followLink(address);
  return "opened";
}

/** A blank window is open that cannot be reached but by its name. */
function sendByName(name: string, { click, plan, request, address }: Delivery): Sending {
  if (address) openWindow(address, name, "");
  else submitForm(request, name, null, () => navigatePage(findFallback(click, plan)));
  return "opened";
}

/** By a form to a new tab, which the page cannot see. */
function postToTab(delivery: Delivery): Sending {
  const { click, plan, request } = delivery;
  submitForm(request, "_blank", null, () => {
    const address = findFallback(click, plan);
    const { opening } = openNewWindow(address, "");
    if (isOpened(opening)) clearOpener(opening);
    else if (opening === "refused" || opening === "replaced") fallBack({ ...delivery, address });
  });
  return "opened";
}
