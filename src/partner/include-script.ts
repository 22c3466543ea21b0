import { INCLUDE_SCRIPT_PATH, ORIGIN } from "../kakao.js";
import {
  callNative,
  createElement,
  findAll,
  listen,
  readAttribute,
  readNative,
} from "../natives.js";
import { quote, type Report } from "../problems.js";

const ADDRESS = ORIGIN + INCLUDE_SCRIPT_PATH;

/** Milliseconds that includeScript may take before the chat starts without it. */
const INCLUDE_TIMEOUT = 1500;

/**
 * Calls back once: when Kakao's includeScript has run, has failed, or takes too long. Loads it
 * unless the page has it; until then the page's `load` event waits for it.
 *
 * @param nonce of our own tag, for a policy that lets scripts run by nonce alone
 */
export function loadIncludeScript(nonce: string, report: Report, callback: () => void): void {
  let isDone = false;
  const finish = (reason?: string) => {
    if (isDone) return;
    isDone = true;
    if (reason) report("KC812", ADDRESS, reason);
    callback();
  };
  setTimeout(() => finish(`nothing in ${INCLUDE_TIMEOUT} ms`), INCLUDE_TIMEOUT);
  const existing = findExisting(report);
  const script = existing ?? createElement("script");
  listen(script, "load", () => finish());
  listen(script, "error", () => finish("an error"));
  if (existing) {
    // It may have run before we could listen to it.
    const isComplete = readNative(document, "readyState") === "complete";
    if (isComplete || !(existing.async || existing.defer)) finish();
    listen(window, "load", () => finish());
    return;
  }
  try {
    if (nonce) script.nonce = nonce;
    script.src = buildTrustedAddress();
    callNative(readNative(document, "documentElement"), "appendChild", script);
  } catch {
    finish("a refusal by trusted-types");
  }
}

/** The page's own tag. One with another address of that path is a mistake, which is reported. */
function findExisting(report: Report): HTMLScriptElement | null {
  let existing: HTMLScriptElement | null = null;
  for (const script of findAll(`script[src*="${INCLUDE_SCRIPT_PATH}"]`)) {
    if (!isScript(script)) continue;
    if (script.src.startsWith(ADDRESS)) existing = script;
    // The API document's tag begins with a curly quote: a relative address, in all browsers.
    else report("KC811", `src="${ADDRESS}"`, quote(readAttribute(script, "src") ?? ""));
  }
  return existing;
}

/** One of HTML: a script within a drawing has no `src`. */
function isScript(element: Element): element is HTMLScriptElement {
  return "src" in element && "async" in element;
}

/** TypeScript's types do not have it. https://www.w3.org/TR/trusted-types/ */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(): string },
  ): { createScriptURL(url: string): string };
}

/** The address of a script, also on a page that requires Trusted Types. */
function buildTrustedAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return ADDRESS;
  const policy = trustedTypes.createPolicy("kakao-chat-partner", {
    createScriptURL: () => ADDRESS,
  });
  return policy.createScriptURL("");
}
