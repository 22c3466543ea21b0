import type { Node } from "@babel/types";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { isUndefined } from "../value.js";

/** Whether a text is one whatever a server fills in: a template alone may leave it empty. */
export function hasWords(text: string, pieces: Run["pieces"]): boolean {
  return pieces.split(text).some((part) => "text" in part);
}

/** Whether two known texts are the same; `null` if they are not known. */
export function compare(test: Node, context: Context, run: Run): boolean | null {
  if (test.type !== "BinaryExpression") return null;
  const isLonger = hasLength(test, context, run);
  if (isLonger !== null) return isLonger;
  if (!/^[!=]==?$/.test(test.operator)) return null;
  const same = isSame(test.left, test.right, context, run);
  return same === null ? null : same === test.operator.startsWith("=");
}

/** `query.length > 0`, if the text has a word of its own; `null` if it asks for something else. */
function hasLength(
  { left, operator, right }: Extract<Node, { type: "BinaryExpression" }>,
  context: Context,
  run: Run,
): boolean | null {
  const isOfZero = right.type === "NumericLiteral" && right.value === 0;
  if (!isOfZero || !/^(?:>|!==?|===?)$/.test(operator)) return null;
  if (left.type !== "MemberExpression" || left.computed) return null;
  if (left.property.type !== "Identifier" || left.property.name !== "length") return null;
  const value = run.evaluate(left.object, context);
  const isText = value.kind === "text" && !value.isBare && hasWords(value.text, run.pieces);
  return isText ? !operator.startsWith("=") : null;
}

/** Whether two expressions are the same known text; `null` if they are not known. */
export function isSame(left: Node, right: Node, context: Context, run: Run): boolean | null {
  const [one, other] = [left, right].map((side) => run.evaluate(side, context));
  if (!one || !other) return null;
  // A parameter that a call leaves out is no text.
  const words = isUndefined(one) ? other : isUndefined(other) ? one : null;
  if (words?.kind === "text" && hasWords(words.text, run.pieces)) return false;
  if (one.kind !== "text" || other.kind !== "text") return null;
  // With a word of its own it is not empty, whatever is filled in.
  const isEmpty = one.text === "" || other.text === "";
  if (isEmpty && hasWords(one.text + other.text, run.pieces)) return false;
  return run.pieces.has(one.text + other.text) ? null : one.text === other.text;
}
