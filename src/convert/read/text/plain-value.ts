import type { Node } from "@babel/types";
import { parseExpression } from "../script/parse-script.js";

/** Whether an expression makes a number, `true` or `false`, which have no letter that cuts an address: `Number(index) + 1`. */
export function isPlainValue(code: string): boolean {
  const node = parseExpression(`(${code})`);
  return node !== null && isPlain(node);
}

function isPlain(node: Node): boolean {
  switch (node.type) {
    case "ParenthesizedExpression":
      return isPlain(node.expression);
    case "NumericLiteral":
    case "BooleanLiteral":
    case "UpdateExpression":
      return true;
    case "UnaryExpression":
      return /^[-+~!]$/.test(node.operator);
    case "BinaryExpression":
      return (
        /^(?:[-*/%&|^]|<<|>>>?|[!=]==?|[<>]=?|in|instanceof)$/.test(node.operator) ||
        (node.operator === "+" &&
          node.left.type !== "PrivateName" &&
          isPlain(node.left) &&
          isPlain(node.right))
      );
    case "ConditionalExpression":
      return isPlain(node.consequent) && isPlain(node.alternate);
    case "CallExpression":
      return PLAIN.test(nameOf(node.callee));
    default:
      return false;
  }
}

/** Calls that give a number, or say whether something holds. */
const PLAIN =
  /^(?:Number|parseInt|parseFloat|Boolean|isNaN|hasAttribute|contains|includes|matches|test|hasClass|some|every|startsWith|endsWith)$/;

function nameOf(callee: Node): string {
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  return name.type === "Identifier" ? name.name : "";
}
