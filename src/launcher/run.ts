import { isAlive, isServing } from "../alive.js";
import { explain, explainAtApproach } from "../chat/explain.js";
import { getScriptTag, setScriptTag } from "../input/own-tag.js";
import { prepareButton } from "../page/buttons.js";
import { start } from "../page/listeners.js";
import type { ChatInput, Launcher } from "../types.js";
import { listChatAttributes, readChat, readLauncherInput } from "./input.js";
import { createLauncher, findRunning } from "./launcher.js";

/**
 * An earlier core does not know this tag's id as the page's own, so it would neither replace the tokens that read
 * the page nor go through the partner. What a handler sets is the page's own word.
 */
function fillByTag(options: ChatInput, tag: Element | null): void {
  const { extra, via } = explain(readChat(tag)).options;
  if (extra) options.extra = extra;
  if (via) options.via = via;
}

/**
 * Starts the core and a launcher, unless the page has them: then those that are there serve.
 *
 * @param tag whose attributes are the page's settings
 * @param file the name of its file, by which the tag is found that a page has put in its place
 */
export function runLauncher(tag: Element | null, file = ""): Launcher {
  const running = findRunning();
  if (running) {
    // This may be the tag that stands in for its own.
    isAlive("kakao-chat", tag);
    running.start();
    return running;
  }
  setScriptTag(tag, file);
  start();
  const isOwnCore = isServing("kakao-chat");
  const launcher = createLauncher({
    readInput: () => readLauncherInput(getScriptTag()),
    // An earlier core knows nothing of this tag: what it says of the chat goes onto the button.
    attributes: isOwnCore ? {} : listChatAttributes(readChat(tag)),
    explain: (button) =>
      (isOwnCore ? null : window.KakaoChat?.explain?.(button)) ?? explainAtApproach(button),
    prepare: isOwnCore ? prepareButton : () => {},
    fill: isOwnCore ? null : ({ detail }) => fillByTag(detail.options, getScriptTag()),
    startCore: start,
  });
  launcher.start();
  return launcher;
}
