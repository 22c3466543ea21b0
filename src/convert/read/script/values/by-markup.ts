import type { Node } from "@babel/types";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { isFixed } from "./fixed.js";

/** What `indexOf()` is compared with to ask whether something is there. */
const FOUND = /^(?:>-1|>=0|!==?-1)$/;
const MISSING = /^(?:<0|===?-1)$/;

/**
 * Whether a condition holds that the markup answers while the page loads: `link.textContent.includes("상담")`,
 * `link.classList.contains("kakao")`; `null` if it does not.
 */
export function decideByMarkup(test: Node, context: Context, run: Run): boolean | null {
  if (context.event !== null) return null;
  if (test.type === "BinaryExpression") {
    const sign = `${test.operator}${readNumber(test.right)}`;
    const isIndex = FOUND.test(sign) || MISSING.test(sign);
    const found = isIndex ? findIn(test.left, /^indexOf$/, context, run) : null;
    return found === null ? null : found === FOUND.test(sign);
  }
  return findIn(test, /^(?:includes|contains|test)$/, context, run);
}

function findIn(call: Node, method: RegExp, context: Context, run: Run): boolean | null {
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return null;
  const { object, property } = call.callee;
  const [given, ...more] = call.arguments;
  if (property.type !== "Identifier" || !method.test(property.name) || !given || more.length > 0)
    return null;
  if (property.name === "test") {
    const text = readText(given, context, run);
    return text !== null && object.type === "RegExpLiteral" ? matches(object, text) : null;
  }
  const isClass = property.name === "contains";
  const whole = isClass ? readClass(object, context, run) : readText(object, context, run);
  const part = readText(given, context, run);
  if (whole === null || part === null) return null;
  return isClass ? whole.split(/\s+/).includes(part) : whole.includes(part);
}

function matches(regex: Extract<Node, { type: "RegExpLiteral" }>, text: string): boolean | null {
  // A pattern may be one that takes forever.
  const isPlain = /^[^()[\]{}*+?\\]*$/.test(regex.pattern);
  return isPlain ? new RegExp(regex.pattern, regex.flags.replace(/[gy]/g, "")).test(text) : null;
}

/** The classes of `link` in `link.classList`. */
function readClass(node: Node, context: Context, run: Run): string | null {
  if (node.type !== "MemberExpression" || node.property.type !== "Identifier") return null;
  if (node.property.name !== "classList" || !isFixed(node.object, context)) return null;
  const value = run.evaluate(node.object, context);
  const [element, ...more] = value.kind === "elements" ? value.elements : [];
  const text = element?.attributes.get("class") ?? "";
  return element?.origin === "page" && more.length === 0 && !run.pieces.has(text) ? text : null;
}

function readText(node: Node, context: Context, run: Run): string | null {
  const value = isFixed(node, context) ? run.evaluate(node, context) : null;
  return value?.kind === "text" && !run.pieces.has(value.text) ? value.text : null;
}

function readNumber(node: Node): string {
  if (node.type === "NumericLiteral") return String(node.value);
  const isNegative = node.type === "UnaryExpression" && node.operator === "-";
  return isNegative ? `-${readNumber(node.argument)}` : "";
}
