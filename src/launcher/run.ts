import { isAlive } from "../alive.js";
import { explainAtApproach } from "../chat/chat.js";
import { setScriptTag } from "../input/settings.js";
import { prepareButton } from "../page/buttons.js";
import { start } from "../page/listeners.js";
import type { Launcher } from "../types.js";
import { listChatAttributes, readLauncherInput } from "./input.js";
import { createLauncher } from "./launcher.js";

/** On the document: the launcher of the page, which has one, however often the script is there. */
const LAUNCHER = Symbol.for("kakao-chat-launcher");

type Page = Document & { [LAUNCHER]?: Launcher | null };

/**
 * Starts the core and a launcher, unless the page has them: then those that are there serve.
 *
 * @param tag whose attributes are the page's settings
 */
export function runLauncher(tag: Element | null): Launcher {
  const page: Page = document;
  const running = page[LAUNCHER];
  if (running) return running;
  setScriptTag(tag);
  const isFirst = !isAlive("kakao-chat");
  start();
  const { element, show, hide, ...created } = createLauncher({
    readInput: () => readLauncherInput(tag),
    // An earlier core knows nothing of this tag: what it says of the chat goes onto the button.
    attributes: isFirst ? {} : listChatAttributes(tag),
    explain: isFirst ? explainAtApproach : (button) => window.KakaoChat.explain(button),
    prepare: isFirst ? prepareButton : () => {},
    startCore: start,
  });
  const launcher: Launcher = {
    element,
    show,
    hide,
    start() {
      page[LAUNCHER] = launcher;
      created.start();
    },
    stop() {
      page[LAUNCHER] = null;
      created.stop();
    },
  };
  launcher.start();
  return launcher;
}
