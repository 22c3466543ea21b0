import { isNativeFunction } from "../builtins.js";
import { callNative, createElement, findMethod, listen, readClock, unlisten } from "../natives.js";
import type { ChatRequest } from "../types.js";
import { BLANK, readAddress } from "./popup.js";
import { appendUnheard } from "./this-page.js";

const VIOLATION = "securitypolicyviolation";

/** Milliseconds after which a form whose window cannot be seen is taken for sent. */
const UNSEEN_TIME = 3000;

/** A form that a policy may still refuse. */
interface PendingPost {
  url: string;
  /** Whether it may still be refused: its window is blank, or it cannot be seen and is recent. */
  isPending(): boolean;
  goByGet(): void;
}

/** Forms under way, oldest first. */
let pendingPosts: PendingPost[] = [];

/**
 * Sends a request by POST through a hidden form, which is gone afterwards.
 *
 * @param target the name of the window that takes the answer
 * @param view that window, or null if it cannot be seen from here
 * @param goByGet called if the page's `form-action` refuses the form, at once or later
 */
export function submitForm(
  request: ChatRequest,
  target: string,
  view: Window | null,
  goByGet: () => void,
): void {
  const form = buildForm(request, target);
  const post: PendingPost = {
    url: request.url,
    isPending: view ? () => isBlank(view) : isRecent(),
    goByGet,
  };
  pendingPosts = pendingPosts.filter((each) => each.isPending());
  pendingPosts.push(post);
  listen(window, VIOLATION, onViolation);
  const remove = appendUnheard(form);
  const submit = findSubmit(form);
  let isSubmitted = true;
  try {
    Reflect.apply(submit, form, []);
  } catch {
    // Firefox throws if form-action refuses, and fires the event too. The others only fire it.
    // docs/browser-facts.md#4-policies
    isSubmitted = isNativeFunction(submit);
  }
  remove();
  if (isSubmitted) return;
  // One of the page's own, which adds a field of its own for example.
  pendingPosts = pendingPosts.filter((each) => each !== post);
  goByGet();
}

/**
 * The browser's own `submit()`. What a page has put in its place may add a field (OWASP's CSRFGuard its token), or send
 * nothing a second time; then it is that of a new frame's, which no script has touched.
 */
function findSubmit(form: HTMLFormElement): () => void {
  const own = findMethod(form, "submit");
  if (isNativeFunction(own)) return own;
  const frame = createElement("iframe");
  callNative(form, "appendChild", frame);
  const fresh = frame.contentDocument?.createElement("form").submit;
  return isNativeFunction(fresh) && fresh ? fresh : own;
}

function buildForm(request: ChatRequest, target: string): HTMLFormElement {
  const form = createElement("form");
  const attributes = { action: request.url, method: "post", target, "accept-charset": "UTF-8" };
  setAttributes(form, attributes);
  for (const [name, value] of Object.entries(request.fields)) {
    const input = createElement("input");
    setAttributes(input, { type: "hidden", name, value });
    callNative(form, "appendChild", input);
  }
  return form;
}

/** By attributes: a page may have put setters of its own in the place of `value` and others. */
function setAttributes(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    callNative(element, "setAttribute", name, value);
  }
}

/**
 * A policy of the page has refused a form. The event does not say which. It comes within 140 ms, and for a
 * redirect that the policy refuses, when the endpoint has answered: so a later form may be the first. What is
 * refused for one is refused for all to the same address, so each whose window is still blank goes by GET.
 * docs/browser-facts.md#4-policies
 */
function onViolation(event: SecurityPolicyViolationEvent): void {
  const { effectiveDirective, disposition, blockedURI } = event;
  if (effectiveDirective !== "form-action" || disposition === "report") return;
  const isRefused = (post: PendingPost) => post.url.startsWith(blockedURI) && post.isPending();
  const refused = pendingPosts.filter(isRefused);
  pendingPosts = pendingPosts.filter((post) => !refused.includes(post));
  for (const post of refused) post.goByGet();
}

/** Whether a window still waits for its form. If it shows another site, the form has arrived. */
function isBlank(view: Window): boolean {
  return !view.closed && readAddress(view) === BLANK;
}

function isRecent(): () => boolean {
  const sentAt = readClock();
  return () => readClock() - sentAt < UNSEEN_TIME;
}

/** Stops waiting for refusals; part of `stop()`. */
export function reset(): void {
  unlisten(window, VIOLATION, onViolation);
  pendingPosts = [];
}
