/** The one-script-tag file with the floating button: starts by itself, and sets the global. */

import { open } from "../chat/chat.js";
import { explain } from "../chat/explain.js";
import { findGlobal, setGlobal } from "../global.js";
import { findScriptTag } from "../input/own-tag.js";
import { defineOwn } from "../natives.js";
import { start, stop } from "../page/listeners.js";
import { reportLostTag } from "../report/lost-tag.js";
import type { KakaoChatGlobal } from "../types.js";
import { version } from "../version.js";
import { runLauncher } from "./run.js";

const FILE = "kakao-chat-launcher.js";
const tag = findScriptTag(FILE);
const launcher = runLauncher(tag, FILE);
if (!tag) reportLostTag(FILE);

const core: KakaoChatGlobal = findGlobal() ?? { open, explain, start, stop, version };
if (core.launcher !== launcher) {
  const { start: startCore, stop: stopCore } = core;
  // An earlier core's global gets the launcher, which starts and stops with it.
  define(core, {
    launcher,
    start() {
      startCore();
      launcher.start();
    },
    stop() {
      launcher.stop();
      stopCore();
    },
  });
  setGlobal(core);
}

/** A page may have frozen the object, or have a constant of that name, which an assignment would stumble over. */
function define(object: object, values: object): void {
  for (const [name, value] of Object.entries(values)) {
    defineOwn(object, name, { value, configurable: true, enumerable: true, writable: true });
  }
}
