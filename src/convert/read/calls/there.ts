import type { Node } from "@babel/types";
import { nameOfCallee, withoutTypeof } from "../script/references.js";
import type { FunctionValue } from "../script/value.js";

/** What a filter asks for, if it only leaves out what is not there: `Boolean`, `(key) => data[key] != null`. */
export function listAsked(filter: FunctionValue): Node[] {
  const { body } = filter.node;
  if (body.type !== "BlockStatement") return asks(body);
  const [only, ...more] = body.body;
  const isOne = more.length === 0 && only?.type === "ReturnStatement";
  return isOne && only.argument ? asks(only.argument) : [];
}

/** What has to be there, for an expression to hold; nothing if it asks for something else. */
function asks(node: Node): Node[] {
  switch (node.type) {
    case "ParenthesizedExpression":
      return asks(node.expression);
    case "Identifier":
      return [node];
    case "MemberExpression":
    case "OptionalMemberExpression":
      return asksMember(node);
    case "CallExpression":
    case "OptionalCallExpression":
      return asksByCall(node);
    case "UnaryExpression":
      return node.operator === "!" ? isMissing(node.argument) : [];
    case "LogicalExpression":
      // `value ?? false`
      if (node.operator === "&&") return both(asks(node.left), asks(node.right));
      return isNothing(node.right) || isNo(node.right) ? asks(node.left) : [];
    case "BinaryExpression": {
      const compared = comparesWithNothing(node, /^!==?$/);
      return compared.length > 0 ? compared : asksLength(node);
    }
    default:
      return [];
  }
}

function both(one: Node[], other: Node[]): Node[] {
  return one.length > 0 && other.length > 0 ? [...one, ...other] : [];
}

/** The opposite: `!value`, `value == null || value === ""`, `isEmpty(value)`. */
function isMissing(node: Node): Node[] {
  switch (node.type) {
    case "ParenthesizedExpression":
      return isMissing(node.expression);
    case "UnaryExpression":
      return node.operator === "!" ? asks(node.argument) : [];
    case "LogicalExpression":
      return node.operator === "||" ? both(isMissing(node.left), isMissing(node.right)) : [];
    case "BinaryExpression":
      return comparesWithNothing(node, /^===?$/);
    case "CallExpression": {
      const [first] = node.arguments;
      if (first && EMPTY.test(nameOfCallee(node.callee))) return [first];
      return isListOfNothing(node);
    }
    default:
      return [];
  }
}

/** What a page's function asks by such a name. */
const EMPTY = /^(?:is)?(?:nil|empty|blank|undefined|null)\w*$/i;

/** `item.isOn` says more than whether it is there. */
function asksMember(node: Extract<Node, { type: `${"" | "Optional"}MemberExpression` }>): Node[] {
  const { computed, object, property } = node;
  const name = property.type === "Identifier" ? property.name : "";
  if (computed || name === "value") return [node];
  return name === "length" ? asks(object) : [];
}

/** `Boolean(value)`, `String(value)`, `value.trim()` */
function asksByCall({ callee, arguments: given }: Call): Node[] {
  const [first, ...more] = given;
  if (callee.type === "Identifier") {
    const isPlain = /^(?:Boolean|String)$/.test(callee.name) && more.length === 0;
    return first && isPlain ? asks(first) : [];
  }
  const isText = /^(?:trim|toString)$/.test(nameOfCallee(callee));
  return isText && !first && "object" in callee ? asks(callee.object) : [];
}

type Call = Extract<Node, { type: `${"" | "Optional"}CallExpression` }>;

/** `[null, undefined, ""].includes(value)` */
function isListOfNothing({ callee, arguments: given }: Call): Node[] {
  if (callee.type !== "MemberExpression" || nameOfCallee(callee) !== "includes") return [];
  const { object } = callee;
  const isList = object.type === "ArrayExpression" && object.elements.length > 0;
  const [first] = given;
  return isList && first && object.elements.every(isNothing) ? asks(first) : [];
}

type Comparison = Extract<Node, { type: "BinaryExpression" }>;

function comparesWithNothing({ operator, left, right }: Comparison, sign: RegExp): Node[] {
  if (!sign.test(operator)) return [];
  if (isNothing(right)) return asks(withoutTypeof(left));
  return isNothing(left) ? asks(withoutTypeof(right)) : [];
}

/** `value.length > 0` */
function asksLength({ operator, left, right }: Comparison): Node[] {
  const isNumber = right.type === "NumericLiteral" && right.value === 0;
  const isLength = isCalledBy(left, "length");
  return isLength && isNumber && /^(?:>|!==?)$/.test(operator) ? asks(left) : [];
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
