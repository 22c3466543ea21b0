import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import { findTarget, nameOfRoot } from "../../read/script/references.js";
import { readBoolean } from "../../read/script/values/conditions.js";

/** What opens and closes layers, by the names of jQuery's and Bootstrap's methods. */
const LOOKS =
  /^(?:(?:add|remove|toggle)Class|show|hide|fade(?:In|Out)|slide(?:Up|Down)|modal|showModal)$/;

/**
 * Whether a statement changes how something looks that is on the page: a layer is closed, a class is set.
 *
 * @param made names that stand for what the click itself makes, such as a window
 */
export function changesLooks(node: Node, called: Node | null, made: ReadonlySet<string>): boolean {
  if (node.type === "AssignmentExpression")
    return lastButOne(node.left) === "style" && !made.has(nameOfRoot(node.left));
  if (called?.type !== "MemberExpression" || called.property.type !== "Identifier") return false;
  if (lastButOne(called) === "classList") return true;
  // A dialog; what has a name is a window.
  if (called.property.name === "close") return called.object.type === "CallExpression";
  return LOOKS.test(called.property.name) && !made.has(nameOfRoot(called));
}

/**
 * `this.isOpen = false`, `opened.value = true`, `count++`: a component's own, by which its markup goes.
 *
 * @param isAfter the chat has been started before it: no address is put together any more
 * @param isRead whether what opens the chat reads what is set
 */
export function changesState(
  node: Node,
  own: ReadonlySet<string>,
  language: Facts["language"],
  isAfter: boolean,
  isRead: (target: Node) => boolean,
): boolean {
  const target = isAfter ? findTarget(node) : findChanged(node, isRead);
  // Svelte's are names of the script alone.
  if (target?.type === "Identifier") return language === "svelte" && !own.has(target.name);
  if (target?.type !== "MemberExpression" || target.property.type !== "Identifier") return false;
  if (target.object.type === "ThisExpression") return true;
  const isRef =
    /^(?:value|current)$/.test(target.property.name) && target.object.type === "Identifier";
  return isRef && !own.has(nameOfRoot(target));
}

/** Members by which windows, forms and elements are led: those are read where they belong. */
const LED =
  /^(?:location|href|opener|target|action|method|src|inner\w+|text(?:Content)?|className|value|checked|disabled|display|on\w+)$/;

/**
 * `state.current = item`, `last.current = Date.now()`, `count = count + 1`: what the page is told besides.
 *
 * @param isRead whether what opens the chat reads it, so that the new code has its value already
 */
export function changesOther(
  node: Node,
  own: ReadonlySet<string>,
  language: Facts["language"],
  isRead: (target: Node) => boolean,
): boolean {
  if (node.type === "AssignmentExpression" && /Function|Class/.test(node.right.type)) return false;
  const target = findTarget(node);
  if (target?.type === "MemberExpression") {
    const { property } = target;
    const root = nameOfRoot(target);
    const name = property.type === "StringLiteral" ? property.value : nameOfRoot(property);
    const isRef = language === "vue" && name === "value" && target.object.type === "Identifier";
    const isLed = name === "" || (LED.test(name) && !isRef);
    if (isLed || (root === "" && !isOfThis(target)) || OF_BROWSER.test(root)) return false;
    return !own.has(root) && !isRead(target);
  }
  return target?.type === "Identifier" && !own.has(target.name) && !isRead(target);
}

const OF_BROWSER = /^(?:document|location|event|e|ev|evt|arguments)$/;

function isOfThis(node: Node): boolean {
  if (node.type === "ThisExpression") return true;
  return node.type === "MemberExpression" && isOfThis(node.object);
}

/** What is set to a flag or a word, emptied or counted; of an address that is put together, nothing is said. */
function findChanged(node: Node, isRead: (target: Node) => boolean): Node | null {
  if (node.type !== "AssignmentExpression") return findTarget(node);
  const { left, right, operator } = node;
  const isWord = operator === "=" && right.type === "StringLiteral" && !right.value.includes("//");
  return isState(right) || counts(node) || (isWord && !isRead(left)) ? left : null;
}

/** `this.count = this.count + 1` */
function counts({ left, right }: Extract<Node, { type: "AssignmentExpression" }>): boolean {
  if (right.type !== "BinaryExpression" || right.right.type !== "NumericLiteral") return false;
  return left.type === "MemberExpression" && isSame(left, right.left);
}

function isSame(one: Node, other: Node): boolean {
  if (one.type === "ThisExpression") return other.type === "ThisExpression";
  if (one.type === "Identifier") return other.type === "Identifier" && one.name === other.name;
  if (one.type !== "MemberExpression" || other.type !== "MemberExpression") return false;
  return isSame(one.property, other.property) && isSame(one.object, other.object);
}

export function isState(node: Node): boolean {
  if (/^(?:NumericLiteral|NullLiteral)$/.test(node.type)) return true;
  return readBoolean(node) !== null || (node.type === "UnaryExpression" && node.operator === "!");
}

/** `style` of `layer.style.display` */
function lastButOne(node: Node): string {
  const object = node.type === "MemberExpression" ? node.object : null;
  if (object?.type !== "MemberExpression" || object.property.type !== "Identifier") return "";
  return object.property.name;
}
