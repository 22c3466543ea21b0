import type { Function as FunctionNode, Node } from "@babel/types";
import type { OldElement } from "../markup/element.js";
import type { Code } from "./code.js";
import type { Guard } from "./context.js";
import type { Scope } from "./scope.js";

/** What an expression of an old script stands for, as far as reading tells. Nothing is executed. */
export type Value =
  /** May hold pieces. */
  | {
      kind: "text";
      text: string;
      /** A number, a boolean: no quotes are around it in JSON. */
      isBare?: boolean;
      /** What a server fills in outside of quotes, as it was written: a number or an object, too. */
      raw?: string;
      code?: Code;
    }
  | {
      kind: "list";
      items: Value[];
      /** Without what is empty, `filter(Boolean)`; or without what a condition decides. */
      isFiltered?: "of empty" | "of some";
      code?: Code;
    }
  | {
      kind: "object";
      entries: Map<string, Value>;
      /** It has other members besides, which are known at the click alone. */
      isOpen?: boolean;
      /** What another script may have by this name stands in its place: `SITE` of `window.SITE || {}`. */
      instead?: string;
      /** TypeScript's: a compiler leaves the values alone. */
      isEnum?: boolean;
      /** A `Map`: its entries are no members. */
      isMap?: boolean;
      /** A class: what is made of it has its methods. */
      isClass?: boolean;
      /** Of a component: names whose values come from whoever uses it. */
      given?: ReadonlySet<string>;
      code?: Code;
    }
  | {
      kind: "function";
      node: FunctionNode;
      scope: Scope;
      self: Value | null;
      /** Its source, for whatever is called from elsewhere. */
      script: { text: string; offset: number };
      /** What is made of it with `new` has this. */
      prototype?: Map<string, Value>;
      /** Members of the function itself: `Talk.HOST = "..."`. */
      members?: Map<string, Value>;
      code?: Code;
    }
  | {
      kind: "elements";
      elements: OldElement[];
      code?: Code;
      /** By which all of them were found. */
      selector?: string;
      /** What listens to the click itself, never what is within it: `this`. */
      isOwn?: boolean;
      /** In jQuery's hands, they have its methods: the page's own name for it, such as `$`. */
      jquery?: string;
    }
  /** `URLSearchParams` and `FormData`; with a base, a `URL`. */
  | {
      kind: "params";
      entries: [name: string, text: string][];
      base?: string;
      /** It has others besides, which are known at the click alone. */
      isOpen?: boolean;
      /** Angular's `HttpParams`: what changes it gives another. */
      isFixed?: boolean;
      code?: Code;
    }
  /** Something of the browser's or a library's, by its dotted name: `location`, `Kakao.Channel`. */
  | { kind: "native"; name: string; code?: Code }
  /** What `window.open` returns. */
  | { kind: "window"; window: OpenedWindow; code?: Code }
  /** Nothing is known but the expression; perhaps all the values that it can have. */
  | {
      kind: "code";
      code: Code;
      choices?: Value[];
      /** What decides between two texts. */
      test?: string;
      /** By choice: the condition that it is the one, of functions that are chosen by a key. */
      keys?: readonly (Guard | undefined)[];
      /** What decides between two functions. */
      asked?: Node;
      /** An answer, read by a function that throws if one of these does not hold. */
      thrown?: readonly Guard[];
      /** Of its choices only what holds if a value is missing is known: `id || "@shop"`. */
      defaulted?: string;
    };

/** A function of the script's own. */
export type FunctionValue = Extract<Value, { kind: "function" }>;

export interface OpenedWindow {
  /** `null` if it is computed. */
  name: string | null;
  features: string;
  trigger: OldElement | null;
  isLate: boolean;
  /** Its result is looked at. */
  isKept: boolean;
  isOpenerCut: boolean;
  hasChat: boolean;
}

/** A number, such as an index. */
export function numberValue(number: number): Value {
  return { kind: "text", text: String(number), isBare: true };
}

export function textValue(text: string): Value {
  return { kind: "text", text };
}

/** What decides between values, to be kept if they are two texts: each of them can then be written by itself. */
function decidedBy(test: string | undefined, values: readonly Value[]): { test?: string } {
  const isPair =
    values.length === 2 &&
    values.some(({ kind }) => kind === "text") &&
    values.every((one) =>
      one.kind === "code" ? !one.choices : /^(?:text|native)$/.test(one.kind),
    );
  return isPair && test !== undefined ? { test } : {};
}

/** One of several values, whichever it is at the click. */
export function choose(values: Value[], code: Code, test?: string): Value {
  const choices = values.flatMap((value) =>
    value.kind === "code" && value.choices ? value.choices : [value],
  );
  const [first] = choices;
  const isSame =
    first?.kind === "text" &&
    choices.every((one) => one.kind === "text" && one.text === first.text);
  if (first && isSame) return first;
  const keys = values.flatMap((value) => {
    if (value.kind !== "code" || !value.choices) return [undefined];
    return value.choices.map((_, at) => value.keys?.[at]);
  });
  if (keys.some(Boolean)) return { kind: "code", code, choices, keys };
  return { kind: "code", code, choices: choices.slice(0, 6), ...decidedBy(test, values) };
}

export function codeValue(code: string, more: Partial<Code> = {}): Value {
  return { kind: "code", code: { ...plainCode(code), ...more } };
}

/** An expression that needs nothing of the old function. */
export function plainCode(code: string): Code {
  return { code, hidden: [], isAwaited: false };
}

/** A name of the page's is an expression like others. */
export function toCode(value: Value): Value {
  return value.kind === "native" ? codeValue(value.name) : value;
}

/** jQuery, by the page's own name for it. */
export function jqueryAs(name: string): Value {
  return { kind: "native", name: "jQuery", ...(name !== "jQuery" && { code: plainCode(name) }) };
}

/** Names that pages give to a second jQuery: Cafe24's `jQuery1_11_2`, `$j`, `jq`. */
const OWN_JQUERY = /^(?:jQuery[\d_]+|\$?jq\d*|\$j(?:query)?)$/i;

/** What the page itself, or a library, has by a name. */
export function globalNamed(name: string): Value {
  return OWN_JQUERY.test(name) ? jqueryAs(name) : { kind: "native", name };
}

export const UNDEFINED: Value = { kind: "native", name: "undefined" };

/** What a hook keeps for a component, until that gives it a name. */
export const STATE: Value = codeValue("state", { hidden: ["state"] });

/** What a variable has in it before it is filled. */
export function isNothing(value: Value): boolean {
  if (value.kind === "text") return value.text === "";
  return value.kind === "native" && /^(?:undefined|null)$/.test(value.name);
}

/** Vue's markup takes a ref's `.value` by itself. */
export function unbox<Read extends Value | null>(value: Read, language: string): Read | Value {
  const inner = value?.kind === "object" && language === "vue" ? value.entries.get("value") : null;
  return inner ?? value;
}

export function isUndefined(value: Value): boolean {
  return value.kind === "native" && value.name === "undefined";
}
