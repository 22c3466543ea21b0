import type { ChatPlan } from "../chat/plan.js";
import { findText } from "../report/language.js";

declare global {
  // Every browser has them; TypeScript's types do not.
  interface Screen {
    availLeft: number;
    availTop: number;
  }
}

/** One name finds the open window again; a unique one never takes another's. */
export function nameWindow(plan: ChatPlan): string {
  return `kakao-chat${plan.options.reuse === "true" ? "" : Math.random()}`;
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
      page.documentElement.lang = document.documentElement.lang;
      page.body.textContent = page.title = findText(
        "상담으로 연결하고 있습니다",
        "Connecting you to the consultation",
        button,
      );
    }
  } catch {
    // Refused; or a reused window that still shows the last chat.
  }
  return handle;
}

/** Sends the page itself on: all of it, where a frame may, because Kakao may refuse to be framed. */
export function goHere(url: string): void {
  try {
    (top as Window).location.href = url;
  } catch {
    location.href = url;
  }
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
function buildFeatures({ width, height }: ChatPlan["options"]): string {
  const left = screen.availLeft + (screen.availWidth - width) / 2;
  const top = screen.availTop + (screen.availHeight - height) / 2;
  return `popup,width=${width},height=${height + 1},left=${left},top=${top}`;
}
