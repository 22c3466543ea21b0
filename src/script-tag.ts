/** The one-script-tag file: starts by itself, and sets the global. */

import { isAlive } from "./alive.js";
import { open } from "./chat/chat.js";
import { explain } from "./chat/explain.js";
import { findGlobal, setGlobal } from "./global.js";
import { findScriptTag, setScriptTag } from "./input/own-tag.js";
import { start, stop } from "./page/listeners.js";
import { reportLostTag } from "./report/lost-tag.js";
import { version } from "./version.js";

const FILE = "kakao-chat.js";

// A script tag that is there twice (a PC and a mobile skin) is the normal accident: the first stays. An
// element named like the global is on the window too, but never as its own property.
const tag = findScriptTag(FILE);
const isFirst = !isAlive("kakao-chat", tag);
if (isFirst) {
  setScriptTag(tag, FILE);
  start();
  if (!tag) reportLostTag(FILE);
}
if (isFirst || !findGlobal()) setGlobal({ open, explain, start, stop, version });
