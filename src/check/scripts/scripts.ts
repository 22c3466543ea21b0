import type { MemberExpression, Node, OptionalMemberExpression } from "@babel/types";
import { type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import { type ParsedScript, parseScript } from "../../convert/read/script/parse-script.js";
import { isFunction, listChildren } from "../../convert/read/script/references.js";
import { decode } from "../../kakao.js";
import { findRun, isInert } from "../script-tags/running.js";

/** A piece of a script, and whether it is known to happen. */
export interface Happening {
  node: Node;
  /** It is in a branch: it may not happen. */
  isBranch: boolean;
  /** It is in a function of which nothing says that it is called as the page loads. */
  isLater: boolean;
}

/** Whether it is an inline script that browsers run. */
export function isInlineScript(element: OldElement): boolean {
  return (
    element.name === "script" &&
    !element.attributes.has("src") &&
    !isInert(element) &&
    findRun(element).when === "now"
  );
}

/** The inline scripts of a page that browsers run. */
export function listInlineScripts(root: OldElement): OldElement[] {
  return [...walk(root)].filter(isInlineScript);
}

/** The code of a handler's attribute, or of an address that is code; `""` if an attribute is neither. */
export function readCode(attribute: string, value: string): string {
  const code = value.replace(/^\s*javascript:/i, "");
  if (attribute.startsWith("on")) return code;
  return attribute === "href" && code !== value ? decode(code) : "";
}

/** By script: several findings ask for its tree. */
const parsed = new WeakMap<OldElement, ParsedScript>();

/** An inline script, read once. */
export function readInline(script: OldElement): ParsedScript {
  const read = parsed.get(script) ?? parseScript(textOf(script));
  parsed.set(script, read);
  return read;
}

/** An inline script as a tree. */
export function parseInline(script: OldElement): Node {
  return readInline(script).program;
}

/**
 * All pieces of a script.
 *
 * @param isOwnTest whether a condition only asks whether what it decides about is there: it is no condition then
 */
export function* walkScript(
  program: Node,
  isOwnTest: (test: Node) => boolean,
): Iterable<Happening> {
  const open: Happening[] = [{ node: program, isBranch: false, isLater: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const { node, isBranch, isLater } = next;
    const sure = isFunction(node) ? [] : listRunAtLoad(node);
    for (const child of listChildren(node).reverse()) {
      open.push({
        node: child,
        isBranch: isBranch || isDecided(child, node, isOwnTest),
        isLater: isLater || (isFunction(child) && !sure.includes(child)),
      });
    }
  }
}

/** Whether a node decides if one of its children happens. */
function isDecided(child: Node, node: Node, isOwnTest: (test: Node) => boolean): boolean {
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return child !== node.test && !(child === node.consequent && isOwnTest(node.test));
    case "LogicalExpression":
      return child === node.right && !isOwnTest(node.left);
    case "SwitchCase":
      return child !== node.test;
    case "WhileStatement":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
      return child === node.body;
    default:
      return node.type === "CatchClause";
  }
}

const LOADED = /^(?:DOMContentLoaded|load|pageshow|readystatechange)$/;

/** The functions that a call has run as the page loads: its own, `$(function () {})`, a listener of the load. */
function listRunAtLoad(node: Node): Node[] {
  if (node.type !== "CallExpression") return [];
  const { callee, arguments: values } = node;
  const [first] = values;
  if (isFunction(callee)) return [callee];
  const isReady =
    (callee.type === "Identifier" && /^(?:\$|jQuery)$/.test(callee.name)) ||
    nameOf(callee) === "ready" ||
    (first?.type === "StringLiteral" && LOADED.test(first.value));
  // `(function () {}).call(this)`
  const called = callee.type === "MemberExpression" && nameOf(callee) === "call";
  return [...(isReady ? values : []), ...(called ? [callee.object] : [])].filter(isFunction);
}

/** The name of a member, as in `element.onclick`; `""` if it has none that is written. */
export function nameOf(node: Node): string {
  return node.type === "MemberExpression" ? nameOfProperty(node) : "";
}

/** The same of a member that is known to be one, `element?.onclick` too. */
export function nameOfProperty({
  property,
  computed,
}: MemberExpression | OptionalMemberExpression): string {
  if (!computed && property.type === "Identifier") return property.name;
  return property.type === "StringLiteral" ? property.value : "";
}

/** The name of an object's property; `""` if it is made as the script runs. */
export function keyOf(property: Node): string {
  if (property.type !== "ObjectProperty" && property.type !== "ObjectMethod") return "";
  if (property.key.type === "StringLiteral") return property.key.value;
  return property.key.type === "Identifier" && !property.computed ? property.key.name : "";
}
