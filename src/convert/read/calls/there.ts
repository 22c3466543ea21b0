import type { Node } from "@babel/types";
import { nameOfCallee } from "../script/references.js";
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
    case "OptionalMemberExpression":
      return asksMember(node);
    case "CallExpression":
    case "OptionalCallExpression":
      return asksByCall(node);
    case "UnaryExpression":
      return node.operator === "!" && isMissing(node.argument);
    case "LogicalExpression":
      // `value ?? false`
      return node.operator === "&&"
        ? asks(node.left) && asks(node.right)
        : asks(node.left) && (isNothing(node.right) || isNo(node.right));
    case "BinaryExpression":
      return comparesWithNothing(node, /^!==?$/) || asksLength(node);
    default:
      return false;
  }
}

/** The opposite: `!value`, `value == null || value === ""`, `isEmpty(value)`. */
function isMissing(node: Node): boolean {
  switch (node.type) {
    case "ParenthesizedExpression":
      return isMissing(node.expression);
    case "UnaryExpression":
      return node.operator === "!" && asks(node.argument);
    case "LogicalExpression":
      return node.operator === "||" && isMissing(node.left) && isMissing(node.right);
    case "BinaryExpression":
      return comparesWithNothing(node, /^===?$/);
    case "CallExpression":
      return isListOfNothing(node) || EMPTY.test(nameOfCallee(node.callee));
    default:
      return false;
  }
}

/** What a page's function asks by such a name. */
const EMPTY = /^(?:is)?(?:nil|empty|blank|undefined|null)\w*$/i;

/** `item.isOn` says more than whether it is there. */
function asksMember(node: Extract<Node, { type: `${"" | "Optional"}MemberExpression` }>): boolean {
  const { computed, object, property } = node;
  if (computed) return true;
  const name = property.type === "Identifier" ? property.name : "";
  return name === "value" || (name === "length" && asks(object));
}

/** `Boolean(value)`, `String(value)`, `value.trim()` */
function asksByCall({ callee, arguments: given }: Call): boolean {
  const [first, ...more] = given;
  if (callee.type === "Identifier")
    return (
      /^(?:Boolean|String)$/.test(callee.name) && first !== undefined && !more.length && asks(first)
    );
  const isText = /^(?:trim|toString)$/.test(nameOfCallee(callee));
  return isText && !first && "object" in callee && asks(callee.object);
}

type Call = Extract<Node, { type: `${"" | "Optional"}CallExpression` }>;

/** `[null, undefined, ""].includes(value)` */
function isListOfNothing({ callee, arguments: given }: Call): boolean {
  if (callee.type !== "MemberExpression" || nameOfCallee(callee) !== "includes") return false;
  const { object } = callee;
  const isList = object.type === "ArrayExpression" && object.elements.length > 0;
  const [first] = given;
  return isList && first !== undefined && asks(first) && object.elements.every(isNothing);
}

type Comparison = Extract<Node, { type: "BinaryExpression" }>;

function comparesWithNothing({ operator, left, right }: Comparison, sign: RegExp): boolean {
  if (!sign.test(operator)) return false;
  const sides = [
    [left, right],
    [right, left],
  ] as const;
  return sides.some(([one, other]) => isNothing(other) && asks(withoutType(one)));
}

/** `typeof value !== "undefined"` */
function withoutType(node: Node): Node {
  return node.type === "UnaryExpression" && node.operator === "typeof" ? node.argument : node;
}

/** `value.length > 0` */
function asksLength({ operator, left, right }: Comparison): boolean {
  const isNumber = right.type === "NumericLiteral" && right.value === 0;
  const isLength = isCalledBy(left, "length");
  return isLength && isNumber && /^(?:>|!==?)$/.test(operator) && asks(left);
}

function isCalledBy(node: Node, name: string): boolean {
  const isMember = node.type === "MemberExpression" || node.type === "OptionalMemberExpression";
  return isMember && node.property.type === "Identifier" && node.property.name === name;
}

/** `null`, `undefined`, `void 0`, `""`, and what `typeof` says of it */
function isNothing(node: Node | null): boolean {
  if (!node) return false;
  if (node.type === "NullLiteral") return true;
  if (node.type === "StringLiteral") return node.value === "" || node.value === "undefined";
  if (node.type === "UnaryExpression") return node.operator === "void";
  return node.type === "Identifier" && node.name === "undefined";
}

function isNo(node: Node): boolean {
  return node.type === "BooleanLiteral" && !node.value;
}
