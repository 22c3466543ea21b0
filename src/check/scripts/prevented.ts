import type { Node } from "@babel/types";
import { parseScript } from "../../convert/read/script/parse-script.js";
import { isFunction, listChildren } from "../../convert/read/script/references.js";
import { namesOpen } from "./callers.js";
import { nameOf } from "./scripts.js";

/** What a handler of a click is called with. */
interface Handler {
  /** The event's name in it. */
  name: string;
  /** Whether it prevents by `return false`, as those in attributes do. */
  isByReturn: boolean;
}

/** Whether the code of an `onclick` prevents each click. One that does not parse does nothing. */
export function preventsByCode(code: string): boolean {
  const { program, unread, cut } = parseScript(code);
  if (unread.length > 0 || cut || namesOpen(program)) return false;
  return judgeAll(program.body, { name: "event", isByReturn: true }) ?? false;
}

/**
 * Whether a piece of a handler prevents each click: without a condition, and before it may return. `null` if it goes on
 * to the next piece.
 */
export function judge(node: Node, handler: Handler): boolean | null {
  switch (node.type) {
    case "BlockStatement":
      return judgeAll(node.body, handler);
    case "LabeledStatement":
      return judge(node.body, handler);
    case "TryStatement":
      return judge(node.block, handler) ?? (mayLeave(node) ? false : null);
    case "ExpressionStatement":
      return isPreventing(node.expression, handler.name) ? true : null;
    case "ReturnStatement":
      return node.argument ? judgeResult(node.argument, handler) : false;
    default:
      // `() => false`
      if (/Expression$|Literal$/.test(node.type)) return judgeResult(node, handler);
      return mayLeave(node) ? false : null;
  }
}

function judgeAll(statements: readonly Node[], handler: Handler): boolean | null {
  for (const statement of statements) {
    const judged = judge(statement, handler);
    if (judged !== null) return judged;
  }
  return null;
}

function judgeResult(node: Node, { name, isByReturn }: Handler): boolean {
  return isPreventing(node, name) || (isByReturn && isFalse(node));
}

/** `event.preventDefault()`, `event && event.preventDefault()`, `track(), event.preventDefault()` */
function isPreventing(node: Node, event: string): boolean {
  switch (node.type) {
    case "SequenceExpression":
      return node.expressions.some((one) => isPreventing(one, event));
    case "UnaryExpression":
      return isPreventing(node.argument, event);
    case "LogicalExpression":
      return isEvent(node.left, event) && isPreventing(node.right, event);
    case "AssignmentExpression":
      return isOfEvent(node.left, "returnValue", event) && isFalse(node.right);
    default:
      return node.type === "CallExpression" && isOfEvent(node.callee, "preventDefault", event);
  }
}

function isOfEvent(node: Node, member: string, event: string): boolean {
  return node.type === "MemberExpression" && nameOf(node) === member && isEvent(node.object, event);
}

/** By its name in the handler, or as the window has it. */
function isEvent(node: Node, event: string): boolean {
  if (node.type === "Identifier") return node.name === event || node.name === "event";
  return isOfWindow(node) && nameOf(node) === "event";
}

function isOfWindow(node: Node): boolean {
  return (
    node.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    node.object.name === "window"
  );
}

/** `false`, `!1`, `track(), false` */
function isFalse(node: Node | null | undefined): boolean {
  if (node?.type === "BooleanLiteral") return !node.value;
  if (node?.type === "SequenceExpression") return isFalse(node.expressions.at(-1));
  return (
    node?.type === "UnaryExpression" &&
    node.operator === "!" &&
    node.argument.type === "NumericLiteral" &&
    node.argument.value !== 0
  );
}

function mayLeave(node: Node): boolean {
  if (/^(?:Return|Throw)Statement$/.test(node.type)) return true;
  return !isFunction(node) && listChildren(node).some(mayLeave);
}
