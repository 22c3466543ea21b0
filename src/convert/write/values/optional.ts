import type { Node } from "@babel/types";
import { parseExpression } from "../../read/script/parse-script.js";
import { DEEPEST, isCall, listChildren, mentions } from "../../read/script/references.js";

/** Calls that may find nothing. */
const FINDS = /^(?:at|exec|find|findLast|get|getElementById|match|pop|querySelector|shift)$/;

/**
 * An expression that the old code has read at a click, for markup that reads it as soon as it is made: where a list is
 * still empty, `cells[0].name` would throw and take the whole component with it, and `cells[0]?.name` is nothing.
 *
 * @param source the whole of what was pasted, which may ask for a name elsewhere: `{order && <Order />}`
 */
export function writeOptional(code: string, source: string): string {
  const made = parseExpression(code);
  if (!made) return code;
  const places: number[] = [];
  const visit = (node: Node, asked: readonly Node[], depth: number): void => {
    if (depth > DEEPEST) return;
    const isAsked = ({ name }: { name: string }) =>
      asked.some((one) => mentions(one, new Set([name])));
    if (node.type === "MemberExpression") {
      const { object } = node;
      const root = findRoot(object);
      const mayBeMissing =
        isFirst(object) || (object.type === "Identifier" && isAskedFor(object.name, source));
      if (mayBeMissing && !(root && isAsked(root))) places.push(object.end ?? 0);
    }
    const test =
      node.type === "ConditionalExpression"
        ? node.test
        : node.type === "LogicalExpression"
          ? node.left
          : null;
    for (const child of listChildren(node))
      visit(child, test && child !== test ? [...asked, test] : asked, depth + 1);
  };
  visit(made, [], 0);
  let written = code;
  for (const place of places.sort((one, other) => other - one)) {
    const rest = written.slice(place);
    written =
      written.slice(0, place) + (/^\s*\./.test(rest) ? rest.replace(".", "?.") : `?.${rest}`);
  }
  return written;
}

/** `cells[0]`, `cells[cells.length - 1]`, `cells.find(...)` */
function isFirst(node: Node): boolean {
  if (node.type === "MemberExpression" && node.computed)
    return /^(?:NumericLiteral|BinaryExpression)$/.test(node.property.type);
  if (!isCall(node) || node.callee.type !== "MemberExpression") return false;
  const { property } = node.callee;
  return property.type === "Identifier" && FINDS.test(property.name);
}

function findRoot(node: Node): { name: string } | null {
  if (node.type === "Identifier") return node;
  if (node.type === "MemberExpression") return findRoot(node.object);
  return isCall(node) ? findRoot(node.callee) : null;
}

/** `order && ...`, `order?.no` */
function isAskedFor(name: string, source: string): boolean {
  return /^\w+$/.test(name) && new RegExp(`\\b${name}\\s*(?:\\?\\.|&&)`).test(source);
}
