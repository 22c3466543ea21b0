import { open } from "../chat/chat.js";
import { BUTTONS, isButton } from "../input/input.js";
import { type Marked, PRINTED } from "../report/report.js";
import { forgetForm } from "../window/post.js";
import { bindLast } from "./after-handlers.js";
import { isNative, prepareButton } from "./buttons.js";

/** At most so many buttons are looked after at once: what is left, with the visitor's next move. */
const BATCH = 48;

/** A pointer crosses elements many times a second: the page is searched for it this often at most. */
const SEARCH_INTERVAL = 100;

let searchAt = 0;

/**
 * Puts the listeners on the page: one of each kind on the window, however many buttons there are
 * and will be. Does nothing where they, or another copy's, are there already.
 */
export function start(): void {
  const page: Marked = document;
  if (page[PRINTED]) return;
  page[PRINTED] = [];
  listen("addEventListener");
  // "complete": the load event is over. Whoever starts us may still set the defaults in this task.
  if (document.readyState < "d") queueMicrotask(prepareAll);
}

/** Takes every listener off the page, until `start()`. */
export function stop(): void {
  listen("removeEventListener");
  forgetForm();
  (document as Marked)[PRINTED] = null;
}

function listen(change: "addEventListener" | "removeEventListener"): void {
  for (const type of ["click", "keydown", "focusin", "mouseover", "load"]) {
    window[change](type, onEvent as EventListener, true);
  }
}

/** A click on a button, or Enter or Space on one that is no native one, waits for the page's handlers. */
function onEvent(event: PointerEvent & KeyboardEvent): void {
  const path = event.composedPath();
  const button = path.find((node): node is Element => node instanceof Element && isButton(node));
  const isClick = event.type === "click";
  if (!isClick) {
    if (button) prepareButton(button);
    // Of the five, the one whose name comes last.
    if (event.type < "m" || event.timeStamp > searchAt) {
      searchAt = event.timeStamp + SEARCH_INTERVAL;
      // Tab would pass over what only a role of ours makes reachable, deep in the shadow roots too.
      prepareAll(document, event.key === "Tab");
    }
  }
  if (
    !button ||
    (isClick
      ? (event.shiftKey || event.ctrlKey || event.metaKey) && button.matches("a[href]")
      : button !== path[0] || !/^( |Enter)$/.test(event.key) || isNative(button))
  ) {
    return;
  }
  bindLast(event, () => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (isClick) {
      if (!isDisabled(button)) open(button);
    } else if (!event.repeat) button.dispatchEvent(new MouseEvent("click", event));
  });
}

/** Prepares the buttons of the document, or of a shadow root; with `isDeep` of the shadow roots in it too. */
function prepareAll(root: ParentNode = document, isDeep?: boolean): void {
  let left = BATCH;
  for (const element of root.querySelectorAll(isDeep ? "*" : BUTTONS)) {
    if (isButton(element) && prepareButton(element) && !left--) break;
    if (element.shadowRoot) prepareAll(element.shadowRoot, isDeep);
  }
}

/** A button in the legend of a disabled fieldset is not disabled, which only it can tell. */
function isDisabled(button: Element): boolean {
  return !!button.closest("[aria-disabled=true]") || button.matches(":disabled,[disabled]");
}
