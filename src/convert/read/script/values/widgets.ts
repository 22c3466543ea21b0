import type { Node } from "@babel/types";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { findAsked, isNegated } from "./asked.js";

/** Widgets in whose place a chat may be started. */
const WIDGET = /^(?!Kakao\b)[A-Z]/;

/** Whether a condition holds where a widget is missing: `if (window.Widget) Widget.open(); else open();` */
export function isWithoutWidget(test: Node, holds: boolean, context: Context, run: Run): boolean {
  const declared = readDeclared(test);
  const isMissing = holds === (declared ? declared.isMissing : isNegated(test));
  const asked = declared?.name ?? findAsked(test);
  const value = asked && isMissing ? run.evaluate(asked, context) : null;
  return value?.kind === "native" && WIDGET.test(value.name);
}

/** `typeof Widget === "undefined"`, `typeof Widget !== "function"`; `null` if a condition is something else. */
function readDeclared(test: Node): { name: Node; isMissing: boolean } | null {
  if (test.type === "ParenthesizedExpression") return readDeclared(test.expression);
  if (test.type !== "BinaryExpression") return null;
  const { left, right, operator } = test;
  if (left.type !== "UnaryExpression" || left.operator !== "typeof") return null;
  if (right.type !== "StringLiteral") return null;
  const name = left.argument;
  // As minifiers write it.
  if (right.value === "u") return { name, isMissing: operator === ">" };
  if (!/^[!=]==?$/.test(operator)) return null;
  return { name, isMissing: (right.value === "undefined") === operator.startsWith("=") };
}
