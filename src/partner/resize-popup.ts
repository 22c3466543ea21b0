/** The least inner size that the API document recommends. */
const WIDTH = 1024;
const HEIGHT = 800;

/** The least outer size. */
let width: number;
let height: number;

/**
 * Brings a popup to at least the recommended inner size. A tab stays as it is: only a popup's
 * `toolbar` is not visible (WebKit's `menubar` does not tell). Chromium forgets that when the popup
 * goes from one site to another, but by itself never resizes a tab.
 *
 * A new size shows in the properties a little later, in Chromium the outer one first: so what the
 * browser puts around the page is measured once.
 */
export function resizePopup(): void {
  if ((window.toolbar.visible && !("chrome" in window)) || window !== top) return;
  width = width || WIDTH + Math.max(outerWidth - innerWidth, 0);
  height = height || HEIGHT + Math.max(outerHeight - innerHeight, 0);
  // Every browser has availLeft and availTop; the types do not.
  const { availLeft, availTop, availWidth, availHeight } = screen as Screen &
    Record<"availLeft" | "availTop", number>;
  const right = availLeft + availWidth - Math.max(outerWidth, width) - screenX;
  const below = availTop + availHeight - Math.max(outerHeight, height) - screenY;
  // Firefox leaves a window that grows over the edge of the screen there; the others move it.
  if (right < 0 || below < 0) moveBy(Math.min(right, 0), Math.min(below, 0));
  resizeTo(
    Math.min(Math.max(outerWidth, width), availWidth),
    Math.min(Math.max(outerHeight, height), availHeight),
  );
}
