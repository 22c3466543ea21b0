import { attribute, closest, type OldElement } from "../markup/element.js";
import { isListOfChats } from "../markup/item-address.js";
import { createContext } from "../script/context.js";
import { readScript } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { isState } from "../script/settled.js";
import { KAKAO, mayBeChat } from "../script/start.js";
import { codeValue, isNothing, type Value } from "../script/value.js";
import { isGetter } from "../script/values/member.js";
import type { Component } from "./component-scope.js";

/** Whether Alpine reads the markup: there `:name` is an expression. */
export function isInAlpine(element: OldElement | null): boolean {
  return findData(element) !== null;
}

function findData(element: OldElement | null): OldElement | null {
  return closest(element, (one) => one.attributes.has("x-data"));
}

/** Alpine's `x-data`: what the markup within it can name. */
export class AlpineScopes {
  readonly #known = new Map<OldElement, Scope>();

  constructor(readonly run: Run) {}

  /** The scope of an element's own handlers. */
  find(element: OldElement, outer: Scope): Scope {
    const data = findData(element);
    if (!data) return outer;
    const known = this.#known.get(data) ?? this.#read(data, outer);
    this.#known.set(data, known);
    return known;
  }

  /** What an element's bound attributes can name. Those of a server's own component, `<x-link :href="...">`, are the server's. */
  findComponent(element: OldElement, outer: Component): Component {
    if (/[-:.]/.test(element.name)) return outer;
    return { ...outer, scope: this.find(element, outer.scope) };
  }

  /** What visitors can change is known at the click alone: methods are what counts. */
  #read(element: OldElement, outer: Scope): Scope {
    const scope = new Scope(outer);
    const text = `(${attribute(element, "x-data") || "{}"})`;
    const read = (code: string) => readScript({ text: code, offset: -1, scope: outer }, this.run);
    const made = read(text);
    // `x-data="order"` of `Alpine.data("order", () => ({ ... }))`
    const self = made?.kind === "function" ? read(`${text}()`) : made;
    const { changes } = this.run;
    if (self?.kind !== "object") return scope;
    for (const [name, value] of self.entries) {
      const isFilled =
        isNothing(value) && (changes.assigned.has(name) || changes.members.has(name));
      if (isFilled || isState(name, value, this.run.changes))
        self.entries.set(name, codeValue(name));
      const isMethod = value.kind === "function" && !isGetter(value);
      const known = isListOfChats(value) ? value : null;
      const own: Value | null = isMethod ? { ...value, self } : known;
      scope.declare(name, own);
    }
    // What else a getter says, its name says in the new code, too.
    const context = createContext(
      { text: "", offset: -1, scope, reach: new Set([scope]) },
      this.run,
    );
    for (const [name, value] of self.entries) {
      if (value.kind !== "function" || !isGetter(value)) continue;
      const got = this.run.call({ ...value, self }, [], context);
      const isChat = got.kind === "text" ? KAKAO.test(got.text) : mayBeChat(got);
      if (isChat) scope.declare(name, got);
    }
    return scope;
  }
}
