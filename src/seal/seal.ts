/**
 * The optional file `kakao-chat-seal.js`: every extra, wherever it is said, goes out encrypted or not
 * at all. Built on `kakao-chat:before` and its `waitUntil()` alone.
 */

import { isAlive, startAnswering } from "../alive.js";
import { dictionary } from "../builtins.js";
import { collectAnswers } from "../chat/answers.js";
import { findButton } from "../input/mark.js";
import { findScriptTag, setScriptTag } from "../input/own-tag.js";
import { callNative, listen, readNative } from "../natives.js";
import { isAbsent, isPrimitive } from "../options/raw-input.js";
import type { ChatEventMap, ChatInput } from "../types.js";
import { findKey } from "./find-key.js";
import { buildJwe } from "./jwe.js";
import { clearLink, clearLinks } from "./links.js";

const NAME = "kakao-chat-seal";

// A second copy would seal what is sealed.
if (!isAlive(NAME)) {
  startAnswering(NAME);
  // Whether unmarked links are buttons stands on the core's tag.
  setScriptTag(findScriptTag("kakao-chat.js") ?? findScriptTag("kakao-chat-launcher.js"));
  // First of all listeners, so that none that stops the event keeps it from here.
  listen(window, "kakao-chat:before", onBefore, true);
  for (const type of ["pointerover", "pointerdown", "focusin"]) {
    listen(window, type, onApproach, true);
  }
  listen(window, "load", clearLinks, true);
  if (readNative(document, "readyState") === "complete") clearLinks();
}

/**
 * Asks the button to wait. We listen first, so the page's handlers run after us. We replace `waitUntil()` to
 * collect their promises, wait for all of them, merge the results, and seal the extra last, so that nothing can
 * change it afterwards.
 */
function onBefore(event: ChatEventMap["kakao-chat:before"]): void {
  const { detail } = event;
  const { waitUntil } = detail;
  const promises: unknown[] = [];
  let isOver = false;
  detail.waitUntil = (promise) => {
    // The core's own throws then, as it has to.
    if (isOver) waitUntil(promise);
    else promises.push(promise);
  };
  findKey().catch(() => {});
  // A microtask never runs within the dispatch, because a script dispatches: all handlers have run.
  waitUntil(
    Promise.resolve().then(async () => {
      isOver = true;
      const answer = await collectAnswers(promises);
      if (answer instanceof Error) return { extra: answer };
      const answered: ChatInput = answer;
      const said = dictionary({ ...detail.options, ...answered });
      return { ...answered, extra: await sealExtra(said.extra) };
    }),
  );
}

/** The JWE; nothing if there is no extra; an `Error` that says why if there is no JWE. */
async function sealExtra(extra: unknown): Promise<string | Error | null> {
  if (isAbsent(extra)) return null;
  if (extra instanceof Error) return extra;
  if (!isPrimitive(extra)) return Error("no text");
  try {
    return await buildJwe(String(extra), await findKey());
  } catch (error) {
    return error instanceof Error ? error : Error("no seal");
  }
}

/** Somebody comes near a button: a key that has to be fetched is fetched, and a link cleared. */
function onApproach(event: Event): void {
  const button = findButton(callNative(event, "composedPath"));
  if (!button) return;
  clearLink(button);
  findKey().catch(() => {});
}
