import { bindLast } from "./bind-last";
import { findButtons, isButton } from "./find-input";
import { open } from "./open-chat";
import { isNative, prepareButton } from "./prepare-button";
import { forgetForm } from "./submit-form";

/** On the window: the listener of the copy of this script (any version, any bundle) that serves it. */
const OWNER = Symbol.for("kakao-chat-button");
/** A pointer crosses elements many times a second: the page is searched for it this often at most. */
const SEARCH_INTERVAL = 100;

let searchedAt = 0;

/**
 * Puts the listeners on the page: one of each kind on the window, however many buttons there are
 * and will be. Does nothing where they, or another copy's, are there already.
 */
export function start(): void {
  const page = window as unknown as Record<symbol, unknown>;
  page[OWNER] = page[OWNER] || onEvent;
  if (page[OWNER] !== onEvent) return;
  listen("addEventListener");
  if (document.readyState === "complete") prepareWhenIdle();
}

/** Takes every listener off the page, until `start()`. */
export function stop(): void {
  listen("removeEventListener");
  forgetForm();
}

/** Whether a copy of this script serves the page, or has served it. */
export function isServed(): boolean {
  return OWNER in window;
}

function listen(change: "addEventListener" | "removeEventListener"): void {
  window[change]("load", prepareWhenIdle);
  for (const type of ["click", "keydown", "focusin", "pointerover"]) {
    window[change](type, onEvent as EventListener, true);
  }
}

/** A click on a button, or Enter or Space on one that is no native one, waits for the page's handlers. */
function onEvent(event: MouseEvent & KeyboardEvent): void {
  const path = event.composedPath();
  const button = path.find((node): node is Element => node instanceof Element && isButton(node));
  const isClick = event.type === "click";
  if (!isClick) prepareAround(event, path);
  if (
    !button ||
    (isClick
      ? isForBrowser(event, button)
      : button !== path[0] || !/^( |Enter)$/.test(event.key) || isNative(button))
  ) {
    return;
  }
  bindLast(event, () => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (!isClick) {
      const init = { bubbles: true, cancelable: true, composed: true };
      if (!event.repeat) button.dispatchEvent(new MouseEvent("click", init));
    } else if (!isDisabled(button)) open(button);
  });
}

/** Prepares the buttons of the document and of the shadow roots that an event passes through. */
function prepareAround(event: Event, path: EventTarget[]): void {
  if (event.type === "pointerover" && event.timeStamp - searchedAt < SEARCH_INTERVAL) return;
  searchedAt = event.timeStamp;
  for (const node of path) if ("getElementById" in node) prepareAll(node as Document);
}

function prepareAll(root: ParentNode): void {
  for (const button of findButtons(root)) prepareButton(button);
}

function prepareWhenIdle(): void {
  // Safari has no idle callback.
  const whenIdle = window.requestIdleCallback || ((prepare: () => void) => prepare());
  whenIdle(() => prepareAll(document));
}

/** Opening a link in a tab or window of one's own choice stays the visitor's. */
function isForBrowser(event: MouseEvent, button: Element): boolean {
  const isModified = event.ctrlKey || event.metaKey || event.shiftKey;
  return isModified && button.matches("a[href]");
}

function isDisabled(button: Element): boolean {
  return !!button.closest(":disabled,[disabled],[aria-disabled=true]");
}
