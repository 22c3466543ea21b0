import type { Node } from "@babel/types";
import type { Happening } from "./elsewhere.js";
import type { Value } from "./value.js";

/** A name of the script's. */
export interface Binding {
  /** `null`: nothing is known, as of a parameter. */
  value: Value | null;
  isParameter: boolean;
  /** The event that has given it its value; none has at first. */
  writer?: Happening;
}

/** A name, and the scope that has it. */
export interface FoundName {
  binding: Binding;
  scope: Scope;
}

/** The names of one function or block, and those around it. */
export class Scope {
  readonly bindings = new Map<string, Binding>();
  /** Its names that functions within it change, each with those functions. */
  changing: ReadonlyMap<string, ReadonlySet<Node>> = new Map();

  /** They are those of Vue's markup, which reads refs without their `.value`. */
  isOfMarkup = false;

  constructor(readonly outer: Scope | null) {}

  declare(name: string, value: Value | null, isParameter = false): void {
    this.bindings.set(name, { value, isParameter });
  }

  find(name: string): FoundName | null {
    for (let scope: Scope | null = this; scope; scope = scope.outer) {
      const binding = scope.bindings.get(name);
      if (binding) return { binding, scope };
    }
    return null;
  }

  /** Whether it is the page's own scope: the outermost. */
  get isGlobal(): boolean {
    return this.outer === null;
  }

  /** This scope and all around it. */
  list(): Set<Scope> {
    const all = new Set<Scope>();
    for (let scope: Scope | null = this; scope; scope = scope.outer) all.add(scope);
    return all;
  }
}
