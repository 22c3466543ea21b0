import type { Node } from "@babel/types";
import type { Value } from "../script/value.js";

/** Whether a filter only leaves out what is not there: `Boolean`, `(key) => data[key] != null`. */
export function asksIfThere(filter: Value): boolean {
  if (filter.kind === "native") return true;
  if (filter.kind !== "function") return false;
  const { body } = filter.node;
  if (body.type !== "BlockStatement") return asks(body);
  const [only, ...more] = body.body;
  return (
    more.length === 0 &&
    only?.type === "ReturnStatement" &&
    only.argument != null &&
    asks(only.argument)
  );
}

function asks(node: Node): boolean {
  switch (node.type) {
    case "ParenthesizedExpression":
      return asks(node.expression);
    case "Identifier":
      return true;
    case "MemberExpression":
      // `item.isOn` says more than whether it is there.
      return (
        node.computed || (node.property.type === "Identifier" && node.property.name === "value")
      );
    case "UnaryExpression":
      return (
        node.operator === "!" &&
        node.argument.type === "UnaryExpression" &&
        node.argument.operator === "!" &&
        asks(node.argument.argument)
      );
    case "LogicalExpression":
      return node.operator === "&&" && asks(node.left) && asks(node.right);
    case "BinaryExpression":
      return (
        node.operator.startsWith("!=") &&
        ((isNothing(node.right) && asks(node.left)) || (isNothing(node.left) && asks(node.right)))
      );
    default:
      return false;
  }
}

/** `null`, `undefined`, `void 0`, `""` */
function isNothing(node: Node): boolean {
  if (node.type === "NullLiteral") return true;
  if (node.type === "StringLiteral") return node.value === "";
  if (node.type === "UnaryExpression") return node.operator === "void";
  return node.type === "Identifier" && node.name === "undefined";
}
