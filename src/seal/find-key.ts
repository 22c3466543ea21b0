import { findFirst } from "../builtins.js";
import { findScriptTag } from "../input/own-tag.js";
import { callNative, readAttribute, readNative } from "../natives.js";
import { parseKey, type SealingKey } from "./parse-key.js";
import { SealError } from "./seal-error.js";

/** Milliseconds: below the 5 s after which the chat starts without its extra, so that the reason is known. */
const KEY_TIMEOUT = 4000;

/** A tag manager inserts the script's tag late, and a loader moves it: then it is no `currentScript`. */
const TAG = "script[data-key],script[data-key-url]";

const FILES = ["kakao-chat-seal.js", "kakao-chat.js", "kakao-chat-launcher.js"];

const runningScript: Element | null = readNative(document, "currentScript");

let keyPromise: Promise<SealingKey> | undefined;

/** The key that the script's tag has or names: read once, and again only after a failure. */
export function findKey(): Promise<SealingKey> {
  if (!keyPromise) {
    keyPromise = readKey();
    keyPromise.catch(() => {
      keyPromise = undefined;
    });
  }
  return keyPromise;
}

async function readKey(): Promise<SealingKey> {
  const tag = findTag();
  if (!tag) throw new SealError("no data-key");
  const key = readAttribute(tag, "data-key");
  return parseKey(key || (await fetchKey(readAttribute(tag, "data-key-url"))));
}

/**
 * The running script; else the one with the seal's name, or with a name that seal and core have as one file; else,
 * by whatever name that file has, the first with a key. Other scripts have a `data-key` too.
 */
function findTag(): Element | null {
  const named = FILES.map(findScriptTag);
  const own = findFirst(
    [runningScript, ...named],
    (tag) => tag !== null && callNative(tag, "matches", TAG),
  );
  return own ?? callNative(document, "querySelector", TAG);
}

async function fetchKey(url: string | null): Promise<string> {
  if (!url) throw new SealError("no data-key");
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), KEY_TIMEOUT);
  try {
    const response = await fetch(url, { credentials: "omit", signal: controller.signal });
    if (response.ok) return await response.text();
    throw new SealError(`data-key-url answered ${response.status}`);
  } catch (error) {
    if (error instanceof SealError) throw error;
    if (controller.signal.aborted) throw new SealError(`no key after ${KEY_TIMEOUT / 1000} s`);
    // Each engine has words of its own for it.
    throw new SealError("data-key-url cannot be reached");
  } finally {
    clearTimeout(timer);
  }
}
