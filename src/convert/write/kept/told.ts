import type { Node } from "@babel/types";
import {
  contains,
  DEEPEST,
  isCall,
  isFunction,
  listChildren,
  nameOfCallee,
} from "../../read/script/references.js";
import type { Scene } from "./scene.js";

/**
 * Whether a function comes from a statement to the chat. It does not where another branch, or a server's, which is no
 * part of the script, tells a visitor something and ends the function: `alert("..."); return false;`.
 */
export function goesOn(statement: Node, { step, start, isAfter }: Scene): boolean {
  const opens = (one: Node) => contains(one, start.node);
  const isEnd = (one: Node) => one.type === "ReturnStatement" && !isAfter(one);
  let block: Node | null | undefined = step.node.body;
  for (let depth = 0; block && depth < DEEPEST; depth++) {
    // `return alert("..."), false`
    if (isEnd(block) && !opens(block)) return false;
    const children = listChildren(block);
    const around = children.find((one) => isIn(statement, one));
    if (!around || children.slice(children.indexOf(around) + 1).some(isEnd)) return !around;
    // `isOpen ? open() : alert("...")`
    if (/^(?:Conditional|Logical)/.test(block.type) && !opens(around)) return false;
    block = around === statement ? null : around;
  }
  return true;
}

function isIn(inner: Node, outer: Node): boolean {
  const start = inner.start ?? 0;
  return (outer.start ?? 0) <= start && start < (outer.end ?? 0);
}

/**
 * What tells a visitor how something has gone that the old code waited for: `await copy(); alert("copied");`, and what
 * stands in the `catch` around it. The new button waits for nothing, so that it cannot say so.
 */
export function listOutcomes(body: Node): Set<Node> {
  const found = new Set<Node>();
  /** Returns whether something has been waited for by then whose answer nobody takes. */
  const visit = (node: Node, hasWaited: boolean, depth: number): boolean => {
    if (depth > DEEPEST || isFunction(node)) return hasWaited;
    if (node.type === "ExpressionStatement") {
      if (hasWaited && isAlert(node.expression)) found.add(node);
      return hasWaited || node.expression.type === "AwaitExpression";
    }
    return listChildren(node).reduce((waited, one) => visit(one, waited, depth + 1), hasWaited);
  };
  visit(body, false, 0);
  return found;
}

/** Whether code only tells a visitor, or a developer, something: `alert("...")`, `console.error(error)`. */
export function tells(source: string): boolean {
  return /^(?:window\.)?(?:alert|confirm|console)\b/.test(source);
}

function isAlert(node: Node): boolean {
  return isCall(node) && nameOfCallee(node.callee) === "alert";
}
