import type { Node } from "@babel/types";
import { attribute, type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import { findElements } from "../../convert/read/markup/selector.js";
import type { Facts } from "../../convert/read/read.js";
import { isFunction } from "../../convert/read/script/references.js";
import { namesOpen } from "./callers.js";
import { judge } from "./prevented.js";
import { listInlineScripts, nameOf, parseInline, walkScript } from "./scripts.js";

/** What a script gives its names; `null` if it gives one of them more than once. */
type Names = Map<string, Node | null>;

/** A script without these prevents no click. */
const PREVENTS = /preventDefault|return/;
/** One step of a selector, which finds the same wherever it stands. */
const ONE_STEP = /^[\w-]*(?:[#.][\w-]+|\[[\w-]+(?:=["']?[\w@-]*["']?)?\])*$/;

/** The elements on which a handler of an inline script prevents each click. What is under a condition is left out. */
export function findPrevented({ root }: Facts): ReadonlySet<OldElement> {
  const found = new Set<OldElement>();
  for (const script of listInlineScripts(root)) {
    const text = textOf(script);
    if (!text.includes("click") || !PREVENTS.test(text)) continue;
    const program = parseInline(script);
    const nodes = [...walkScript(program, () => false)].map(({ node }) => node);
    const names = listNames(nodes);
    const isElement = (test: Node) => findTarget(test, names, root).length > 0;
    for (const { node, isBranch, isLater } of walkScript(program, isElement)) {
      if (isBranch || isLater) continue;
      for (const element of readHandler(node, names, root)) found.add(element);
    }
  }
  return found;
}

function listNames(nodes: readonly Node[]): Names {
  const names: Names = new Map();
  const add = (name: string, value: Node) => names.set(name, names.has(name) ? null : value);
  for (const node of nodes) {
    if (node.type === "FunctionDeclaration" && node.id) add(node.id.name, node);
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.init)
      add(node.id.name, node.init);
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier")
      add(node.left.name, node.right);
  }
  return names;
}

/** The elements of `element.onclick = ...`, `addEventListener("click", ...)`, `$("#id").on("click", ...)`. */
function readHandler(node: Node, names: Names, root: OldElement): OldElement[] {
  if (node.type === "AssignmentExpression" && nameOf(node.left) === "onclick")
    return prevents(node.right, names, true) ? findTargets(node.left, names, root) : [];
  if (node.type !== "CallExpression") return [];
  const [first, second] = node.arguments;
  const method = nameOf(node.callee);
  const isClick = first?.type === "StringLiteral" && /^click(?:\.|$)/.test(first.value);
  if (method === "addEventListener" && isClick && second)
    return prevents(second, names, false) ? findTargets(node.callee, names, root) : [];
  const handler = method === "click" ? first : isClick && /^(?:on|bind)$/.test(method) && second;
  return handler && prevents(handler, names, true) ? findTargets(node.callee, names, root) : [];
}

/** Follows a name to what it was given. */
function follow(node: Node, names: Names): Node | null {
  return node.type === "Identifier" ? (names.get(node.name) ?? null) : node;
}

/** The elements of the page that a member is of. */
function findTargets(member: Node, names: Names, root: OldElement): OldElement[] {
  return member.type === "MemberExpression" ? findTarget(member.object, names, root) : [];
}

/** The elements that an expression looks up. */
function findTarget(node: Node, names: Names, root: OldElement): OldElement[] {
  const call = follow(node, names);
  if (call?.type !== "CallExpression") return [];
  const [first] = call.arguments;
  if (first?.type !== "StringLiteral") return [];
  const text = first.value.trim();
  const method = nameOf(call.callee);
  if (method === "getElementById")
    return [...walk(root)].filter((one) => attribute(one, "id") === text).slice(0, 1);
  if (!text || !ONE_STEP.test(text)) return [];
  if (method === "querySelector") return findElements(root, text).slice(0, 1);
  const isJQuery = call.callee.type === "Identifier" && /^(?:\$|jQuery)$/.test(call.callee.name);
  return isJQuery ? findElements(root, text) : [];
}

/** Whether a function prevents each click of which it is the handler. */
function prevents(node: Node, names: Names, isByReturn: boolean): boolean {
  const handler = follow(node, names);
  if (!handler || !isFunction(handler) || namesOpen(handler)) return false;
  const [event] = handler.params;
  const name = event?.type === "Identifier" ? event.name : "event";
  return judge(handler.body, { name, isByReturn }) ?? false;
}
