import type { Node } from "@babel/types";
import { type Context, sourceOf } from "../context.js";
import type { Run } from "../run.js";
import { KAKAO } from "../start.js";
import { eitherObject } from "../statements/returns.js";
import { choose, isUndefined, type Value } from "../value.js";
import { readBranch } from "./asked.js";
import { codeAlone, codeOf } from "./code-of.js";
import { compare, hasWords } from "./compare.js";
import { branchOf, decide } from "./conditions.js";
import { isText } from "./decide.js";

type ObjectValue = Extract<Value, { kind: "object" }>;
type NodeOf<Type> = Extract<Node, { type: Type }>;

/** `test ? one : other` */
export function readConditional(
  node: NodeOf<"ConditionalExpression">,
  context: Context,
  run: Run,
): Value {
  const read = (one: Node) => run.evaluate(one, context);
  const { target } = context.frame;
  const test = read(node.test);
  lookAt(test);
  switch (decide(node.test, context, run) ?? compare(node.test, context, run)) {
    case true:
      return read(node.consequent);
    case false:
      return read(node.alternate);
  }
  const readIf = (holds: boolean, part: Node) =>
    readBranch({ test: node.test, holds }, target, context, () =>
      run.evaluate(part, branchOf(node.test, holds, test, context, run)),
    );
  const one = readIf(true, node.consequent);
  const other = readIf(false, node.alternate);
  const asked = codeOf(node.test, context, run);
  if (one.kind === "object" && other.kind === "object") return eitherObject(asked, one, other, run);
  const chosen = choose([one, other], codeOf(node, context, run), asked.code);
  const areCalled = one.kind === "function" && other.kind === "function";
  return areCalled && chosen.kind === "code" ? { ...chosen, asked: node.test } : chosen;
}

/** `left && right`, `left || right`, `left ?? right` */
export function readLogical(node: NodeOf<"LogicalExpression">, context: Context, run: Run): Value {
  const read = (one: Node) => run.evaluate(one, context);
  const { target } = context.frame;
  const left = read(node.left);
  lookAt(left);
  if (node.operator === "&&") {
    const isHeld = decide(node.left, context, run);
    if (isHeld !== null) return isHeld ? read(node.right) : left;
  }
  const holds = node.operator === "&&";
  const right = readBranch({ test: node.left, holds }, target, context, () =>
    run.evaluate(node.right, branchOf(node.left, holds, left, context, run)),
  );
  if (node.operator === "&&")
    return isKnown(left) ? right : choose([right, left], codeOf(node, context, run));
  // `process.env.ID ?? "@shop"`; an address that is there is none the less one, and so is a page's channel.
  if (left.kind === "native" && right.kind === "text" && !isUndefined(left)) {
    const isChannel = run.language === "html" && right.text.startsWith("@");
    return isChannel || KAKAO.test(right.text)
      ? orElse(left, right, node, context, run)
      : codeAlone(node, context, run);
  }
  if (mayBeEmpty(left, run) && isElse(right)) return orElse(left, right, node, context, run);
  const isNothing = left.kind === "native" && right.kind === "object";
  if (isKnown(left) && !isNothing && !isUndefined(left) && !(left.kind === "text" && !left.text))
    return left;
  if (isUndefined(left) || left.kind === "text") return right;
  // `window.SHOP = window.SHOP || {}`
  if (left.kind === "native" && right.kind === "object")
    return orPages(left.name, right, node, context, run);
  return orElse(left, right, node, context, run);
}

/** A name of the page's that may be missing, or a server's template that may leave no text. */
function mayBeEmpty(value: Value, { pieces }: Run): boolean {
  if (value.kind === "native") return isText(value) && !isOfBrowser(value.name);
  return value.kind === "text" && pieces.has(value.text) && !hasWords(value.text, pieces);
}

/** Names of functions and objects: `window.jQuery`, `window.requestAnimationFrame`. */
function isOfBrowser(name: string): boolean {
  return /^(?:[A-Z]|\$|jQuery|dataLayer|gtag|fbq|wcs|attachEvent|addEventListener|webkit|moz|ms)|Frame$|^event$/.test(
    name,
  );
}

/** Whether it is a text that is sent if there is no other. */
function isElse(value: Value): boolean {
  return value.kind === "text" ? value.text !== "" : isText(value) && !isUndefined(value);
}

/** `left || right`, of which the first is not known. */
function orElse(left: Value, right: Value, node: Node, context: Context, run: Run): Value {
  const code = codeOf(node, context, run);
  // `props.id ?? "@shop"`: markup that can name it says both.
  const isId = right.kind === "text" && right.text.startsWith("@");
  if (isId && context.reach.size > 0 && code.hidden.length === 0) return { kind: "code", code };
  const one = choose([left, right], code);
  return one.kind === "code" ? { ...one, defaulted: sourceOf(node, context) } : one;
}

/** An object, unless another script of the page's has one by a name: `window.SITE || { kind: "a" }`. */
function orPages(name: string, right: ObjectValue, node: Node, context: Context, run: Run): Value {
  if (name === "null" || name === "event" || run.show) return right;
  return { ...right, isOpen: true, instead: name, code: codeOf(node, context, run) };
}

/** A window that is asked for in a condition is looked at. */
export function lookAt(value: Value): void {
  if (value.kind === "window") value.window.isKept = true;
}

/** Whether a value is the same at every click. */
function isKnown(value: Value): boolean {
  return value.kind !== "code" && !(value.kind === "text" && value.text === "");
}
