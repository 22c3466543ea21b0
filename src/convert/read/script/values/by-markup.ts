import type { Node } from "@babel/types";
import type { OldElement } from "../../markup/element.js";
import { findElements } from "../../markup/selector.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { isFixed } from "./fixed.js";
import { readRegex } from "./plain-regex.js";

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
    const isThere = readIndexTest(test);
    const found = isThere === null ? null : findIn(test.left, /^indexOf$/, context, run);
    return found === null ? null : found === isThere;
  }
  return findIn(test, /^(?:includes|contains|test|querySelector)$/, context, run);
}

/** Whether a comparison of an index asks if something is there, or if it is missing; `null` if it is none. */
export function readIndexTest({
  operator,
  right,
}: Extract<Node, { type: "BinaryExpression" }>): boolean | null {
  const sign = `${operator}${readNumber(right)}`;
  if (FOUND.test(sign)) return true;
  return MISSING.test(sign) ? false : null;
}

function findIn(call: Node, method: RegExp, context: Context, run: Run): boolean | null {
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return null;
  const { object, property } = call.callee;
  const [given, ...more] = call.arguments;
  if (property.type !== "Identifier" || !method.test(property.name) || !given || more.length > 0)
    return null;
  if (property.name === "test") {
    const text = readText(given, context, run);
    return text === null ? null : (readRegex(object)?.test(text) ?? null);
  }
  const part = readText(given, context, run);
  if (part === null) return null;
  if (property.name === "querySelector") {
    const element = readOne(object, context, run);
    // What is not there may have been left out of the paste.
    return element && findElements(element, part).length > 0 ? true : null;
  }
  const isClass = property.name === "contains";
  const list = isClass ? readClasses(object, context, run) : readList(object, context, run);
  return list ? list.includes(part) : (readText(object, context, run)?.includes(part) ?? null);
}

/** The classes of `link` in `link.classList`. */
function readClasses(node: Node, context: Context, run: Run): string[] | null {
  if (node.type !== "MemberExpression" || node.property.type !== "Identifier") return null;
  if (node.property.name !== "classList") return null;
  const text = readOne(node.object, context, run)?.attributes.get("class") ?? "";
  return run.pieces.has(text) ? null : text.split(/\s+/);
}

/** An element of the page's, if it is one alone. */
function readOne(node: Node, context: Context, run: Run): OldElement | null {
  const value = isFixed(node, context) ? run.evaluate(node, context) : null;
  const [element, ...more] = value?.kind === "elements" ? value.elements : [];
  return element?.origin === "page" && more.length === 0 ? element : null;
}

/** `["상담", "1:1 상담"]` by its name. */
function readList(node: Node, context: Context, run: Run): string[] | null {
  const value = node.type === "Identifier" ? run.evaluate(node, context) : null;
  if (value?.kind !== "list" || value.isFiltered) return null;
  const texts = value.items.flatMap((one) => (one.kind === "text" ? [one.text] : []));
  return texts.length === value.items.length && !texts.some((one) => run.pieces.has(one))
    ? texts
    : null;
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
