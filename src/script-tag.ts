/** The one-script-tag file: starts by itself, and sets the global. */

import { isAlive } from "./alive.js";
import { explain, open } from "./chat/chat.js";
import { findScriptTag, setScriptTag } from "./input/settings.js";
import { defineOwn, hasOwn } from "./natives.js";
import { start, stop } from "./page/listeners.js";
import { reportLostTag } from "./report/lost-tag.js";
import { version } from "./version.js";

const FILE = "kakao-chat.js";

// A script tag that is there twice (a PC and a mobile skin) is the normal accident: the first stays. An
// element named like the global is on the window too, but never as its own property.
const isFirst = !isAlive("kakao-chat");
if (isFirst) {
  const tag = findScriptTag(FILE);
  setScriptTag(tag);
  start();
  if (!tag) reportLostTag(FILE);
}
if (isFirst || !hasOwn(window, "KakaoChat")) {
  // A page may have a constant of that name, which an assignment would stumble over.
  defineOwn(window, "KakaoChat", {
    value: { open, explain, start, stop, version },
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
