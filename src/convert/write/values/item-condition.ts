import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import { isInAlpine } from "../../read/frameworks/alpine.js";
import { attribute } from "../../read/markup/element.js";
import { isOldHandler } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import { negate } from "../../read/script/code.js";
import type { Guard } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { mentions, nameOfRoot, withoutParentheses } from "../../read/script/references.js";
import { isConsultation } from "../../read/script/start.js";
import { withoutNot } from "./asked.js";
import { isAtClick } from "./at-click.js";
import { asksHeld } from "./held.js";
import { isAttribute } from "./is-attribute.js";
import { isEventTaken, listKnown } from "./locals.js";
import { toMarkup } from "./markup-code.js";
import { findNeeded } from "./needed.js";
import { parseCode } from "./parse-code.js";

/** What tells the chat's item of a list from the others, if one element stands for all of them. */
export interface ItemCondition {
  /** As the markup around the element asks it. */
  code: string;
  /** The conditions of the old code that it is made of. */
  tests: ReadonlySet<Node>;
  /** What the element does at a click, which it goes on doing for the other items. */
  handler: OldHandler;
}

/** An element's own handler, as it is written. */
export interface OldHandler {
  name: string;
  /** An expression or statements; of JSX and Svelte, what is in the braces. */
  code: string;
}

/** Finds that condition: it depends on the loop's own names, and the markup can ask it. */
export function findItemCondition({ start }: Chat, facts: Facts): ItemCondition | null {
  const { trigger } = start;
  if (trigger?.origin !== "page" || start.how === "link" || start.isLone) return null;
  if (facts.isAstro || facts.language === "lit") return null;
  const handler = findHandler(start, facts);
  if (!handler) return null;
  const locals = listKnown(trigger, facts);
  const same = facts.starts.filter(
    (one) => one.trigger === trigger && !one.isInApp && isConsultation(facts.pieces, one.url),
  );
  const isOne = (guard: Guard) => isOfItem(guard, locals, start, facts);
  const ways = same.map(({ guards }) => guards.filter(isOne));
  if (ways.length === 0 || ways.some((guards) => guards.length === 0)) return null;
  const first = new Set(ways.flatMap((guards) => (guards.length === 1 ? guards : [])));
  // What stands behind another way to a chat is not asked for that again.
  const isOther = ({ test, holds }: Guard) =>
    [...first].some((one) => one.test === test && one.holds !== holds);
  const codes = ways.map((guards) =>
    guards
      .filter((one) => !isOther(one))
      .map(({ code, holds }) =>
        facts.pieces.showCode(holds ? code.code : withoutNot(negate(code).code)),
      ),
  );
  if (codes.some((all) => all.length === 0)) return null;
  const written = [...new Set(codes.map((all) => joinAll([...new Set(all)], "&&")))];
  const tests = new Set(ways.flatMap((guards) => guards.map(({ test }) => test)));
  const code = toMarkup(joinAll(written, "||"), facts);
  return { code, tests, handler: { ...handler, code: withoutWays(handler.code, ways.flat()) } };
}

/** `call` of `index === 0 ? call : openChat`: what is left of a handler for the others. */
function withoutWays(handler: string, guards: readonly Guard[]): string {
  const made = parseExpression(handler);
  if (made?.type !== "ConditionalExpression") return handler;
  const sourceOf = ({ start, end }: Node) => handler.slice(start ?? 0, end ?? 0);
  const asked = guards.filter(({ source }) => source === sourceOf(made.test));
  if (asked.length !== 1) return handler;
  return sourceOf(asked[0]?.holds ? made.alternate : made.consequent);
}

function joinAll(codes: readonly string[], sign: "&&" | "||"): string {
  if (codes.length < 2) return codes.join("");
  return codes.map((one) => (/\?|=>|&&|\|\|/.test(one) ? `(${one})` : one)).join(` ${sign} `);
}

/** Whether the markup can ask a condition, and each item answers for itself. */
function isOfItem(
  { code: { code: plain, hidden, isAwaited } }: Guard,
  locals: ReadonlySet<string>,
  start: Start,
  facts: Facts,
): boolean {
  const code = facts.pieces.showCode(plain);
  const { program, unread } = parseCode(code);
  if (hidden.length > 0 || isAwaited || unread.length > 0 || !mentions(program, locals))
    return false;
  if (facts.language === "jsx")
    return !isAtClick(code, false, isEventTaken(start), locals) && !asksHeld(code, facts);
  const needed = findNeeded(code, facts);
  return isAttribute({ field: "uuid", code, isAwaited, hidden: [], needed }, start, facts);
}

/** The element's own handler of a click; `null` if it has none, or several. */
function findHandler({ trigger }: Start, facts: Facts): OldHandler | null {
  if (!trigger) return null;
  const { pieces, language } = facts;
  if (trigger.sources) {
    const [, code] = /^onClick=\{([\s\S]*)\}$/.exec(trigger.sources.get("onClick") ?? "") ?? [];
    return code === undefined ? null : { name: "onClick", code: pieces.showCode(code).trim() };
  }
  const [name, ...more] = [...trigger.attributes.keys()].filter(isOldHandler);
  // What is bound is a value, and no statement.
  if (name === undefined || more.length > 0 || /^(?::|v-bind:)/.test(name)) return null;
  const written = attribute(trigger, name);
  if (language === "svelte") {
    const [only, ...others] = pieces.findCode(written);
    return only && others.length === 0 && pieces.split(written).length === 1
      ? { name: name.replace(/\|.*$/, ""), code: pieces.showCode(only.code).trim() }
      : null;
  }
  const isMarkup = language === "vue" || language === "angular" || isInAlpine(trigger);
  // The button needs no `.prevent`, which would keep the chat from starting.
  const bare = name.replace(/\.(?:prevent|stop)\b/g, "");
  return isMarkup ? { name: bare, code: pieces.show(written).trim() } : null;
}

/** Whether a statement only calls what the item itself has or chooses: `link.action()`, `acts[link.key]()`, which starts the chat. */
export function callsItem(statement: string, { start }: Chat, facts: Facts): boolean {
  const made = parseExpression(`(${statement}\n)`);
  const inner = made && withoutParentheses(made);
  const isCall = inner?.type === "CallExpression" || inner?.type === "OptionalCallExpression";
  const called = isCall ? inner.callee : inner;
  if (!called) return false;
  const locals = listKnown(start.trigger, facts);
  const isChosen = called.type === "MemberExpression" && called.computed;
  return locals.has(nameOfRoot(called)) || (isChosen && mentions(called.property, locals));
}

/** An expression for the chat's item alone. */
export function writeForItem(
  code: string,
  { code: asked }: ItemCondition,
  nothing: string,
): string {
  return `${groupTest(asked)} ? ${withoutTest(code, asked)} : ${nothing}`;
}

/** `item.url ? item.url.length : undefined`, where that is asked already. */
function withoutTest(code: string, asked: string): string {
  const made = parseExpression(code);
  if (made?.type !== "ConditionalExpression") return code;
  const { test, consequent, alternate } = made;
  const isSame = code.slice(test.start ?? 0, test.end ?? 0) === asked;
  const isRest = alternate.type === "Identifier" && alternate.name === "undefined";
  return isSame && isRest ? code.slice(consequent.start ?? 0, consequent.end ?? 0) : code;
}

function groupTest(code: string): string {
  return /\?(?!\.)|=>/.test(code) ? `(${code})` : code;
}
