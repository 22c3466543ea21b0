import type { Function as FunctionNode, Node } from "@babel/types";
import type { OldElement } from "../markup/element.js";
import type { Tag } from "../server/templates.js";
import type { Code } from "./code.js";
import type { Happening } from "./elsewhere.js";
import type { Run } from "./run.js";
import type { Scope } from "./scope.js";
import type { ServerWrites } from "./statements/server-writes.js";
import type { Value } from "./value.js";

/** A condition under which something happens, or is not left before it. */
export interface Guard {
  test: Node;
  holds: boolean;
  /** As it is written. */
  source: string;
  /** As it can stand elsewhere. */
  code: Code;
  /** An expression that has a value then. */
  isThere?: string;
  /** Something has failed. */
  isFailure?: true;
  /** It stands for one of a server's branches: which of them, and their tags. */
  branch?: Pick<ServerBranch, "writes" | "at">;
  /** It asks for what pages have, `window.Shop`, and only says which of two ways to a chat it is. */
  isOfPage?: true;
  /** A server decides it, of which branches the click goes on with these. */
  server?: { branches: ServerStatements; goesOn: readonly number[] };
}

/** What a server's branches do, each with its statements. */
export interface ServerStatements {
  script: ScriptSource;
  statements: Node[][];
}

export interface Called {
  node: FunctionNode;
  script: ScriptSource;
  /** The markup can name whatever it names, but what is its own. */
  isReached: boolean;
  /** The names of functions around it that have ended: `(id) => () => open(id)`. */
  around: ReadonlySet<string>;
  /** What of it this call does not come to. */
  left: ReadonlySet<Node>;
  /** A part of it as it can stand in the new button's handler, whose event is `event`. */
  write: (part: Node, own: ReadonlySet<string>) => Code;
  /** `event` is something else in it. */
  isEventTaken: boolean;
}

/** One call of a function, with the circumstances in which it is called; `null` if the page or a click does. */
export interface Call {
  caller: Context | null;
}

/** What is found out within one function. */
export interface Frame {
  isAwaited: boolean;
  /** The element within the clicked one that it is about: `event.target.closest(".talk")`. */
  target: OldElement | null;
  /** Branches that this call does not come to. */
  left: Set<Node>;
  /** Conditions without which it has thrown: about what it waits for. */
  thrown: Guard[];
}

/** The frame of a function that is about to be read. */
export function createFrame(target: OldElement | null = null): Frame {
  return { isAwaited: false, target, left: new Set(), thrown: [] };
}

export interface ScriptSource {
  text: string;
  /** Where it begins in what was pasted; -1 if it was not pasted as it is. */
  offset: number;
  /** Where it was cut off, if it was: what stands after that only closes it. */
  cutAt?: number;
  /** The server's tags in it, in their order. */
  tags?: readonly Tag[];
}

/** One of a server's branches, of which it sends one. */
export interface ServerBranch {
  writes: ServerWrites;
  at: number;
  outer: ServerBranch | null;
}

/** Under which circumstances an expression is read. */
export interface Context {
  scope: Scope;
  /** What `this` is. */
  self: Value | null;
  trigger: OldElement | null;
  isLate: boolean;
  isAtLoad: boolean;
  /** The event that it is read for; `null` while the page loads. */
  event: Happening | null;
  /** In a branch: it may not happen. */
  isConditional: boolean;
  /** What decides it, if that is one expression. */
  condition: (Code & { isSure?: boolean }) | null;
  /** The names around a loop that runs who knows how often: what it gives them is not known. */
  often: Scope | null;
  /** The server's branches that it stands in, the innermost first. */
  server: ServerBranch | null;
  /** All conditions since the click. */
  guards: readonly Guard[];
  script: ScriptSource;
  handler: FunctionNode | null;
  /** The functions that are called one within the other, since the click. */
  chain: readonly Called[];
  /** Scopes whose names the new code can use as they are: those around a component's markup. */
  reach: ReadonlySet<Scope>;
  depth: number;
  call: Call;
  /** The function's own: whether it has waited for something already. */
  frame: Frame;
  /** How many calls are within each other. */
  calls: number;
}

/** Which handler, of which element, code is read for. */
export type Handling = Pick<Context, "handler" | "trigger">;

/** Where an element's own handler is read: what decides whether it is shown stays around it. */
export function inPlace(context: Context): Context {
  return { ...context, guards: [] };
}

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
  guards?: readonly Guard[];
}

/** What is read once, and happens who knows how often. */
export function inLoop(context: Context): Context {
  return { ...context, isConditional: true, condition: null, often: context.scope };
}

/** Under which circumstances code is read that nothing has called yet. */
export function createContext(place: Place, run: Run): Context {
  return {
    scope: place.scope ?? run.global,
    self: place.self ?? null,
    trigger: place.trigger ?? null,
    isLate: false,
    isAtLoad: place.isAtLoad ?? false,
    event: place.trigger ? { element: place.trigger, ran: new Set() } : null,
    isConditional: false,
    condition: null,
    often: null,
    server: null,
    guards: place.guards ?? [],
    script: { text: place.text, offset: place.offset },
    handler: null,
    chain: [],
    reach: place.reach ?? new Set(),
    depth: 0,
    call: { caller: null },
    frame: createFrame(),
    calls: 0,
  };
}

/** The text of a node, as written. */
export function sourceOf(node: Node, { script }: Context): string {
  return script.text.slice(node.start ?? 0, node.end ?? 0);
}

/** A node's place in what was pasted. */
export function placeOf(node: Node, { script }: Context): number {
  return script.offset < 0 ? -1 : script.offset + (node.start ?? 0);
}
