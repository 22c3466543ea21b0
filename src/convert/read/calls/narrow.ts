import type { Node } from "@babel/types";
import { createElement, type OldElement } from "../markup/element.js";
import { findElements } from "../markup/selector.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import type { Elements } from "./elements.js";
import { findAll } from "./query.js";

/** `event.target.closest(".talk")`: of all that is within what listens, the button is this. */
export function narrow(
  { node, context, run }: Pick<Called, "context" | "run"> & { node: Node },
  { elements, code, isOwn }: Elements,
  selector: string,
): OldElement | null {
  const isClicked =
    code?.code === run.buttonCode || code?.code === run.clickedCode(context.trigger);
  if (isOwn || !isClicked || !selector) return null;
  const root = createElement("", "absent");
  root.children = elements.flatMap(({ children }) => children);
  const there = findElements(root, selector);
  const isAround = there.length === 0 && findElements(run.root, selector).length > 0;
  // In a button there is no other: that is around it.
  const isButton = elements.some(isPressed);
  // What listens is there, and what is pressed in it comes later.
  const isLater = there.length === 0 && !isAround && !isButton;
  const all = isLater ? findAll(run, selector) : there;
  const inner = all[run.clicks.pressable.at] ?? all[0] ?? null;
  if (all.length > run.clicks.pressable.found.length) run.clicks.pressable.found = all;
  if (!inner) return null;
  context.frame.target = inner;
  run.clicks.narrowing.add(node);
  return inner;
}

/** Whether an element of the page is what is clicked itself: nothing to be clicked comes into it later. */
function isPressed({ name, origin, children }: OldElement): boolean {
  if (origin !== "page") return false;
  const isOfText =
    children.some((child) => typeof child === "string" && child.trim()) &&
    children.every((child) => typeof child === "string");
  return isOfText || /^(?:button|a|img|input)$/.test(name);
}

/** `event.target.classList.contains("talk")`, `event.target.className.indexOf("talk") > -1` */
export function narrowByClass({ node, name, values, context, run }: Called): void {
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.object.type !== "MemberExpression") return;
  const { object, property } = callee.object;
  const asked = property.type === "Identifier" ? property.name : "";
  const isAsked =
    (asked === "classList" && name === "contains") ||
    (asked === "className" && /^(?:indexOf|includes)$/.test(name));
  const [text] = values;
  const selector = text && `.${toText(text, run).trim()}`;
  if (isAsked && selector) narrowTo({ node, object, selector }, context, run);
}

/** `event.target.id === "talk"`, `event.target.tagName !== "BUTTON"` */
export function narrowByComparison(
  node: Extract<Node, { type: "BinaryExpression" }>,
  context: Context,
  run: Run,
): void {
  const { left, right, operator } = node;
  if (!/^[!=]==?$/.test(operator) || left.type !== "MemberExpression") return;
  const { object, property } = left;
  if (right.type !== "StringLiteral" || property.type !== "Identifier") return;
  const toSelector = SELECTORS.get(property.name);
  if (!toSelector) return;
  narrowTo({ node, object, selector: toSelector(right.value) }, context, run);
}

const SELECTORS = new Map<string, (text: string) => string>([
  ["id", (text) => `#${text}`],
  ["tagName", (text) => text.toLowerCase()],
  ["nodeName", (text) => text.toLowerCase()],
  ["className", (text) => `.${text.trim().replace(/\s+/g, ".")}`],
]);

function narrowTo(
  { node, object, selector }: { node: Node; object: Node; selector: string },
  context: Context,
  run: Run,
): void {
  const found = /^[.#]?[\w-]+(?:\.[\w-]+)*$/.test(selector) ? run.evaluate(object, context) : null;
  if (found?.kind === "elements") narrow({ node, context, run }, found, selector);
}
