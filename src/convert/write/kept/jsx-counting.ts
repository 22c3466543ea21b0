import type { Facts } from "../../read/read.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { isFunction } from "../../read/script/references.js";
import { keepStatements } from "./statements.js";

/** A link's `onClick` that only counts is no part of how the chat starts. */
export function listJsxTracking(sources: Map<string, string>, facts: Facts): string[] {
  const text = `<x ${sources.get("onClick") ?? ""}\n/>`;
  const element = parseExpression(text);
  const [attribute] = element?.type === "JSXElement" ? element.openingElement.attributes : [];
  const value = attribute?.type === "JSXAttribute" ? attribute.value : null;
  if (value?.type !== "JSXExpressionContainer") return [];
  const { expression } = value;
  const source = text.slice(expression.start ?? 0, expression.end ?? 0);
  const isName = expression.type === "Identifier" || expression.type === "MemberExpression";
  const code = isFunction(expression) ? `(${source})` : isName ? `${source}()` : `(${source})()`;
  return keepStatements(code, () => false).map((one) => facts.pieces.showCode(one));
}
