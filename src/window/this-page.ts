/** The page's own window, and what it may do. */

import { isNativeFunction } from "../builtins.js";
import { attachShadow, callNative, createElement, findMethod, readNative } from "../natives.js";

/** Sends the page itself on: all of it if a frame may, because Kakao may refuse to be framed. */
export function navigatePage(url: string): void {
  try {
    // Of a window, `top` is never null.
    (window.top as Window).location.href = url;
  } catch {
    window.location.href = url;
  }
}

/** Whether a form may send nothing and say nothing, so that what it would send goes by GET. */
export function mayLoseForms(): boolean {
  return isSandboxed() || !submitsForms();
}

/**
 * Whether the page is in an `<iframe credentialless>`, from which Chromium opens every window with `noopener`:
 * https://developer.mozilla.org/en-US/docs/Web/API/Window/credentialless
 */
export function isWithoutCredentials(): boolean {
  return "credentialless" in window && window.credentialless === true;
}

/**
 * Whether the page is in a sandbox, as far as it can see: a sandboxed frame, a frame within one, or a page whose policy
 * is `sandbox`. A form sends nothing there without `allow-forms`; with it, WebKit drops the form's request once the
 * window's opener is cut. A frame of another site may be sandboxed, too. docs/browser-facts.md#4-policies
 */
export function isSandboxed(): boolean {
  // A page without an origin of its own says "null", and so does a file on one's own machine.
  if (window.origin === "null" && location.protocol !== "file:") return true;
  // Not by `parent`: a page's variable of that name takes its place.
  let view: Window | null = window;
  while (view && view !== window.top) {
    // Of another site, `frameElement` reads null.
    const frame: Element | null = view.frameElement;
    if (!frame || frame.hasAttribute("sandbox")) return true;
    view = frame.ownerDocument.defaultView;
  }
  return false;
}

/**
 * Whether a form gets as far as its own `submit` event. In a sandbox that the page cannot see (a policy's with
 * `allow-same-origin`, or its opener's), Chromium and Firefox drop it before. WebKit drops it later. True if unknown:
 * Safari before 16, Chrome before 76, Firefox before 75, and if a page has a `requestSubmit()` of its own.
 * docs/browser-facts.md#4-policies
 */
function submitsForms(): boolean {
  const form = createElement("form");
  const requestSubmit = findMethod(form, "requestSubmit");
  let isHeard = !isNativeFunction(requestSubmit);
  if (isHeard) return true;
  const remove = appendUnheard(form);
  // No listener, which a page's own addEventListener() might make a passive one: this form must not be sent.
  form.onsubmit = () => {
    isHeard = true;
    return false;
  };
  Reflect.apply(requestSubmit, form, []);
  remove();
  return isHeard;
}

/**
 * Puts a form into the page, in a shadow root of its own: its events end there, so no listener of the page's hears of
 * it or adds its own fields.
 *
 * @returns takes it out again
 */
export function appendUnheard(form: HTMLFormElement): () => void {
  const host = createElement("div");
  callNative(attachShadow(host, "closed"), "appendChild", form);
  // A handler of the click may have taken `<html>` away.
  const parent: Node = readNative(document, "documentElement") ?? document;
  callNative(parent, "appendChild", host);
  return () => {
    callNative(parent, "removeChild", host);
  };
}

/** Whether this is a frame of another site than the whole page's. */
export function isForeignFrame(): boolean {
  try {
    return window !== window.top && !window.frameElement;
  } catch {
    return true;
  }
}

/** Whether the visitor's click may still open a window. True if unknown: Safari before 16.4, Firefox before 120. */
export function mayHaveGesture(): boolean {
  const { userActivation } = window.navigator;
  return !userActivation || userActivation.isActive;
}
