/** The least inner size that the API document recommends. */
const WIDTH = 1024;
const HEIGHT = 800;

/**
 * Brings a popup to at least the recommended inner size, and back onto the screen where it outgrows
 * it; Firefox leaves it hanging over the edge. A tab stays as it is: only a popup's `toolbar` is
 * not visible (Chromium, Firefox, WebKit; WebKit's `menubar` does not tell).
 *
 * A new size shows in the properties a little later, so what is asked for is absolute, and the same
 * however often.
 */
export function resizePopup(): void {
  if (window.toolbar.visible || window !== top) return;
  // Every browser has availLeft and availTop; the types do not.
  const place = screen as Screen & Record<"availLeft" | "availTop", number>;
  const width = findSize(WIDTH, innerWidth, outerWidth, place.availWidth);
  const height = findSize(HEIGHT, innerHeight, outerHeight, place.availHeight);
  const left = Math.min(screenX, place.availLeft + place.availWidth - width);
  const top_ = Math.min(screenY, place.availTop + place.availHeight - height);
  // Some window managers move a window that is told to stay.
  if (left < screenX || top_ < screenY) moveTo(left, top_);
  resizeTo(width, height);
}

/** The outer size, with what the browser puts around the page. */
function findSize(least: number, inner: number, outer: number, room: number): number {
  return Math.min(Math.max(outer, least + Math.max(outer - inner, 0)), room);
}
