import {
  BLANK,
  isOpened,
  type NamedOpening,
  openNewWindow,
  openWindow,
  readAddress,
} from "./popup.js";

/** A window that is open, and its name, by which a form finds it. */
export interface NamedWindow {
  handle: Window;
  name: string;
}

/** The window that the buttons with `reuse` share, and what it was sent. Its opener is kept on purpose. */
let shared: { handle: Window; signature: string } | null = null;

/** The shared window if it is open and shows this request, or will. It may have gone on to a page of the shop's. */
export function findSharedWindow(signature: string): Window | null {
  if (!shared || shared.handle.closed || shared.signature !== signature) return null;
  return showsChat(shared.handle) || readAddress(shared.handle) === BLANK ? shared.handle : null;
}

/** Whether this is the window that is shared. */
export function isSharedWindow(handle: Window): boolean {
  return shared !== null && shared.handle === handle;
}

/** Takes a window for the one that is shared, and shows it. The one before is closed if it is another. */
export function shareWindow(handle: Window, signature: string): void {
  if (shared && !isSharedWindow(handle)) shared.handle.close();
  shared = { handle, signature };
  handle.focus();
}

/**
 * Opens a blank window of the request's own name, or finds the one that this request has opened before the page
 * was loaded anew. A frame that happens to have the name is none.
 */
export function openSharedWindow(signature: string, features: string): NamedOpening {
  const name = nameSharedWindow(signature);
  const opening = openWindow("", name, features);
  const isFrame = isOpened(opening) && opening.parent !== opening;
  return isFrame ? openNewWindow("", features) : { opening, name };
}

/** Whether the window shows a chat already, so that nothing is to be sent and its text is not ours. */
export function showsChat(handle: Window): boolean {
  return !readAddress(handle);
}

/** One name for one request, so that the window is found again after the shop's page has changed. */
function nameSharedWindow(signature: string): string {
  // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (let index = 0; index < signature.length; index++) {
    hash = Math.imul(hash ^ signature.charCodeAt(index), 0x01000193);
  }
  return `kakao-chat-${(hash >>> 0).toString(36)}`;
}

/** Part of `stop()`: the window itself stays open. */
export function reset(): void {
  shared = null;
}
