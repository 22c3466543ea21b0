/** The page's own window, and what it may do. */

/** Sends the page itself on: all of it if a frame may, because Kakao may refuse to be framed. */
export function navigatePage(url: string): void {
  try {
    // Of a window, `top` is never null.
    (window.top as Window).location.href = url;
  } catch {
    window.location.href = url;
  }
}

/**
 * Whether a form may send nothing and say nothing. That is so without `allow-forms` in a sandboxed frame, in a frame
 * within one, and in a page whose policy is `sandbox`; with `allow-forms`, WebKit drops the form's request
 * once the window's opener is cut. A frame of another site may be sandboxed, too.
 */
export function isSandboxed(): boolean {
  // A page without an origin of its own says "null", and so does a file on one's own machine.
  if (window.origin === "null" && location.protocol !== "file:") return true;
  // Not by `parent` alone: a page's variable of that name takes its place.
  let view: Window = window;
  while (view !== window.top) {
    // Of another site, `frameElement` reads null.
    const frame = view.frameElement;
    if (!frame || frame.hasAttribute("sandbox")) return true;
    view = view.parent;
  }
  return false;
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
