import type { Node } from "@babel/types";
import type { Context } from "../context.js";
import { withoutTypeof } from "../references.js";
import type { Run } from "../run.js";
import type { Value } from "../value.js";
import { hasWords } from "./compare.js";
import { isFixed } from "./fixed.js";

type Nothing = "null" | "undefined";

/** Whether something is there that is the same at every click: `value != null`, `order[key]`; `null` if that is not known. */
export function decideThere(test: Node, context: Context, run: Run): boolean | null {
  if (isByKey(test, run)) return findNothing(test, context, run) ? false : null;
  if (test.type !== "BinaryExpression" || !/^[!=]==?$/.test(test.operator)) return null;
  const { operator } = test;
  const sides = [
    [test.left, test.right],
    [test.right, test.left],
  ] as const;
  for (const [asked, other] of sides) {
    const nothing = nameNothing(other, asked);
    const isKnown = isFixed(withoutTypeof(asked), context) || isByKey(withoutTypeof(asked), run);
    if (!nothing || !isKnown) continue;
    const found = findNothing(withoutTypeof(asked), context, run);
    if (found === null) return null;
    const isExact = operator.length === 3 || asked.type === "UnaryExpression";
    const isSame = found !== "" && (!isExact || found === nothing);
    return isSame === operator.startsWith("=");
  }
  return null;
}

/** `order[key]`, unless another function may write there: `order[name] = value`. */
function isByKey(node: Node, { changes }: Run): boolean {
  return (
    node.type === "MemberExpression" &&
    node.computed &&
    node.object.type === "Identifier" &&
    node.property.type === "Identifier" &&
    !changes.indexed.has(node.object.name)
  );
}

/** What stands for nothing: `null`, `undefined`, `void 0`, and what `typeof` says of it. */
function nameNothing(node: Node, asked: Node): Nothing | null {
  if (asked.type === "UnaryExpression" && asked.operator === "typeof")
    return node.type === "StringLiteral" && node.value === "undefined" ? "undefined" : null;
  if (node.type === "NullLiteral") return "null";
  const isUndefined =
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "UnaryExpression" && node.operator === "void");
  return isUndefined ? "undefined" : null;
}

/** What a value is if it is nothing, `""` if it is something; `null` if that is not known. */
function findNothing(node: Node, context: Context, run: Run): Nothing | "" | null {
  const value: Value = run.evaluate(node, context);
  if (value.kind === "native")
    return value.name === "null" || value.name === "undefined" ? value.name : null;
  return value.kind === "text" && hasWords(value.text, run.pieces) ? "" : null;
}
