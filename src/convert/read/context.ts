import type { OldElement } from "./markup/element.js";
import { type Context, createFrame, type Run } from "./script/run.js";
import type { Scope } from "./script/scope.js";
import type { Value } from "./script/value.js";

/** Where a script stands, and what it can use. */
export interface Place {
  text: string;
  /** In what was pasted; -1 if it was not pasted as it is. */
  offset: number;
  scope?: Scope;
  self?: Value | null;
  trigger?: OldElement | null;
  isAtLoad?: boolean;
  reach?: ReadonlySet<Scope>;
}

/** Under which circumstances code is read that nothing has called yet. */
export function createContext(place: Place, run: Run): Context {
  return {
    scope: place.scope ?? run.global,
    self: place.self ?? null,
    trigger: place.trigger ?? null,
    isLate: false,
    isAtLoad: place.isAtLoad ?? false,
    isConditional: false,
    condition: null,
    server: null,
    guards: [],
    script: { text: place.text, offset: place.offset },
    handler: null,
    chain: [],
    reach: place.reach ?? new Set(),
    depth: 0,
    frame: createFrame(),
    calls: 0,
  };
}
