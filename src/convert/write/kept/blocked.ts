import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import {
  contains,
  DEEPEST,
  isCall,
  listChildren,
  nameOfCallee,
} from "../../read/script/references.js";
import { shorten } from "../../shorten.js";
import { splitStatement } from "./statements.js";
import { tells } from "./told.js";

/** What only leaves. */
const LEAVES = /^(?:(?:return|throw|break|continue)\b|void\b|;|$)/;
/** What forgets a window. */
export const FORGETS = /^[\w$]+\s*=\s*(?:null|undefined)\s*;?$/;

/** What the old code does if the chat's window is blocked, as it is written: not what starts the chat after all. */
export function listBlocked({ start }: Chat, facts: Facts): string[] {
  const { pieces } = facts;
  const starts = seeStarts(facts);
  const found = start.chain.flatMap(({ node, script }) => {
    const windows = node.body ? listWindows(node.body) : new Set<string>();
    return [...listFallbacks(node, windows, start.node, 0)]
      .flatMap((one): Node[] => (one.type === "BlockStatement" ? one.body : [one]))
      .flatMap(splitStatement)
      .filter((one) => !starts(one))
      .map((one) => pieces.showCode(script.text.slice(one.start ?? 0, one.end ?? 0)).trim())
      .filter((source) => !LEAVES.test(source) && !FORGETS.test(source) && !tells(source));
  });
  return [...new Set(found)].map((source) => shorten(source));
}

/** Tells of code whether a chat is started in it. */
export function seeStarts({ starts }: Facts): (at: Node) => boolean {
  const nodes = new Set<unknown>(starts.map(({ node }) => node));
  const isStart = (at: Node): boolean => nodes.has(at) || listChildren(at).some(isStart);
  return isStart;
}

/** The parts of a function that run if a window was blocked. */
function* listFallbacks(
  at: Node,
  windows: ReadonlySet<string>,
  opening: object | null,
  depth: number,
): Generator<Node> {
  if (depth > DEEPEST) return;
  const fallback = findBlocked(at, windows) ?? findInstead(at, opening);
  if (fallback) yield fallback;
  for (const child of listChildren(at))
    if (child !== fallback) yield* listFallbacks(child, windows, opening, depth + 1);
}

/** `call()` of `window.open(url) || call()` */
function findInstead(node: Node, opening: object | null): Node | null {
  if (node.type !== "LogicalExpression" || node.operator === "&&") return null;
  return contains(node.left, opening) ? node.right : null;
}

/** The names that a function gives to windows that it opens: `popup` of `const popup = window.open(url)`. */
export function listWindows(node: Node, names = new Set<string>(), depth = 0): Set<string> {
  if (depth > DEEPEST) return names;
  if (node.type === "VariableDeclarator" && node.init && opens(node.init)) addName(node.id, names);
  if (node.type === "AssignmentExpression" && opens(node.right)) addName(node.left, names);
  for (const child of listChildren(node)) listWindows(child, names, depth + 1);
  return names;
}

function addName(node: Node, names: Set<string>): void {
  if (node.type === "Identifier") names.add(node.name);
}

function opens(node: Node): boolean {
  return isCall(node) && /open/i.test(nameOfCallee(node.callee));
}

/** What is done if a window was blocked: `if (!popup) report("blocked")`. It is no part of starting a chat. */
export function findBlocked(node: Node, windows: ReadonlySet<string>): Node | null {
  if (node.type !== "IfStatement") return null;
  const holds = isMissing(node.test, windows);
  if (holds === null) return null;
  return (holds ? node.consequent : node.alternate) ?? null;
}

/** Whether a condition holds if a window is missing; `null` if it asks for something else. */
function isMissing(test: Node, windows: ReadonlySet<string>): boolean | null {
  switch (test.type) {
    case "Identifier":
      return windows.has(test.name) ? false : null;
    case "UnaryExpression": {
      const inner = test.operator === "!" ? isMissing(test.argument, windows) : null;
      return inner === null ? null : !inner;
    }
    case "BinaryExpression": {
      const isNothing =
        test.right.type === "NullLiteral" ||
        (test.right.type === "Identifier" && test.right.name === "undefined");
      const isAsked = test.left.type === "Identifier" && windows.has(test.left.name);
      if (!isNothing || !isAsked || !/^[!=]==?$/.test(test.operator)) return null;
      return test.operator.startsWith("=");
    }
    case "LogicalExpression":
      return isMissing(test.left, windows);
    default:
      return null;
  }
}
