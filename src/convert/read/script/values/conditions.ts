import type { Expression, LogicalExpression, Node, SwitchCase } from "@babel/types";
import { within } from "../births.js";
import { negate } from "../code.js";
import { type Context, type Guard, sourceOf } from "../context.js";
import type { Run } from "../run.js";
import { isNothing, type Value } from "../value.js";
import { asksName, findAsked, isNarrowing, isNegated, isOfPage } from "./asked.js";
import { decideByClicked } from "./by-clicked.js";
import { decideByMarkup } from "./by-markup.js";
import { codeOfChatField } from "./chat-field.js";
import { codeOf } from "./code-of.js";
import { compare, hasWords, isSame } from "./compare.js";
import { hasOwn, isFixed } from "./fixed.js";
import { decideThere } from "./is-there.js";
import { isWithoutWidget } from "./widgets.js";

/** So many conditions within each other are told apart. */
const MOST_GUARDS = 20;

/** What is read only if a condition holds, or only if it does not. @param value the condition's own, read before */
export function branchOf(
  test: Node,
  holds: boolean,
  value: Value,
  context: Context,
  run: Run,
): Context {
  const code = codeOf(openPart(test, context, run), context, run);
  // What the page itself says is there.
  const isSure =
    value.kind === "text" &&
    hasWords(value.text, run.pieces) &&
    /^(?!(?:0|false)?$)/.test(value.text);
  const own = holds ? { ...code, isSure } : negate(code);
  const condition = within(context, own);
  return { ...guard(test, holds, context, run, code), isConditional: true, condition };
}

/** What is read after `if (...) return;` */
export function guard(
  test: Node,
  holds: boolean,
  context: Context,
  run: Run,
  code = codeOf(openPart(test, context, run), context, run),
): Context {
  const last = lastOf(test);
  if (context.guards.length >= MOST_GUARDS) return context;
  const ofPage = isOfPage(last, context, run) && !isWithoutWidget(last, holds, context, run);
  if (ofPage && !asksName(last, context, run)) return context;
  if (holds !== isNegated(last) && isNarrowing(last, run)) return context;
  const asked = findAsked(last);
  const isThere = asked !== null && holds !== isNegated(last);
  const one: Guard = {
    test,
    holds,
    source: sourceOf(last, context),
    code,
    ...(isThere && { isThere: codeOf(asked, context, run).code }),
    ...(ofPage && { isOfPage: true }),
  };
  return withGuard(one, context);
}

export function withGuard(one: Guard, context: Context): Context {
  if (context.guards.length >= MOST_GUARDS) return context;
  return { ...context, guards: [...context.guards, one] };
}

/** `document.readyState === "loading"`, and nothing else. */
const READY = /^[^&|?]{0,60}\bdocument\.readyState\b[^&|?]{0,60}$/;

/**
 * Whether a condition of statements holds at every click: it asks for what the function was called
 * with. What another function may have changed meanwhile is not known.
 */
export function decide(test: Node, context: Context, run: Run): boolean | null {
  // Either way, the same is done: at once, or once the page has loaded.
  if (READY.test(sourceOf(test, context))) return true;
  switch (test.type) {
    case "ParenthesizedExpression":
      return decide(test.expression, context, run);
    case "SequenceExpression":
      return decide(lastOf(test), context, run);
    case "UnaryExpression": {
      const inside = test.operator === "!" ? decide(test.argument, context, run) : null;
      return inside === null ? null : !inside;
    }
    case "BinaryExpression":
      return [test.left, test.right].every((one) => isSettled(one, context, run))
        ? compare(test, context, run)
        : (decideThere(test, context, run) ??
            decideByMarkup(test, context, run) ??
            decideByClicked(test, context, run));
    case "LogicalExpression":
      return decideLogical(test, context, run);
    case "CallExpression":
      return (
        hasOwn(test, context, run) ??
        decideByMarkup(test, context, run) ??
        decideByClicked(test, context, run)
      );
    default:
      return /Identifier|MemberExpression/.test(test.type) && isFixed(test, context)
        ? decideFixed(test, context, run)
        : decideThere(test, context, run);
  }
}

/** What is the same at every click: also what the old form says, which goes with the old code. */
function isSettled(node: Node, context: Context, run: Run): boolean {
  return isFixed(node, context) || codeOfChatField(node, context, run) !== null;
}

function decideLogical(test: LogicalExpression, context: Context, run: Run): boolean | null {
  const sides = [decide(test.left, context, run), decide(test.right, context, run)];
  const decisive = test.operator === "||";
  if (test.operator === "??") return null;
  if (sides.includes(decisive)) return decisive;
  return sides.includes(null) ? null : !decisive;
}

/** Whether what is the same at every click is something. */
function decideFixed(test: Node, context: Context, run: Run): boolean | null {
  const value = run.evaluate(test, context);
  if (isNothing(value) && value.kind === "native") return false;
  if (value.kind === "object" || value.kind === "function") return true;
  if (value.kind !== "text") return null;
  // A text is none the less one, whatever is filled in.
  if (run.pieces.has(value.text)) return hasWords(value.text, run.pieces) || null;
  if (value.isBare && /^(?:0|false)$/.test(value.text)) return false;
  if (value.text === "" && test.type === "MemberExpression" && test.computed) return false;
  return /^(?:|0|false|null|NaN)$/.test(value.text) ? null : true;
}

/** Which of a `switch`'s cases it is; `null` if that is not known. */
export function decideCase(
  node: Extract<Node, { type: "SwitchStatement" }>,
  context: Context,
  run: Run,
): number | null {
  const asked = lastOf(node.discriminant);
  if (!isFixed(asked, context)) return decideCaseByClicked(asked, node.cases, context, run);
  let fallback = node.cases.length;
  for (const [index, { test }] of node.cases.entries()) {
    if (!test) {
      fallback = index;
      continue;
    }
    const same = isFixed(test, context) ? isSame(asked, test, context, run) : null;
    if (same === null) return null;
    if (same) return index;
  }
  return fallback;
}

/** The same, if the clicked element's own markup answers: `switch (this.dataset.kind)`. */
function decideCaseByClicked(
  asked: Expression,
  cases: readonly SwitchCase[],
  context: Context,
  run: Run,
): number | null {
  const answers = cases.map(({ test }) => {
    if (!test) return false;
    return decideByClicked({ ...EQUAL, left: asked, right: test }, context, run);
  });
  const found = answers.indexOf(true);
  if (found >= 0) return found;
  if (answers.includes(null)) return null;
  const fallback = cases.findIndex(({ test }) => !test);
  return fallback < 0 ? cases.length : fallback;
}

const EQUAL = { type: "BinaryExpression", operator: "===" } as const;

/** What is left to ask of a condition: in a call with `"A"`, `kind === "A" && !day.value` asks for the day alone. */
function openPart(test: Node, context: Context, run: Run): Node {
  const last = lastOf(test);
  if (last.type === "ParenthesizedExpression") return openPart(last.expression, context, run);
  if (last.type !== "LogicalExpression" || last.operator === "??") return last;
  const { left, right } = last;
  if (decide(left, context, run) !== null) return openPart(right, context, run);
  return decide(right, context, run) === null ? last : openPart(left, context, run);
}

/** Minifiers put what was a statement before a condition: `if (a(), b)`. */
export function lastOf<Read extends Node>(node: Read): Read | Expression {
  return node.type === "SequenceExpression" ? (node.expressions.at(-1) ?? node) : node;
}

/** `true`, and as minifiers write it: `!0`, `a(), !0`. */
export function readBoolean(node: Node): boolean | null {
  const last = lastOf(node);
  if (last.type === "BooleanLiteral") return last.value;
  const isNegated = last.type === "UnaryExpression" && last.operator === "!";
  return isNegated && last.argument.type === "NumericLiteral" ? !last.argument.value : null;
}
