import type { Node } from "@babel/types";
import { parseScript } from "../read/parse-script.js";
import { DEEPEST, listReferences } from "../read/references.js";

/** What is of the page, or of the click itself. */
const OF_PAGE =
  /^(?:event|document|window|location|navigator|localStorage|sessionStorage|arguments)$/;

/**
 * Whether an expression can be asked for at the click alone: it calls something, or asks the page.
 *
 * @param isSignal calls of the component's own members are its signals, which markup reads by a call
 */
export function isAtClick(code: string, isSignal = false): boolean {
  const { program, unread } = parseScript(`(${code}\n)`);
  const visit = (node: Node, depth: number): boolean => {
    if (depth > DEEPEST) return true;
    if (node.type === "CallExpression" || node.type === "OptionalCallExpression") {
      if (!isSignal || node.arguments.length > 0 || !isOwn(node.callee)) return true;
    } else if (/^(?:New|Await|Import|TaggedTemplate)/.test(node.type)) return true;
    if (node.type === "Identifier" && OF_PAGE.test(node.name)) return true;
    return listReferences(node).some((child) => visit(child, depth + 1));
  };
  return unread.length > 0 || visit(program, 0);
}

/** `this.name`, `this.name().other` */
function isOwn(node: Node): boolean {
  switch (node.type) {
    case "ThisExpression":
      return true;
    case "MemberExpression":
    case "OptionalMemberExpression":
      return isOwn(node.object);
    case "CallExpression":
    case "OptionalCallExpression":
      return isOwn(node.callee);
    default:
      return false;
  }
}
