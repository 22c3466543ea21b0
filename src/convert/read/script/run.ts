import type { Function as FunctionNode, Node } from "@babel/types";
import { STAYS_AROUND } from "../markup/control.js";
import { type OldElement, walk } from "../markup/element.js";
import { Pieces } from "../text/pieces.js";
import type { Context } from "./context.js";
import { Packs } from "./packs.js";
import {
  Births,
  Calls,
  Changes,
  Clicks,
  ComponentParts,
  Found,
  Gifts,
  Imports,
  PageParts,
} from "./run-parts.js";
import { Scope } from "./scope.js";
import type { Returned } from "./statements/returns.js";
import type { Value } from "./value.js";

/** The kinds of code that can be pasted; what is given back is of the same kind. */
export type Language = "html" | "jsx" | "vue" | "svelte" | "angular" | "lit" | "thymeleaf";

/** What reading one paste has found, and what it still has to do. */
export class Run {
  readonly found = new Found();
  readonly page = new PageParts();
  readonly clicks = new Clicks();
  readonly calls = new Calls();
  readonly changes = new Changes();
  readonly imports = new Imports();
  readonly component = new ComponentParts();
  readonly births = new Births();
  readonly gifts = new Gifts();
  readonly pieces = new Pieces();
  /** While a server's own code is read: how it shows a value. */
  show: ((code: string) => string) | null = null;
  readonly packs = new Packs();
  readonly global = new Scope(null);
  language: Language = "html";
  steps = 0;
  #hasOtherScript: boolean | undefined;
  readonly #loaded: { node: FunctionNode; scope: Scope }[] = [];

  /** Set by `read-script.ts`, which knows all the parts. */
  evaluate: (node: Node, context: Context) => Value = () => this.#missing();
  execute: (nodes: readonly Node[], context: Context) => Returned[] = () => this.#missing();
  call: (value: Value, values: (Value | null)[], context: Context) => Value = () => this.#missing();
  /** Reads a handler for the element that is clicked. */
  handle: (
    value: Value,
    element: OldElement | null,
    context: Context,
    event?: string,
    jquery?: string,
  ) => void = () => {};

  constructor(
    readonly root: OldElement,
    /** So many steps are taken at most: in proportion to what was pasted. */
    readonly limit: number,
  ) {}

  /** Takes down a name for a function, or for what calls one. */
  name(name: string, value: Value | null): void {
    const called = value?.kind === "code" && value.keys?.length === 1 ? value.choices?.[0] : value;
    if (called?.kind === "function") this.calls.named.set(name, called.code?.code ?? "");
  }

  /** Whether the same function has been read as what runs at load: it may wait for that in several ways. */
  isLoaded({ node, scope }: Extract<Value, { kind: "function" }>): boolean {
    const found = this.#loaded.some((one) => one.node === node && one.scope === scope);
    if (!found) this.#loaded.push({ node, scope });
    return found;
  }

  /** Counts one step. @returns whether there may be more */
  step(): boolean {
    this.steps++;
    return this.steps <= this.limit;
  }

  /** The clicked element in the code that is given back. */
  get buttonCode(): string {
    return this.language === "jsx" || this.language === "lit"
      ? "event.currentTarget"
      : "event.target";
  }

  /** The same, if it is an element that cannot be a button: the new one stands in it. */
  clickedCode(clicked: OldElement | null): string {
    if (clicked?.name === "form") return `${this.buttonCode}.form`;
    const isAround = clicked !== null && STAYS_AROUND.test(clicked.name);
    return isAround ? `${this.buttonCode}.closest("${clicked.name}")` : this.buttonCode;
  }

  /** Whether the page has a script of its own that was not pasted; asked once its markup is read. */
  get hasOtherScript(): boolean {
    this.#hasOtherScript ??= [...walk(this.root)].some(({ name, attributes }) => {
      const src = name === "script" ? attributes.get("src") : undefined;
      return src !== undefined && /^(?!(?:https?:)?\/\/)./i.test(src);
    });
    return this.#hasOtherScript;
  }

  #missing(): never {
    throw new Error("expected read-script.ts to set this");
  }
}
