import { BLANK, readAddress } from "./popup.js";

/** Seconds: later than the last answer that is waited for. A request that is under way by then calls it off. */
const REFRESH = 7;

/**
 * Says in a blank window of ours what it waits for, as text. A window that shows anything else is left alone.
 *
 * @param rescueUrl where the window goes by itself if the page that opened it is gone by then
 */
export function showWaitingLine(
  handle: Window,
  words: string,
  lang: string,
  rescueUrl: string | null,
): void {
  try {
    if (readAddress(handle) !== BLANK) return;
    const { document } = handle;
    document.documentElement.lang = lang;
    document.title = words;
    document.body.textContent = words;
    if (rescueUrl) {
      const refresh = document.createElement("meta");
      refresh.httpEquiv = "refresh";
      refresh.content = `${REFRESH};url=${rescueUrl}`;
      document.head.append(refresh);
    }
  } catch {
    // A chat, or a page without an origin of its own.
  }
}
