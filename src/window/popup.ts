import { isNativeFunction } from "../builtins.js";
import { createElement } from "../natives.js";
import type { ChatPlan } from "../types.js";
import { isForeignFrame, isWithoutCredentials, mayHaveGesture } from "./this-page.js";

declare global {
  // Every browser has them; TypeScript's types do not.
  interface Screen {
    availLeft: number;
    availTop: number;
  }
}

/** What became of an attempt to open a window. */
export type Opening =
  /** A window that the page can reach. */
  | Window
  /** It is open and has its name, but the page has no handle of it. */
  | "unseen"
  /** It is open, but cut off from the page, and its name is lost. */
  | "severed"
  /** The browser refused it. */
  | "refused"
  /** The page's own `open` gave no window. */
  | "replaced";

/** What came of an attempt that gave no window, and the name by which a form may still find one. */
export interface LostOpening {
  opening: Exclude<Opening, Window>;
  name: string;
}

/** How many windows have been named: a page may have a `Math.random()` of its own. */
let named = 0;

/** A name that no other window has. */
function nameWindow(): string {
  return `kakao-chat${Math.random()}-${++named}`;
}

/** What became of an attempt to open a window, and the name by which a form finds it. */
export interface NamedOpening {
  opening: Opening;
  name: string;
}

/**
 * Opens a window that is none of those there are, as {@link openWindow} does.
 *
 * @param url `""` for a blank one
 * @param features `""` for a tab
 */
export function openNewWindow(url: string, features: string): NamedOpening {
  const name = nameWindow();
  return { opening: openWindow(url, name, features), name };
}

/**
 * Opens a window, or loads an address into the one of that name. Never with `noopener`: every engine
 * then returns null, whether it has opened one or not.
 *
 * @param url `""` for a blank one, or for the one of that name as it is
 * @param features `""` for a tab
 */
export function openWindow(url: string, name: string, features: string): Opening {
  const hadGesture = mayHaveGesture();
  let opened: unknown = null;
  try {
    opened = window.open(url, name, features);
  } catch {
    // Firefox throws in a sandboxed frame without `allow-popups`, and uses the gesture up all the same.
    // docs/browser-facts.md#4-policies
    return isNativeFunction(window.open) ? "refused" : "replaced";
  }
  const view = findWindow(opened);
  if (view) return view;
  // A wrapper hands on the browser's null. Whether that is a refusal, only the event tells: in WebKit
  // `userActivation` stays active for 5 s after a click, while windows and links to new tabs are refused.
  // docs/browser-facts.md#7-measured-since
  const isRefusal = opened === null && window.event?.isTrusted !== true;
  // A wrapper may open a window and return nothing, or a promise; if it adds `noopener`, null is returned. In a frame
  // of another site within a page that isolates itself (COOP), a window opens and null is returned. That it has opened
  // shows in the gesture, which is used up. In WebKit it shows nowhere in time, so there the page's own window goes to
  // the chat as well: better twice than never. docs/browser-facts.md#7-measured-since
  const isUsedUp = hadGesture && !mayHaveGesture();
  const isReplaced = !isNativeFunction(window.open);
  if (isUsedUp && isWithoutCredentials()) return "severed";
  if (isUsedUp && isForeignFrame()) return "unseen";
  if (isUsedUp && isReplaced) return opened === null ? "severed" : "unseen";
  return isReplaced && !isRefusal ? "replaced" : "refused";
}

/** Whether the page can reach the window that was opened. */
export function isOpened(opening: Opening): opening is Window {
  return typeof opening !== "string";
}

/**
 * A page's own `open` may return anything: a window, a proxy of one, or none. What is read here can be read of a window of
 * any site.
 */
function findWindow(value: unknown): Window | null {
  try {
    const view = (value as Window).window;
    return view !== window && view.window === view && view.closed === false ? view : null;
  } catch {
    return null;
  }
}

/** Opens a tab in the browser's own way, if the page has put its own `open` over the browser's. */
export function followLink(url: string): void {
  const link = createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener";
  // Outside the document, so that no handler of the page hears of the click.
  link.click();
}

/**
 * Whatever is shown in the window cannot reach the shop's page any more. To be called after a form's
 * submission: WebKit would open a second window for it. docs/browser-facts.md#1-opening
 */
export function clearOpener(handle: Window): void {
  try {
    handle.opener = null;
  } catch {
    // A sandboxed frame's opaque origin may not, and has nothing to lose.
  }
}

/** Chromium gives one pixel less in height than it is asked for. docs/browser-facts.md#1-opening */
const CHROMIUM_LOSS = 1;

/** The features of the window for a plan; `""` for a tab. */
export function findFeatures({ target, options }: ChatPlan): string {
  return target === "popup" ? buildFeatures(options) : "";
}

/**
 * The features of a popup: its inner size, in the middle of the screen that the page is on. Browsers make
 * smaller, and move, what is larger than the screen.
 */
function buildFeatures({ width, height }: { width: number; height: number }): string {
  const size = `popup,width=${width},height=${height + CHROMIUM_LOSS}`;
  const left = findMiddle(window.screen?.availLeft, window.screen?.availWidth, width);
  const top = findMiddle(window.screen?.availTop, window.screen?.availHeight, height);
  // Of NaN neither holds.
  const isKnown = left + top < FARTHEST && left + top > -FARTHEST;
  return isKnown ? `${size},left=${left},top=${top}` : size;
}

/** Pixels. No screen is as far away. */
const FARTHEST = 1e6;

/** NaN if the page has a variable called `screen`, which takes the browser's place. */
function findMiddle(start: number, space: number, length: number): number {
  return start + (space - length) / 2;
}

/** Gives a blank window the name by which a form finds it: a page's own `open` may drop it. */
export function ensureName(handle: Window, name: string): void {
  try {
    handle.name = name;
  } catch {
    // It shows another site, so it has been found by its name.
  }
}

/** The address of a window that is still blank, or shows a page of our own site; `""` of any other, as of a chat. */
export function readAddress(handle: Window): string {
  try {
    return handle.location.href || "";
  } catch {
    return "";
  }
}

/** The address of a window that nothing has been loaded into. */
export const BLANK = "about:blank";

/**
 * Loads an address into a window that is there. `replace()` would lose the referrer in WebKit.
 * docs/browser-facts.md#1-opening
 */
export function loadInto(handle: Window, url: string): void {
  try {
    handle.location.href = url;
  } catch {
    // Closed, or led elsewhere and cut off by the visitor or the browser in the meantime.
  }
}
