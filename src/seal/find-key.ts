import { parseKey, type SealingKey } from "./parse-key.js";

/** Milliseconds: below the 5 s after which the chat starts without its extra, so that the reason is known. */
const PATIENCE = 4000;

/** Inserted by a tag manager late, or moved by a loader, the script's tag is no `currentScript`. */
const TAG = "script[data-key],script[data-key-url]";

// Through the prototype: `<img name="currentScript">` hides the document's own property.
const script: Element | null = Reflect.get(Document.prototype, "currentScript", document);

let found: Promise<SealingKey> | undefined;

/** The key that the script's tag has or names: read once, and again only after a failure. */
export function findKey(): Promise<SealingKey> {
  if (!found) {
    found = readKey();
    found.catch(() => {
      found = undefined;
    });
  }
  return found;
}

async function readKey(): Promise<SealingKey> {
  const tag = script && script.matches(TAG) ? script : document.querySelector(TAG);
  if (!tag) throw Error("no seal: no data-key");
  return parseKey(
    tag.getAttribute("data-key") || (await fetchKey(tag.getAttribute("data-key-url"))),
  );
}

async function fetchKey(url: string | null): Promise<string> {
  if (!url) throw Error("no seal: no data-key");
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const response = await fetch(url, { credentials: "omit", signal: controller.signal });
    if (response.ok) return await response.text();
    throw Error(`no seal: data-key-url answered ${response.status}`);
  } catch (error) {
    if (controller.signal.aborted) throw Error(`no seal: no key after ${PATIENCE / 1000} s`);
    // A `TypeError`, in each engine's own words.
    throw (error as Error).name === "Error"
      ? error
      : Error("no seal: data-key-url cannot be reached");
  } finally {
    clearTimeout(timer);
  }
}
