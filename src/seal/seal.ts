/**
 * The optional file `kakao-chat-seal.js`: every extra, wherever it is said, goes out encrypted or not
 * at all. Built on `kakao-chat:before` and its `waitUntil()` alone.
 */

import type { ChatEventMap } from "../events.js";
import type { ChatInput } from "../options/fields.js";
import { findKey } from "./find-key.js";
import { buildJwe } from "./jwe.js";

/** On the window: a second copy would seal what is sealed. */
const OWNER = Symbol.for("kakao-chat-seal");

if (!(OWNER in window)) {
  Object.defineProperty(window, OWNER, { value: true });
  // First of all listeners, so that none that stops the event keeps it from here.
  window.addEventListener("kakao-chat:before", onBefore, true);
  for (const type of ["pointerover", "focusin"]) window.addEventListener(type, onApproach, true);
}

/**
 * Asks the button to wait. What the page's handlers, which all come later, then do to the options
 * and hand to `waitUntil()`, is gathered here: the extra is sealed when all of it is known, and is the
 * last word on the extra.
 */
function onBefore(event: ChatEventMap["kakao-chat:before"]): void {
  const { detail } = event;
  const { options, waitUntil } = detail;
  const answers: unknown[] = [];
  detail.waitUntil = (answer) => void answers.push(answer);
  findKey().catch(() => {});
  // A microtask never runs within the dispatch, because a script dispatches: all handlers have run.
  waitUntil(
    Promise.resolve().then(async () => {
      const said: ChatInput = Object.assign({}, ...(await Promise.all(answers)));
      return { ...said, extra: await sealExtra({ ...options, ...said }.extra) };
    }),
  );
}

/** The JWE; nothing where there is no extra; an `Error` that says why where there is no JWE. */
async function sealExtra(extra: unknown): Promise<string | Error | null> {
  if (extra == null || extra === "") return null;
  if (extra instanceof Error) return extra;
  if (Object(extra) === extra) return Error("no text");
  try {
    return await buildJwe(String(extra), await findKey());
  } catch (error) {
    return error as Error;
  }
}

/** A key that has to be fetched is fetched when somebody comes near a button. */
function onApproach(event: Event): void {
  const isButton = (node: EventTarget) =>
    node instanceof Element && node.hasAttribute("data-kakao-chat");
  if (event.composedPath().some(isButton)) findKey().catch(() => {});
}
