import type { ChatPlan } from "./build-plan";
import { findText } from "./find-text";

declare global {
  // Every browser has them; TypeScript's types do not.
  interface Screen {
    availLeft: number;
    availTop: number;
  }
}

/** A window that has been asked for, and its name. */
export interface Opened {
  handle?: Window | null | undefined;
  name?: any;
}

export function openWindow(
  url: string,
  plan: ChatPlan,
  button: EventTarget,
  opened: Opened,
): Opened["handle"] {
  opened.name = opened.name || `kakao-chat${plan.options.reuse === "true" ? "" : Math.random()}`;
  try {
    opened.handle = window.open(url, opened.name, plan.target === "popup" ? buildFeatures(plan.options) : "");
    if (!url) {
      const page = (opened.handle as Window).document;
      page.documentElement.lang = document.documentElement.lang;
      page.title = page.body.textContent = findText(
        "상담으로 연결하고 있습니다",
        "Connecting you to the consultation",
        button,
      );
    }
  } catch {
    // Refused; or a reused window that still shows the last chat.
  }
  return opened.handle;
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
