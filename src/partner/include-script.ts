import { findAll } from "../find-all.js";
import { ORIGIN } from "../kakao.js";
import { type Note, quote } from "../problems.js";

const PATH = "/chat/includeScript";
const ADDRESS = ORIGIN + PATH;

/** Milliseconds that includeScript may take before the chat starts without it. */
const PATIENCE = 1500;

/**
 * Calls `act` once: when Kakao's includeScript has run, has failed, or takes too long. Loads it
 * unless the page has it; until then the page's `load` event waits for it.
 *
 * @param nonce of our own tag, for a policy that lets scripts run by nonce alone
 */
export function bindInclude(nonce: string | null | undefined, note: Note, act: () => void): void {
  let isDone = false;
  const finish = (trouble?: string) => {
    if (isDone) return;
    isDone = true;
    if (trouble) note(812, ADDRESS, trouble);
    act();
  };
  setTimeout(finish, PATIENCE, `nothing in ${PATIENCE} ms`);
  let own: HTMLScriptElement | undefined;
  for (const script of findAll<HTMLScriptElement>(`script[src*="${PATH}"]`)) {
    if (script.src.startsWith(ADDRESS)) own = script;
    // The API document's tag begins with a curly quote: a relative address, in all browsers.
    else note(811, `src="${ADDRESS}"`, quote(`${script.getAttribute("src")}`));
  }
  const script = own || document.createElement("script");
  script.addEventListener("load", () => finish());
  script.addEventListener("error", () => finish("an error"));
  if (own) {
    // It may have run before we could listen to it.
    if (document.readyState === "complete" || !(own.async || own.defer)) finish();
    window.addEventListener("load", () => finish());
  } else {
    try {
      if (nonce) script.nonce = nonce;
      script.src = buildAddress();
      document.documentElement.append(script);
    } catch {
      finish("a refusal by trusted-types");
    }
  }
}

/** The address of a script, also where a page requires Trusted Types. */
function buildAddress(): string {
  const { trustedTypes } = window as unknown as {
    trustedTypes?: {
      createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
    };
  };
  return trustedTypes
    ? trustedTypes
        .createPolicy("kakao-chat-partner", { createScriptURL: () => ADDRESS })
        .createScriptURL("")
    : ADDRESS;
}
