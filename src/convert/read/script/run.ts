import type { Function as FunctionNode, Node } from "@babel/types";
import { STAYS_AROUND } from "../markup/control.js";
import { type OldElement, walk } from "../markup/element.js";
import type { OneItem } from "../markup/item-address.js";
import type { CurlyQuotes } from "../server/quotes.js";
import type { Tag } from "../server/templates.js";
import { Pieces } from "../text/pieces.js";
import type { Called, Context, Guard, Handling } from "./context.js";
import type { Happening } from "./elsewhere.js";
import type { SdkCall, Start } from "./found.js";
import { Packs } from "./packs.js";
import { Scope } from "./scope.js";
import type { Cancel } from "./statements/cancels.js";
import type { Given } from "./statements/given.js";
import type { Returned } from "./statements/returns.js";
import type { FunctionValue, OpenedWindow, Value } from "./value.js";
import type { Fill } from "./values/fill.js";

/** The kinds of code that can be pasted; what is given back is of the same kind. */
export type Language = "html" | "jsx" | "vue" | "svelte" | "angular" | "lit" | "thymeleaf";

/** What reading one paste has found, and what it still has to do. */
export class Run {
  readonly pieces = new Pieces();
  readonly starts: Start[] = [];
  readonly windows: OpenedWindow[] = [];
  readonly sdkCalls: SdkCall[] = [];
  readonly unread: string[] = [];
  /** The last line of a script that is cut off. */
  cut = "";
  readonly curlyQuotes: CurlyQuotes[] = [];
  /** While a server's own code is read: how it shows a value. */
  show: ((code: string) => string) | null = null;
  /** Elements that scripts make, or look for in vain. */
  readonly made: OldElement[] = [];
  /** What functions return that nothing calls: perhaps markup that is put in elsewhere. */
  readonly returned: Value[] = [];
  /** The page's elements by their ids, once they are asked for. */
  readonly ids = new Map<string, OldElement>();
  /** Links that scripts press themselves: nobody sees them. */
  readonly pressed = new Set<OldElement>();
  readonly absent = new Map<string, OldElement[]>();
  /** Functions that have been read: each at least once. */
  readonly entered = new Set<FunctionNode>();
  /** The elements of JSX and of lit's templates, by their nodes, with the scope in which each was read. */
  readonly jsx = new Map<Node, { element: OldElement; scope: Scope }>();
  /** What is read once all elements are known: the handlers of JSX. */
  readonly later: (() => void)[] = [];
  /** By their functions: listeners to elements that a script may still make. */
  readonly delegated = new Map<FunctionNode, (() => void)[]>();
  /** What one listener of several elements is about: all of them, and the one that is read. */
  pressable: { found: OldElement[]; at: number } = { found: [], at: 0 };
  /** Names of a component's module, which its markup does not know. */
  modules: ReadonlySet<string> = new Set();
  /** The component is made by a function of Vue's, which the new code can stand in: `setup() {}`. */
  isSetUp = false;
  /** Names that Vue's markup knows by themselves. */
  setUp: ReadonlySet<string> = new Set();
  /** Names that have nothing in them until something has come. */
  readonly empty = new Set<string>();
  /** A server's tags that leave no text, in their order. */
  tags: readonly Tag[] = [];
  /** The names of a server's functions. */
  readonly serverScopes: Scope[] = [];
  /** The handlers of elements. */
  readonly heard: { element: OldElement; value: FunctionValue; called: Called }[] = [];
  /** How each function was called last. */
  readonly called = new Map<Called["node"], Called>();
  /** What a handler asks to find out which element within its own was clicked. */
  readonly narrowing = new Set<Node>();
  readonly cancels: Cancel[] = [];
  /** Functions by the names that scripts give them. */
  readonly named = new Map<string, string>();
  /** By function: its names that functions within it change, each with those functions. */
  readonly changed = new WeakMap<Node, ReadonlyMap<string, ReadonlySet<Node>>>();
  /** Members that functions change of their own object, `this.no = no`, each with those functions. */
  readonly ownChanges = new Map<string, Set<Node>>();
  /** By the members of an object: the events that have written them. */
  readonly writers = new WeakMap<object, Map<string, Happening>>();
  /** By the body of a function: the names that loops in it change. */
  readonly inLoops = new WeakMap<Node, ReadonlySet<string>>();
  /** Functions that run as the page loads. */
  readonly ranAtLoad = new Set<Node>();
  /** Functions that events run. */
  readonly ranLater = new Set<Node>();
  /** Members that are given values, of whatever object. */
  readonly members = new Set<string>();
  /** By selector: the page's elements of which it is, as they are written. */
  readonly answers = new Map<string, ReadonlySet<OldElement>>();
  /** Classes and attributes that scripts put on elements, or take off. */
  readonly toggled = new Set<string>();
  /** Objects whose members are given values by a name that is computed: `order[key] = value`. */
  readonly indexed = new Set<string>();
  /** Names that an `import` gives the script: the page has none of them. */
  readonly imported = new Set<string>();
  /** The modules that they come from. */
  readonly importedFrom = new Map<string, string>();
  /** By its name in the script: what an import gives that makes elements of compiled JSX. */
  readonly makers = new Map<string, string>();
  /** Stimulus' classes, by the names that the markup has for them. */
  readonly controllers = new Map<string, Value>();
  /** What a handler has made of its event, and put into an object: another handler's event says something else. */
  readonly madeBy = new WeakMap<Value, Handling>();
  /** Where things were made, of those of which that is known. */
  readonly born = new WeakMap<object, Context>();
  /** Items of lists and members of objects that are there under a condition alone. */
  readonly onlyIf = new WeakMap<Value, { value: Value; context: Context }>();
  /** Values that are there under conditions alone, of places that had nothing. */
  readonly fills = new WeakMap<Value, Fill>();
  /** Lists' items and objects' members that have changed since they were made: what made them says less. */
  readonly written = new WeakSet<object>();
  /** Fields that a visitor types into, and the handlers that fill them in. */
  readonly filled = new WeakMap<OldElement, Handling>();
  /** The elements whose handlers in the markup have been read. */
  readonly handled = new WeakSet<OldElement>();
  /** What scripts make under conditions as the page loads. */
  readonly madeIf = new WeakMap<OldElement, readonly Guard[]>();
  /** By assignment or call: the elements that it is about. */
  readonly touched = new Map<Node, readonly OldElement[]>();
  /** Calls that change a query: what they do is in it. */
  readonly queried = new WeakSet<Node>();
  /** Names that the markup gives values. */
  readonly assigned = new Set<string>();
  /** jQuery's plugins: `$.fn.talk = function () {}`. */
  readonly plugins = new Map<string, Extract<Value, { kind: "function" }>>();
  /** What loops over elements call each, `event.target.closest(".box")`, and the elements that are called so. */
  readonly looped = new Map<string, Set<OldElement>>();
  readonly packs = new Packs();
  /** What the handler that is read has given to other elements. */
  given: Given[] = [];
  /** What handlers give to places that other clicks find it in, by their names there. */
  readonly gifts = new WeakMap<object, Map<string, string>>();
  /** By attribute: what stands for its value there. */
  readonly masks = new Map<string, string>();
  /** What the clicked element says is in names: it is read for another's click. */
  isMasked = false;
  readonly items = new WeakMap<Node, OneItem>();
  readonly functions: { value: Extract<Value, { kind: "function" }>; context: Context }[] = [];
  /** Values of our script's own settings: `KakaoChatDefaults`. */
  defaults: Value | null = null;
  readonly global = new Scope(null);
  /** Names of addresses, whose values were not pasted. */
  readonly elsewhere = new Set<string>();
  /** Addresses of chats in texts, whatever is done with them. */
  readonly addresses: Start[] = [];
  /** What `this` is in a component that is a class: its markup can say `this` too. */
  readonly classes = new Set<Value>();
  language: Language = "html";
  steps = 0;
  #hasOtherScript: boolean | undefined;
  readonly #loaded: { node: FunctionNode; scope: Scope }[] = [];

  /** Set by `read-script.ts`, which knows all the parts. */
  evaluate: (node: Node, context: Context) => Value = () => this.#missing();
  execute: (nodes: readonly Node[], context: Context) => Returned[] = () => this.#missing();
  call: (value: Value, values: Value[], context: Context) => Value = () => this.#missing();
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
    if (called?.kind === "function") this.named.set(name, called.code?.code ?? "");
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
