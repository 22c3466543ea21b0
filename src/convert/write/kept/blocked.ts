import type { Node } from "@babel/types";
import { DEEPEST, isCall, listChildren, nameOfCallee } from "../../read/script/references.js";

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
