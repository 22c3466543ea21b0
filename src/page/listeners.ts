import { isAlive, startAnswering, stopAnswering } from "../alive.js";
import { open } from "../chat/chat.js";
import { noteDispatch, reset as resetDispatched } from "../chat/dispatched.js";
import { hasJustSent, noteOpening, reset as resetDoubleClicks } from "../chat/double-click.js";
import { reset as resetWaits } from "../chat/wait.js";
import { findButton, isButton } from "../input/mark.js";
import { offerScriptTag } from "../input/own-tag.js";
import {
  callNative,
  isElement,
  listen,
  makeEvent,
  readClock,
  readNative,
  unlisten,
} from "../natives.js";
import { reset as resetReports } from "../report/report.js";
import type { Outcome } from "../types.js";
import { reset as resetPosts } from "../window/post.js";
import { reset as resetSharedWindow } from "../window/shared-window.js";
import { runAfterHandlers } from "./after-handlers.js";
import { prepareButton, releaseButton, releaseTarget, reset as resetButtons } from "./buttons.js";
import { isClickedByKey, isDisabled, isEdited, isNative, leadsElsewhere } from "./controls.js";
import {
  isReplay,
  noteAnswered,
  noteKey,
  noteKeypress,
  notePress,
  noteTouch,
  reset as resetPress,
  takeKey,
  takePress,
  takeTap,
  watchClicks,
} from "./press.js";
import { answerPrevented, reportPrevented } from "./prevented.js";
import { reset as resetSearch, searchButtons, searchButtonsAgain } from "./search.js";
import { reset as resetShadowRoots } from "./shadow-roots.js";
import {
  findClickedButton,
  findFormButtons,
  findHostButton,
  holdDefault,
  isBrowsersOwn,
  isOfField,
  standForPrevented,
} from "./whose-click.js";

/** What copies of this script ask each other by. */
const NAME = "kakao-chat";

/** Milliseconds after a tap in which a page makes its click, and in which windows may still open. */
const TAP_TIME = 400;

const LISTENERS: readonly [string, (event: never) => void][] = [
  ["click", onClick],
  ["pointerdown", notePress],
  ["mousedown", notePress],
  ["touchstart", noteTouch],
  ["touchend", onTouchend],
  ["keydown", onKeydown],
  ["keypress", noteKeypress],
  ["keyup", onKeyup],
  ["focusin", onApproach],
  ["mouseover", onApproach],
  ["load", searchButtons],
  ["kakao-chat:open", noteOpening],
];

/**
 * Puts the listeners on the page: one of each kind on the window, however many buttons there are
 * and will be. Does nothing if they, or another copy's, are there already.
 */
export function start(): void {
  if (isAlive(NAME)) return;
  startAnswering(NAME, offerScriptTag);
  for (const [type, listener] of LISTENERS) {
    listen(window, type, listener, true);
  }
  // No load event will come if the page has loaded. Whoever calls start() may still set the defaults after it.
  if (readNative(document, "readyState") === "complete") queueMicrotask(searchButtons);
}

/** Takes every listener off the page, and forgets everything, until `start()`. */
export function stop(): void {
  stopAnswering(NAME);
  for (const [type, listener] of LISTENERS) {
    unlisten(window, type, listener, true);
  }
  resetButtons();
  resetDoubleClicks();
  resetPosts();
  resetDispatched();
  resetPress();
  resetReports();
  resetSearch();
  resetShadowRoots();
  resetSharedWindow();
  resetWaits();
}

function onClick(event: MouseEvent): void {
  const press = takePress(event);
  const path = event.composedPath();
  for (const node of path) releaseButton(node);
  const clicked = findClickedButton(path);
  if (!clicked) {
    for (const node of path) releaseTarget(node);
    return;
  }
  const { button, isInside, isPlaceholder, isInLink } = clicked;
  prepareButton(button);
  if (isBrowsersOwn(event, button) || isOfField(event, button)) return;
  // Pressed in a control inside the button and let go beside it: browsers click what holds both.
  const pressed = press?.path ?? [];
  if (pressed.includes(button) && findClickedButton(pressed)?.button !== button) return;
  const wasDisabled = isDisabled(button);
  // What refuses the click after a swipe asks whether that is done already.
  const showAsItIs = isInLink && !press?.isDrag ? standForPrevented(event) : null;
  const endDispatch = noteDispatch(button);
  runAfterHandlers(event, (isPrevented) => {
    showAsItIs?.();
    endDispatch();
    // A handler of this click has taken the mark back.
    if (!isButton(button) || (isInside && isPrevented)) return;
    // A handler may have enabled it, or disabled it against a second click. A carousel refuses the click after a swipe.
    const isRefused = (wasDisabled && isDisabled(button)) || (isPrevented && press?.isDrag);
    if (!isRefused && isPrevented && !isPlaceholder) reportPrevented(button);
    else if (!isRefused && answer(event, button) === "invalid" && leadsElsewhere(button)) return;
    event.preventDefault();
    if (!readNative(event, "defaultPrevented")) holdDefault(event, path);
  });
}

/** Starts the chat, unless this click only repeats one that has. */
function answer(event: MouseEvent, button: Element): Outcome {
  if (isReplay(event, button) || hasJustSent(button, "", readClock(event))) return "cancelled";
  const outcome = open(button);
  if (outcome !== "invalid" && outcome !== "cancelled") noteAnswered(event, button);
  return outcome;
}

/** Enter and Space on a button that makes no clicks of them itself. */
function onKeydown(event: KeyboardEvent): void {
  searchButtonsAgain(true);
  const [element] = event.composedPath();
  const isEnter = event.key === "Enter";
  const isOurs =
    (isEnter || event.key === " ") && !event.altKey && !event.ctrlKey && !event.metaKey;
  if (!isOurs || !isElement(element) || isEdited(element)) return;
  const button = isButton(element) ? element : findHostButton(element);
  if (!button) {
    if (!isEnter) return;
    for (const each of findFormButtons(element)) {
      releaseButton(each);
      if (isButton(each)) prepareButton(each);
    }
    return;
  }
  if (isNative(element)) {
    if (!event.repeat && isClickedByKey(element, isEnter)) noteKey(event);
    // A held Enter clicks a native button again and again.
    if (event.repeat && isEnter && isButton(element)) event.preventDefault();
    return;
  }
  // A page that prevents the key may make the click itself, as late as at the key's end.
  if (!event.repeat) noteKey(event);
  runAfterHandlers(event, (isPrevented) => {
    if (isPrevented) return;
    event.preventDefault();
    if (!event.repeat) callNative(element, "dispatchEvent", makeClick(event));
  });
}

/** A key ends, of which the browser has made its click by now, or makes it at once. */
function onKeyup(event: KeyboardEvent): void {
  const key = takeKey(event);
  if (key) answerPrevented(key.events, key.path, key.isClicked, 0);
}

function onTouchend(event: TouchEvent): void {
  const begin = takeTap(event);
  if (begin) answerPrevented([begin, event], event.composedPath(), watchClicks(), TAP_TIME);
}

function makeClick({ shiftKey, view }: KeyboardEvent): Event {
  const init = { bubbles: true, cancelable: true, composed: true, shiftKey, view };
  return makeEvent("MouseEvent", "click", init);
}

function onApproach(event: Event): void {
  const path = event.composedPath();
  for (const node of path) releaseButton(node);
  const button = findButton(path);
  if (button) prepareButton(button);
  searchButtonsAgain(false);
}
