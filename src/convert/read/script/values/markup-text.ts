/**
 * Markup that a script writes piece by piece. What is read of it is its elements: one that a loop writes is read once,
 * one that a branch writes is there, since the new button stands in the same loop and branch.
 */

import type { Pieces } from "../../text/pieces.js";
import type { Context } from "../context.js";
import type { Value } from "../value.js";

type Text = Extract<Value, { kind: "text" }>;

/** Deeper than this no choice is within another. */
const DEEPEST = 20;
const TAG = /<[a-z]/i;
/** What a form sends is another thing where a branch writes it. */
const SENT = /<(?:form|input|select|textarea)\b/i;

/** Whether a value is markup whose elements are for people alone. */
export function isMarkup(value: Value, { server }: Context): value is Text {
  return value.kind === "text" && !server && TAG.test(value.text) && !SENT.test(value.text);
}

/** Markup with all that it may be: `${isOpen ? "<button>...</button>" : ""}`. */
export function writeOutChoices(html: string, pieces: Pieces, depth = 0): string {
  if (depth > DEEPEST || !pieces.has(html)) return html;
  return pieces
    .split(html)
    .map((part) => {
      if ("text" in part) return part.text;
      const made = part.choices.filter((one) => TAG.test(one) && !SENT.test(one));
      return made.length > 0
        ? made.map((one) => writeOutChoices(one, pieces, depth + 1)).join("")
        : pieces.add(part);
    })
    .join("");
}

/** What a name has after it is given markup: in a loop or a branch, what it had before, too. */
export function joinMarkup(before: Value | null, value: Text, { isConditional }: Context): Text {
  const isOther = isConditional && before?.kind === "text" && !value.text.includes(before.text);
  return isOther ? { kind: "text", text: before.text + value.text } : value;
}
