import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import type { Start } from "../../read/script/found.js";
import {
  DEEPEST,
  findTarget,
  isFunction,
  listNames,
  listReferences,
} from "../../read/script/references.js";
import { isPrivate } from "../values/is-attribute.js";
import { isEventTaken, listKnown } from "../values/locals.js";
import { ownerOf } from "../values/markup-code.js";
import { parseCode } from "../values/parse-code.js";
import type { Tracking } from "./tracking.js";

/** What Vue's markup knows besides the component's own names. */
const GLOBALS = new Set(
  `undefined NaN Infinity isNaN isFinite parseFloat parseInt encodeURIComponent encodeURI
  decodeURIComponent decodeURI Math Number Date Array Object Boolean String RegExp Map Set JSON Intl`.split(
    /\s+/,
  ),
);
/** What Vue's markup cannot say: what waits, a `try`, and a function that has a `this` of its own. */
const NOT_IN_VUE = /^(?:AwaitExpression|TryStatement|FunctionExpression|ThisExpression)$/;
/** What Angular's markup can say. */
const IN_ANGULAR =
  /^(?:Program|ExpressionStatement|ParenthesizedExpression|Identifier|(?:Optional)?(?:Call|Member)Expression|(?:String|Numeric|Boolean|Null)Literal|(?:Conditional|Logical|Binary|Array|Object|Assignment)Expression|ObjectProperty)$/;

/** A statement as markup says it. */
interface Said {
  code: string;
  /** What it gives a value to; `""` if it does not. */
  target: string;
}

/** The statements that Vue's or Angular's markup can say in a handler of the button, each with its code there. */
export function listInMarkup(
  found: readonly Tracking[],
  start: Start,
  facts: Facts,
): Map<Tracking, string> {
  const said = new Map<Tracking, Said>();
  for (const one of found) {
    const read = one.isUndone || one.hidden.length > 0 ? null : readSaid(one.code, start, facts);
    if (read) said.set(one, read);
  }
  // What is set, and set back, is a sign of loading.
  const targets = [...said.values()].map(({ target }) => target);
  const isOnce = ({ target }: Said) =>
    target === "" || targets.indexOf(target) === targets.lastIndexOf(target);
  return new Map([...said].filter(([, one]) => isOnce(one)).map(([one, { code }]) => [one, code]));
}

/** A statement without `this.`, and with refs without their `.value`; `null` if markup cannot say it. */
function readSaid(statement: string, start: Start, facts: Facts): Said | null {
  const source = statement.replace(/^\s*await\s+|[;\s]+$/g, "");
  const { program, unread } = parseCode(source);
  const markup = new Markup(listKnown(start.trigger, facts), isEventTaken(start), facts);
  if (unread.length > 0 || !markup.canSay(program, 0)) return null;
  let code = source;
  // The parser was given a parenthesis before it.
  for (const { start, end, text } of markup.edits.sort((a, b) => b.start - a.start))
    code = code.slice(0, start - 1) + text + code.slice(end - 1);
  const [, target = ""] = /^([\w$.]+)\s*=(?!=)/.exec(code) ?? [];
  return { code, target };
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Reads one statement as the markup of a component would. */
class Markup {
  readonly edits: Edit[] = [];
  /** The names that functions within it declare. */
  readonly #own = new Set<string>();
  /** What it gives values to. */
  readonly #given = new Set<Node>();

  constructor(
    readonly locals: ReadonlySet<string>,
    readonly isEventTaken: boolean,
    readonly facts: Facts,
  ) {}

  canSay(node: Node, depth: number): boolean {
    const { language, refs, setUp } = this.facts;
    const isOne = language === "angular" ? IN_ANGULAR.test(node.type) : !NOT_IN_VUE.test(node.type);
    if (depth > DEEPEST || !isOne) return false;
    if (isFunction(node)) for (const param of node.params) listNames(param, this.#own);
    if (node.type === "VariableDeclarator") listNames(node.id, this.#own);
    const target = findTarget(node);
    if (target) this.#given.add(target);
    switch (node.type) {
      case "Identifier":
        if (this.#isEvent(node)) this.#edit(node.start, node.end, "$event");
        return this.#isEvent(node) || (this.#knows(node.name) && !refs.has(node.name));
      case "StringLiteral":
        // Markup has it between double quotes.
        if (!/['"\\\n]/.test(node.value)) this.#edit(node.start, node.end, `'${node.value}'`);
        return true;
      case "ObjectProperty":
        // `{ event }` would be `{ $event }`.
        if (node.shorthand && this.#isEvent(node.value)) return false;
        break;
      case "MemberExpression":
      case "OptionalMemberExpression": {
        const { object, property, computed } = node;
        if (object.type === "ThisExpression" && !computed) {
          this.#edit(object.start, property.start, ownerOf(nameOf(property), language));
          return property.type === "Identifier" && !isPrivate(property.name, this.facts);
        }
        const name = nameOf(object);
        if (computed || nameOf(property) !== "value" || !setUp.has(name)) break;
        this.#edit(object.end, node.end);
        return refs.has(name) || this.#given.has(node);
      }
    }
    return listReferences(node).every((child) => this.canSay(child, depth + 1));
  }

  #isEvent(node: Node): boolean {
    return nameOf(node) === "event" && !this.isEventTaken && !this.locals.has("event");
  }

  #knows(name: string): boolean {
    const { language, setUp } = this.facts;
    if (language === "angular") return this.locals.has(name);
    return [this.#own, this.locals, GLOBALS, setUp].some((names) => names.has(name));
  }

  #edit(start: number | null | undefined, end: number | null | undefined, text = ""): void {
    this.edits.push({ start: start ?? 0, end: end ?? 0, text });
  }
}

function nameOf(node: Node): string {
  return node.type === "Identifier" ? node.name : "";
}
