import { attribute, closest, type OldElement } from "../markup/element.js";
import { readScript } from "../read-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { isState } from "../script/settled.js";
import { codeValue, isNothing, type Value } from "../script/value.js";
import { isGetter } from "../script/values/member.js";

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

  /** What visitors can change is known at the click alone: methods are what counts. */
  #read(element: OldElement, outer: Scope): Scope {
    const scope = new Scope(outer);
    const text = `(${attribute(element, "x-data") || "{}"})`;
    const read = (code: string) => readScript({ text: code, offset: -1, scope: outer }, this.run);
    const made = read(text);
    // `x-data="order"` of `Alpine.data("order", () => ({ ... }))`
    const self = made?.kind === "function" ? read(`${text}()`) : made;
    if (self?.kind !== "object") return scope;
    for (const [name, value] of self.entries) {
      const isFilled = isNothing(value) && this.run.assigned.has(name);
      if (isFilled || isState(name, value, this.run)) self.entries.set(name, codeValue(name));
      const isMethod = value.kind === "function" && !isGetter(value);
      const own: Value | null = isMethod ? { ...value, self } : null;
      scope.declare(name, own);
    }
    return scope;
  }
}
