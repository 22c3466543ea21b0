import { isAlive } from "../alive.js";
import { explainAtApproach } from "../chat/chat.js";
import { setScriptTag } from "../input/settings.js";
import { prepareButton } from "../page/buttons.js";
import { start } from "../page/listeners.js";
import type { Launcher } from "../types.js";
import { listChatAttributes, readLauncherInput } from "./input.js";
import { createLauncher, findRunning } from "./launcher.js";

/** Whether the core that serves the page is this copy's. */
let isOwnCore = false;

/**
 * Starts the core and a launcher, unless the page has them: then those that are there serve.
 *
 * @param tag whose attributes are the page's settings
 */
export function runLauncher(tag: Element | null): Launcher {
  const running = findRunning();
  if (running) return running;
  setScriptTag(tag);
  isOwnCore = isOwnCore || !isAlive("kakao-chat");
  start();
  const launcher = createLauncher({
    readInput: () => readLauncherInput(tag),
    // An earlier core knows nothing of this tag: what it says of the chat goes onto the button.
    attributes: isOwnCore ? {} : listChatAttributes(tag),
    explain: (button) =>
      (isOwnCore ? null : window.KakaoChat?.explain?.(button)) ?? explainAtApproach(button),
    prepare: isOwnCore ? prepareButton : () => {},
    startCore: start,
  });
  launcher.start();
  return launcher;
}
