import { callNative, readNative } from "../natives.js";
import { readComputed } from "./computed.js";

/** None while `document.open()` has left the document empty. */
export function getRoot(): HTMLElement | null {
  return readNative(document, "documentElement");
}

/** Whether `DOMContentLoaded` is over, or being dispatched. */
export function isParsed(): boolean {
  const state = readNative(document, "readyState");
  // Deferred scripts run in "interactive" too, before the event.
  return state === "interactive"
    ? // A page's variable may have taken its place; then the load event tells.
      window.performance?.timing?.domContentLoadedEventStart > 0
    : state === "complete";
}

/** Puts the host after the body, as a child of `<html>`, unless it is there. */
export function placeHost(host: HTMLElement): void {
  const root = getRoot();
  if (root && (host.parentNode !== root || hasBodyAfter(host)))
    callNative(root, "appendChild", host);
}

function hasBodyAfter(host: Element): boolean {
  let next = host.nextElementSibling;
  while (next && next.localName !== "body") next = next.nextElementSibling;
  return next !== null;
}

/** The properties of `<html>` that may pin a fixed box to the page. */
const UNPINNING = [
  "transform",
  "translate",
  "rotate",
  "scale",
  "perspective",
  "transform-style",
  "contain",
  "will-change",
];

/** https://drafts.csswg.org/css-position-3/#fixed-cb: digits are of lengths, angles and `preserve-3d`. */
const UNPINS = /\d|layout|paint|strict|content|transform|perspective|late|scale|offset/;

/**
 * Where `<html>` has a transform or containment, a fixed box is pinned to the page instead of the window:
 * there, and only there, the host moves to the top layer.
 */
export function updateTopLayer(host: HTMLElement): void {
  const root = getRoot();
  // Not in Safari before 17, Chrome before 114 and Firefox before 125.
  if (!root || !host.showPopover) return;
  const [visibility = "", path = "", ...pinning] = readComputed(
    root,
    "content-visibility",
    "offset-path",
    ...UNPINNING,
  );
  const isNeeded =
    UNPINS.test(pinning.join()) ||
    /auto|hidden/.test(visibility) ||
    // Not in Safari before 16.
    (path !== "" && path !== "none");
  if (isNeeded === host.matches(":popover-open")) return;
  host.popover = isNeeded ? "manual" : null;
  if (!isNeeded) return;
  // WebKitGTK 2.50 leaves a box that is there where it is pinned, so it has to be made anew.
  // docs/browser-facts.md#7-measured-since
  callNative(root, "appendChild", host);
  host.showPopover();
}
