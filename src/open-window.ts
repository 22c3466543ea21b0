import type { ChatPlan } from "./build-plan";
import { CONNECTING, findText } from "./find-text";

const NAME = "kakao-chat";

let count = 0;

/** One name finds the open window again; a unique one never takes another's. */
export function nameWindow(plan: ChatPlan): string {
  return plan.options.reuse === "true" ? NAME : `${NAME}-${Date.now()}-${count++}`;
}

/**
 * Opens a window, or the one of that name, or nothing where the browser refuses (Firefox throws in a
 * sandboxed frame). Never `noopener`: with it every engine returns null, whether it has opened one or
 * not.
 *
 * @param url `""` for a window that says that the consultation is being connected
 */
export function openWindow(
  url: string,
  name: string,
  plan: ChatPlan,
  button: EventTarget,
): Window | null | undefined {
  let handle: Window | null | undefined;
  try {
    handle = window.open(url, name, plan.target === "popup" ? buildFeatures(plan.options) : "");
    if (!url) {
      const page = (handle as Window).document;
      page.title = page.body.textContent = findText(CONNECTING, button);
    }
  } catch {
    // Refused; or a reused window that still shows the last chat.
  }
  return handle;
}

/** Sends the page itself on: all of it, where a frame may, because Kakao may refuse to be framed. */
export function goHere(url: string): Window {
  try {
    (top as Window).location.href = url;
  } catch {
    location.href = url;
  }
  return window;
}

/**
 * Whatever is shown in the window cannot reach the shop's page any more. Only after the form's
 * submission: WebKit would open a second window for it.
 */
export function cutOpener(handle: Window): void {
  try {
    handle.opener = null;
  } catch {
    // A sandboxed frame's opaque origin may not, and has nothing to lose.
  }
}

/**
 * The inner size, in the middle of the screen that the page is on. What is larger than the screen,
 * browsers make smaller and move. Chromium gives one pixel less in height than it is asked for.
 */
function buildFeatures(options: ChatPlan["options"]): string {
  // Every browser has availLeft and availTop; the types do not.
  const place = screen as Screen & Record<"availLeft" | "availTop", number>;
  const left = place.availLeft + (place.availWidth - options.width) / 2;
  const top = place.availTop + (place.availHeight - options.height) / 2;
  return `popup,width=${options.width},height=${options.height + 1},left=${left},top=${top}`;
}
