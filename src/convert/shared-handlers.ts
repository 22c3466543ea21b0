import type { Node } from "@babel/types";
import type { Chat } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import type { Facts } from "./read/read.js";
import { isFunction, listChildren } from "./read/script/references.js";
import { readBoolean } from "./read/script/values/conditions.js";
import { shorten } from "./shorten.js";
import { findPlace } from "./write/kept/opening-place.js";

/**
 * Handlers that stay for elements that start no chat, and do something at the new button's click, too: what they do for
 * each, or what is left to do once the chat's own branch is gone.
 */
export function listShared(chats: readonly Chat[], facts: Facts): Finding[] {
  if (!/^(?:html|thymeleaf)$/.test(facts.language)) return [];
  const triggers = new Set(chats.map(({ start }) => start.trigger));
  const found = new Map<object, Finding>();
  for (const { start } of chats) {
    const { handler, trigger, script, chain } = start;
    const elements = handler && facts.handlers.get(handler);
    if (!handler?.body || !script || !trigger || !elements?.has(trigger)) continue;
    const stays = [...elements].some((one) => one.origin === "page" && !triggers.has(one));
    const [step] = chain;
    if (!stays || step?.node !== handler) continue;
    const place = findPlace(step, start, facts);
    const opens = (node: Node) => Number(node.start) < place && place <= Number(node.end);
    if (!opens(handler.body) || !goesOn(handler.body, opens)) continue;
    const source = shorten(script.text.slice(handler.start ?? 0, handler.end ?? 0), 60);
    found.set(handler, finding("KC946", start.place, { cause: "shared", source }));
  }
  return [...found.values()];
}

/** Whether something is left to do in code without what starts the chat. @param opens whether that is in a node */
function goesOn(node: Node, opens: (node: Node) => boolean): boolean {
  switch (node.type) {
    case "BlockStatement":
    case "SequenceExpression": {
      const parts = node.type === "BlockStatement" ? node.body : node.expressions;
      const own = parts.find(opens);
      const rest = parts.filter((one) => one !== own);
      return (own !== undefined && goesOn(own, opens)) || rest.some(acts);
    }
    case "IfStatement":
    case "ConditionalExpression": {
      const { consequent, alternate } = node;
      // What is done for another condition is for another element.
      return alternate ? (opens(consequent) ? acts(alternate) : goesOn(alternate, opens)) : false;
    }
    case "LogicalExpression":
      return opens(node.right) && goesOn(node.right, opens);
    case "SwitchStatement":
      return node.cases.some(
        ({ test, consequent }) => !test && !consequent.some(opens) && consequent.some(acts),
      );
    case "ExpressionStatement":
    case "ParenthesizedExpression":
      return goesOn(node.expression, opens);
    case "UnaryExpression":
      return goesOn(node.argument, opens);
    case "ReturnStatement":
      if (!node.argument) return false;
      return readBoolean(node.argument) === false || goesOn(node.argument, opens);
    default:
      return !opens(node) && acts(node);
  }
}

/** What does something by its branches alone. */
const BRANCHES =
  /^(?:(?:If|Switch|Return|Expression)Statement|(?:Conditional|Logical|Sequence)Expression)$/;

/** Whether code does something by itself. */
function acts(node: Node): boolean {
  if (BRANCHES.test(node.type)) return goesOn(node, () => false);
  if (node.type === "VariableDeclaration" || isFunction(node)) return false;
  if (/^(?:Call|OptionalCall|Assignment|Update)Expression$/.test(node.type)) return true;
  return listChildren(node).some(acts);
}
