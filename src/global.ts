import { defineOwn, findOwn } from "./natives.js";
import type { KakaoChatGlobal } from "./types.js";

const NAME = "KakaoChat";

/** The global that a copy of this script has set; nothing of the page's own that has this name. */
export function findGlobal(): KakaoChatGlobal | null {
  const value: unknown = findOwn(window, NAME)?.value;
  return isOurs(value) ? value : null;
}

function isOurs(value: unknown): value is KakaoChatGlobal {
  if (typeof value !== "object" || value === null) return false;
  return ["open", "explain", "start", "stop"].every(
    (name) => typeof findOwn(value, name)?.value === "function",
  );
}

/** Sets the global. A page may have a constant of that name, which an assignment would stumble over. */
export function setGlobal(value: KakaoChatGlobal): void {
  const property = { value, configurable: true, enumerable: true, writable: true };
  // What the page has declared by `var` or `function` can be given another value, and nothing else.
  if (!defineOwn(window, NAME, property)) defineOwn(window, NAME, { value });
}
