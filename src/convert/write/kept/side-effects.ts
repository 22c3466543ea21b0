import type { Node } from "@babel/types";
import { closest, type OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import type { Start } from "../../read/script/found.js";
import {
  isCall,
  isFunction,
  listChildren,
  listNames,
  nameOfCallee,
} from "../../read/script/references.js";
import { isState } from "./state.js";

/** What the browser keeps: a cookie, an entry of a storage, a title. */
const KEPT =
  /^(?:window\.)?(?:document\.(?:cookie|title)|(?:local|session)Storage\b.*|location\.hash)$/s;
/** What puts something into the clipboard, as older browsers have it. */
const COPIES = /^(?:window\.)?document\.execCommand\(/;
/** Methods that change an element, or set off what it does. */
const CHANGES =
  /^(?:submit|requestSubmit|reset|click|trigger|(?:set|remove|toggle)Attribute|removeAttr|empty|replaceWith)$/;
/** jQuery's, which read without an argument. */
const SETTERS = /^(?:val|prop|attr|text|html)$/;
/** What a click has done to the clicked button against a second one. */
const OFF = /^(?:disabled|aria-disabled)$/;

/** What a statement does besides starting the chat, by what it is about: a cookie, a counting picture, another form. */
export function hasSideEffect(
  node: Node,
  called: Node | null,
  sourceOf: (node: Node) => string,
  { start, facts, made }: { start: Start; facts: Facts; made: Made },
): boolean {
  if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression") {
    const { left, right } = node;
    if (KEPT.test(sourceOf(left)) || isMade(left.object, made.pixels)) return true;
    const name = left.property.type === "Identifier" ? left.property.name : "";
    if (left.object.type === "Identifier" && left.object.name === "window") return isState(right);
    return isOfOthers(facts.touched.get(node), name, start);
  }
  if (copiesSelected(node, sourceOf)) return true;
  if (called?.type !== "MemberExpression" || called.property.type !== "Identifier") return false;
  const { name } = called.property;
  // An answer that the chat waits for is told apart.
  if (name === "send" && !start.isLate) return isMade(called.object, made.requests);
  const count = "arguments" in node ? node.arguments.length : 0;
  const [first] = "arguments" in node ? node.arguments : [];
  if (!CHANGES.test(name) && !(SETTERS.test(name) && count > 0)) return false;
  const attribute = first?.type === "StringLiteral" ? first.value : "";
  // The new button sends no form, which then would not be emptied.
  if (name === "reset" && facts.touched.get(node)?.some(({ origin }) => origin === "page"))
    return true;
  return isOfOthers(facts.touched.get(node), attribute, start);
}

/** Whether it copies what is selected at that moment, which a new button has not: `copied = document.execCommand("copy")`. */
export function copiesSelected(node: Node, sourceOf: (node: Node) => string): boolean {
  return COPIES.test(sourceOf(node.type === "AssignmentExpression" ? node.right : node));
}

/** By the names that a function gives them: what it makes to send something. */
export interface Made {
  /** `var pixel = new Image()` */
  pixels: Set<string>;
  /** `var request = new XMLHttpRequest()` */
  requests: Set<string>;
  /** `var form = document.createElement("form")`, and what is made as a part of one. */
  senders: Set<string>;
}

export function listMade(
  node: Node,
  made: Made = {
    pixels: new Set(["Image"]),
    requests: new Set(["XMLHttpRequest"]),
    senders: new Set(),
  },
): Made {
  if (node.type === "VariableDeclarator" && node.init) {
    if (isMade(node.init, made.pixels)) listNames(node.id, made.pixels);
    if (isMade(node.init, made.requests)) listNames(node.id, made.requests);
    if (makesSender(node.init)) listNames(node.id, made.senders);
  }
  if (node.type === "AssignmentExpression" && makesSender(node.right))
    listNames(node.left, made.senders);
  for (const child of listChildren(node)) if (!isFunction(child)) listMade(child, made);
  return made;
}

/** `document.createElement("form")`, `$("<input>")` */
function makesSender(node: Node): boolean {
  if (!isCall(node) || !/^(?:createElement|\$|jQuery)$/.test(nameOfCallee(node.callee)))
    return false;
  const [first] = node.arguments;
  return first?.type === "StringLiteral" && /^<?(?:form|input|a|iframe)\b/i.test(first.value);
}

/** `pixel`, `new Image()`, `(new Image)` */
function isMade(node: Node, names: ReadonlySet<string>): boolean {
  if (node.type === "ParenthesizedExpression") return isMade(node.expression, names);
  if (node.type === "NewExpression") return isMade(node.callee, names);
  return node.type === "Identifier" && names.has(node.name);
}

/** Whether elements are none of those by which the chat is started. */
function isOfOthers(
  elements: readonly OldElement[] | undefined,
  attribute: string,
  { form, trigger }: Start,
): boolean {
  if (!elements || elements.length === 0) return false;
  return !elements.some(
    (one) =>
      (one.origin === "script" && !/^(?:img|script)$/.test(one.name)) ||
      (form !== null && closest(one, (outer) => outer === form) !== null) ||
      (one === trigger && (OFF.test(attribute) || /^(?:href|target|rel)$/.test(attribute))),
  );
}
