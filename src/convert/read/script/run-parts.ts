import type { Function as FunctionNode, Node } from "@babel/types";
import type { OwnComponents } from "../frameworks/own-components.js";
import type { OldElement } from "../markup/element.js";
import type { OneItem } from "../markup/item-address.js";
import type { CurlyQuotes } from "../server/quotes.js";
import type { Tag } from "../server/templates.js";
import type { Called, Context, Guard, Handling } from "./context.js";
import type { Happening } from "./elsewhere.js";
import type { SdkCall, Start } from "./found.js";
import type { Scope } from "./scope.js";
import type { Cancel } from "./statements/cancels.js";
import type { Given } from "./statements/given.js";
import type { FunctionValue, OpenedWindow, Value } from "./value.js";
import type { Fill } from "./values/fill.js";

/** What a run has found: ways in which a chat starts, and what has to be said of the paste. */
export class Found {
  /** Ways in which a chat starts, in the order in which they are found. */
  readonly starts: Start[] = [];
  /** Windows that scripts open. */
  readonly windows: OpenedWindow[] = [];
  /** Calls of Kakao's own SDK. */
  readonly sdkCalls: SdkCall[] = [];
  /** Addresses of chats in texts, whatever is done with them. */
  readonly addresses: Start[] = [];
  /** Names of addresses, whose values were not pasted. */
  readonly elsewhere = new Set<string>();
  /** Pieces of scripts that no parser reads. */
  readonly unread: string[] = [];
  /** The last line of a script that is cut off. */
  cut = "";
  readonly curlyQuotes: CurlyQuotes[] = [];
  /** Values of our script's own settings: `KakaoChatDefaults`. */
  defaults: Value | null = null;
}

/** What is known of the page's elements, and of those that scripts make. */
export class PageParts {
  /** Elements that scripts make, or look for in vain. */
  readonly made: OldElement[] = [];
  /** The page's elements by their ids, once they are asked for. */
  readonly ids = new Map<string, OldElement>();
  /** By selector: what stands in for elements that were not pasted. */
  readonly absent = new Map<string, OldElement[]>();
  /** Links that scripts press themselves: nobody sees them. */
  readonly pressed = new Set<OldElement>();
  /** A server's tags that leave no text, in their order. */
  tags: readonly Tag[] = [];
  /** By selector: the page's elements of which it is, as they are written. */
  readonly answers = new Map<string, ReadonlySet<OldElement>>();
  /** Fields that a visitor types into, and the handlers that fill them in. */
  readonly filled = new WeakMap<OldElement, Handling>();
  /** The elements whose handlers in the markup have been read. */
  readonly handled = new WeakSet<OldElement>();
  /** The elements of JSX and of lit's templates, by their nodes, with the scope in which each was read. */
  readonly jsx = new Map<Node, { element: OldElement; scope: Scope }>();
  /** By assignment or call: the elements that it is about. */
  readonly touched = new Map<Node, readonly OldElement[]>();
}

/** What listens to clicks, and which element of several is clicked. */
export class Clicks {
  /** The handlers of elements. */
  readonly heard: { element: OldElement; value: FunctionValue; called: Called }[] = [];
  /** By their functions: listeners to elements that a script may still make. */
  readonly delegated = new Map<FunctionNode, (() => void)[]>();
  /** What one listener of several elements is about: all of them, and the one that is read. */
  pressable: { found: OldElement[]; at: number } = { found: [], at: 0 };
  /** What a handler asks to find out which element within its own was clicked. */
  readonly narrowing = new Set<Node>();
  /** What loops over elements call each, `event.target.closest(".box")`, and the elements that are called so. */
  readonly looped = new Map<string, Set<OldElement>>();
  /** Conditions under which handlers let the browser go its own way. */
  readonly cancels: Cancel[] = [];
}

/** Functions: which there are, what has called them, and what is still to be called. */
export class Calls {
  /** How each function was called last. */
  readonly called = new Map<Called["node"], Called>();
  /** Functions that have been read: each at least once. */
  readonly entered = new Set<FunctionNode>();
  /** All that scripts write, each with what is around it. */
  readonly functions: { value: Extract<Value, { kind: "function" }>; context: Context }[] = [];
  /** Functions by the names that scripts give them. */
  readonly named = new Map<string, string>();
  /** jQuery's plugins: `$.fn.talk = function () {}`. */
  readonly plugins = new Map<string, Extract<Value, { kind: "function" }>>();
  /** What pages give jQuery itself: `$.talk = function () {}`. */
  readonly statics = new Map<string, Value>();
  /** Stimulus' classes, by the names that the markup has for them. */
  readonly controllers = new Map<string, Value>();
  /** Functions that run as the page loads. */
  readonly ranAtLoad = new Set<Node>();
  /** Functions that events run. */
  readonly ranLater = new Set<Node>();
  /** What functions return that nothing calls: perhaps markup that is put in elsewhere. */
  readonly returned: Value[] = [];
  /** What is read once all elements are known: the handlers of JSX. */
  readonly later: (() => void)[] = [];
  /** The names of a server's functions. */
  readonly serverScopes: Scope[] = [];
  /** Calls that change a query: what they do is in it. */
  readonly queried = new WeakSet<Node>();
  /** By function: the item of a list with which it is called, for all of them. */
  readonly items = new WeakMap<Node, OneItem>();
}

/** Names and members that are given values somewhere: most are noted before the code is read. */
export class Changes {
  /** By function: its names that functions within it change, each with those functions. */
  readonly changed = new WeakMap<Node, ReadonlyMap<string, ReadonlySet<Node>>>();
  /** Members that functions change of their own object, `this.no = no`, each with those functions. */
  readonly ownChanges = new Map<string, Set<Node>>();
  /** By the body of a function: the names that loops in it change. */
  readonly inLoops = new WeakMap<Node, ReadonlySet<string>>();
  /** Members that are given values, of whatever object. */
  readonly members = new Set<string>();
  /** Classes and attributes that scripts put on elements, or take off. */
  readonly toggled = new Set<string>();
  /** Objects whose members are given values by a name that is computed: `order[key] = value`. */
  readonly indexed = new Set<string>();
  /** Names that the markup gives values. */
  readonly assigned = new Set<string>();
  /** By the members of an object: the events that have written them. */
  readonly writers = new WeakMap<object, Map<string, Happening>>();
}

/** What modules give a script. */
export class Imports {
  /** Names that an `import` gives the script: the page has none of them. */
  readonly names = new Set<string>();
  /** The modules that they come from. */
  readonly modules = new Map<string, string>();
  /** By its name in the script: what an import gives that makes elements of compiled JSX. */
  readonly makers = new Map<string, string>();
}

/** What a component's markup can name, and what it cannot. */
export class ComponentParts {
  /** Names of a component's module, which its markup does not know. */
  modules: ReadonlySet<string> = new Set();
  /** The component is made by a function of Vue's, which the new code can stand in: `setup() {}`. */
  isSetUp = false;
  /** Names that Vue's markup knows by themselves. */
  setUp: ReadonlySet<string> = new Set();
  /** Names that have nothing in them until something has come. */
  readonly empty = new Set<string>();
  /** The components that were pasted themselves. */
  readonly own: OwnComponents = { uses: [], props: new Map() };
  /** What `this` is in a component that is a class: its markup can say `this` too. */
  readonly classes = new Set<Value>();
}

/** Where things were made, and under which conditions. */
export class Births {
  /** Where they were made, of those of which that is known. */
  readonly born = new WeakMap<object, Context>();
  /** What scripts make under conditions as the page loads. */
  readonly madeIf = new WeakMap<OldElement, readonly Guard[]>();
  /** What a handler has made of its event, and put into an object: another handler's event says something else. */
  readonly madeBy = new WeakMap<Value, Handling>();
  /** Items of lists and members of objects that are there under a condition alone. */
  readonly onlyIf = new WeakMap<Value, { value: Value; context: Context }>();
  /** Values that are there under conditions alone, of places that had nothing. */
  readonly fills = new WeakMap<Value, Fill>();
  /** Lists' items and objects' members that have changed since they were made: what made them says less. */
  readonly written = new WeakSet<object>();
}

/** What one handler gives to other elements, for their own clicks. */
export class Gifts {
  /** What the handler that is read has given to other elements. */
  given: Given[] = [];
  /** What handlers give to places that other clicks find it in, by their names there. */
  readonly names = new WeakMap<object, Map<string, string>>();
  /** By attribute: what stands for its value there. */
  readonly masks = new Map<string, string>();
  /** What the clicked element says is in names: it is read for another's click. */
  isMasked = false;
}
