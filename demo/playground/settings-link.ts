import { isField } from "../../src/options/options.js";
import { listPlatformNames } from "./snippets/platforms/platforms.js";
import { CHOICES, DEFAULTS, isAllowed, type State } from "./state.js";

/**
 * The state as the address keeps it: what differs from the defaults, and the extra only if that was
 * asked for. After the `#`, which no server ever sees.
 */
export function buildHash(state: State): string {
  const params = new URLSearchParams();
  const defaults: Record<string, string> = { ...DEFAULTS };
  for (const [name, value] of Object.entries(state)) {
    const isKept = name !== "extra" || state.share === "true";
    if (isKept && value !== defaults[name]) params.set(name, value);
  }
  // People read an id in the address too.
  return params.toString().replace(/%40/g, "@");
}

/** The state from an address, whoever wrote it: what is unknown is left out. */
export function parseHash(hash: string): State {
  const choices = new Map<string, readonly string[]>([
    ...Object.entries(CHOICES),
    ["tab", listPlatformNames()],
  ]);
  const state: State = { ...DEFAULTS };
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const isKnown = Object.hasOwn(DEFAULTS, name);
    const isRight = isField(name)
      ? isAllowed(name, value)
      : (choices.get(name)?.includes(value) ?? true);
    if (isKnown && isRight) Object.assign(state, { [name]: value });
  }
  return state;
}
