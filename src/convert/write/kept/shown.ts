import type { Node } from "@babel/types";
import { isCall, mentions, nameOfCallee } from "../../read/script/references.js";
import type { Scene } from "./scene.js";
import { isOfForm, isOpeningFunction } from "./statements.js";

/** What puts something into the page, or takes it out, by the names of the DOM's methods and of jQuery's. */
const SHOWS =
  /^(?:(?:ap|pre)pend(?:To|Child)?|insert(?:Before|After|Adjacent\w+)|after|before|replace(?:With|Children)|remove(?:Child)?|html|text)$/;

/**
 * Whether a statement shows something in the page, or takes it off: `document.body.append(toast)`. What makes the form or
 * the link through which the chat is opened is part of that.
 */
export function showsElement(statement: Node, { made, sourceOf }: Scene): boolean {
  if (!isCall(statement) || statement.callee.type !== "MemberExpression") return false;
  const source = sourceOf(statement);
  if (!SHOWS.test(nameOfCallee(statement.callee)) || isOfForm(source) || isOpeningFunction(source))
    return false;
  const [first, ...more] = statement.arguments;
  // `data.append("extra", no)` is of data that are sent, and `box.text()` only reads.
  const isEntry = first?.type === "StringLiteral" && more.length > 0;
  const isRead = !first && /^(?:html|text)$/.test(nameOfCallee(statement.callee));
  return !isEntry && !isRead && !mentions(statement, made.senders);
}
