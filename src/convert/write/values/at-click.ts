import type { Node } from "@babel/types";
import { DEEPEST, listReferences } from "../../read/script/references.js";
import { parseCode } from "./parse-code.js";

/** What is of the page, or of the click itself. */
const OF_PAGE =
  /^(?:event|document|window|location|navigator|localStorage|sessionStorage|arguments|(?:inner|outer)(?:Width|Height)|(?:page[XY]Off|scroll[XY])(?:set)?|devicePixelRatio)$/;
/** The button in the click's own event. */
const CLICKED = /\bevent\.(?:currentTarget|target)\b/;

/**
 * Whether an expression can be asked for at the click alone: it calls something, or asks the page.
 *
 * @param isSignal calls of the component's own members are its signals, which markup reads by a call
 * @param isEventTaken `event` is a word of the component's own
 * @param locals other such words: `shops.map((location) => ...)`
 */
export function isAtClick(
  code: string,
  isSignal = false,
  isEventTaken = false,
  locals: ReadonlySet<string> = new Set(),
): boolean {
  const { program, unread } = parseCode(code);
  const visit = (node: Node, depth: number): boolean => {
    if (depth > DEEPEST) return true;
    if (node.type === "CallExpression" || node.type === "OptionalCallExpression") {
      const isRead = isSignal && node.arguments.length === 0 && isOwn(node.callee);
      if (!isRead && !isPure(node.callee, isSignal)) return true;
    } else if (/^(?:New|Await|Import|TaggedTemplate)/.test(node.type)) return true;
    const isOwnEvent = isEventTaken && !CLICKED.test(code);
    if (node.type === "Identifier" && OF_PAGE.test(node.name))
      return node.name === "event" ? !isOwnEvent : !locals.has(node.name);
    return listReferences(node).some((child) => visit(child, depth + 1));
  };
  return unread.length > 0 || visit(program, 0);
}

/** Whether an expression asks the page, which a server does not have. @param isEventTaken as above */
export function isOfPage(code: string, isEventTaken = false): boolean {
  const isPage = (name: string) => OF_PAGE.test(name) && !(isEventTaken && name === "event");
  const visit = (node: Node, depth: number): boolean =>
    depth > DEEPEST ||
    (node.type === "Identifier" && isPage(node.name)) ||
    listReferences(node).some((child) => visit(child, depth + 1));
  return visit(parseCode(code).program, 0);
}

const PURE =
  /^(?:toString|trim|join|slice|substring|substr|split|to(?:Upper|Lower)Case|replace|concat|includes|indexOf|startsWith|endsWith|toFixed|pad(?:Start|End)|stringify|round|floor|ceil)$/;

/** Calls that make the same of the same. @param isBare markup knows none of the browser's own names */
function isPure(callee: Node, isBare: boolean): boolean {
  if (callee.type === "Identifier")
    return !isBare && /^(?:String|Number|encodeURIComponent|parseInt)$/.test(callee.name);
  if (callee.type !== "MemberExpression" && callee.type !== "OptionalMemberExpression")
    return false;
  const { object, property } = callee;
  const isNative = object.type === "Identifier" && /^(?:JSON|Math)$/.test(object.name);
  return property.type === "Identifier" && PURE.test(property.name) && !(isBare && isNative);
}

/** `this.name`, `this.name().other` */
function isOwn(node: Node): boolean {
  switch (node.type) {
    case "ThisExpression":
      return true;
    case "MemberExpression":
    case "OptionalMemberExpression":
      return isOwn(node.object);
    case "CallExpression":
    case "OptionalCallExpression":
      return isOwn(node.callee);
    default:
      return false;
  }
}
