/**
 * Markup that a script writes piece by piece. What is read of it is its elements: one that a loop writes is read once,
 * one that a branch writes is there, since the new button stands in the same loop and branch.
 */

import type { Context } from "../context.js";
import type { Value } from "../value.js";

type Text = Extract<Value, { kind: "text" }>;

const TAG = /<[a-z]/i;
/** What a form sends is another thing where a branch writes it. */
const SENT = /<(?:form|input|select|textarea)\b/i;

/** Whether a value is markup whose elements are for people alone. */
export function isMarkup(value: Value, { server }: Context): value is Text {
  return value.kind === "text" && !server && TAG.test(value.text) && !SENT.test(value.text);
}

/** What a name has after it is given markup: in a loop or a branch, what it had before, too. */
export function joinMarkup(before: Value | null, value: Text, { isConditional }: Context): Text {
  const isOther = isConditional && before?.kind === "text" && !value.text.includes(before.text);
  return isOther ? { kind: "text", text: before.text + value.text } : value;
}
