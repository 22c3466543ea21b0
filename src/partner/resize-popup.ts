import { POPUP_HEIGHT, POPUP_WIDTH } from "../kakao.js";

/** The smallest outer size, in CSS pixels, once it has been measured. */
export interface OuterSize {
  width: number;
  height: number;
}

/**
 * The outer size of this window if its inner size is the recommended one. A new size shows in the
 * properties a little later, in Chromium the outer one first: so this is measured once, before any resizing.
 */
export function measurePopup(): OuterSize {
  return {
    width: POPUP_WIDTH + Math.max(window.outerWidth - window.innerWidth, 0),
    height: POPUP_HEIGHT + Math.max(window.outerHeight - window.innerHeight, 0),
  };
}

/**
 * Brings a popup to at least this outer size. Tabs are never resized: `toolbar.visible` is false only in popups
 * (`menubar` is unreliable in WebKit). Chromium resets it to true after a cross-site navigation, but ignores
 * resizeTo() in tabs anyway, so there we always try.
 */
export function resizePopup(size: OuterSize): void {
  try {
    resize(size);
  } catch {
    // A page's own `toolbar`, `screen` or `resizeTo` has taken the browser's place: the chat is worth more than its size.
  }
}

function resize({ width, height }: OuterSize): void {
  const isTab = window.toolbar.visible && !("chrome" in window);
  if (isTab || window !== window.top) return;
  const { availLeft, availTop, availWidth, availHeight } = window.screen;
  const newWidth = Math.max(window.outerWidth, width);
  const newHeight = Math.max(window.outerHeight, height);
  const right = availLeft + availWidth - newWidth - window.screenX;
  const below = availTop + availHeight - newHeight - window.screenY;
  // Firefox leaves a window that grows over the edge of the screen there; the others move it.
  if (right < 0 || below < 0) window.moveBy(Math.min(right, 0), Math.min(below, 0));
  window.resizeTo(Math.min(newWidth, availWidth), Math.min(newHeight, availHeight));
}
