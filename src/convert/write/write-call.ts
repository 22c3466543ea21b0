import type { JSXAttribute, JSXSpreadAttribute, Node } from "@babel/types";
import type { OldElement } from "../read/markup/element.js";
import { parseExpression } from "../read/script/parse-script.js";

/** Longer than this, and each property has a line of its own. */
const LINE = 90;

/**
 * An element as compiled JSX makes it: `_jsx("button", { ... })`.
 *
 * @param attributes as JSX has them
 * @param children as the call has them
 */
export function writeCall(
  { callee, more }: NonNullable<OldElement["call"]>,
  name: string,
  attributes: readonly string[],
  children: string,
): string {
  const tag = /^[a-z][\w-]*$/.test(name) ? JSON.stringify(name) : name;
  const properties = attributes.flatMap(readProperty);
  if (more !== null && children) properties.push(`children: ${wrapList(children)}`);
  const rest = more ?? (children ? [children] : []);
  const write = (props: string) => `${callee}(${[tag, props, ...rest].join(", ")})`;
  const line = write(`{ ${properties.join(", ")} }`);
  if (line.length <= LINE) return line;
  return write(`{\n${properties.map((one) => `  ${one},\n`).join("")}}`);
}

/** Several children are a list. */
function wrapList(children: string): string {
  return parseExpression(`(${children})`)?.type === "SequenceExpression"
    ? `[${children}]`
    : children;
}

/** `class="k"` as a property of an object. */
function readProperty(attribute: string): string[] {
  const text = `<x ${attribute}\n/>`;
  const element = parseExpression(text);
  if (element?.type !== "JSXElement") return [];
  const sourceOf = (node: Node) => text.slice(node.start ?? 0, node.end ?? 0);
  return element.openingElement.attributes.map((one) => writeProperty(one, sourceOf));
}

function writeProperty(
  attribute: JSXAttribute | JSXSpreadAttribute,
  sourceOf: (node: Node) => string,
): string {
  if (attribute.type === "JSXSpreadAttribute") return `...${sourceOf(attribute.argument)}`;
  const name = sourceOf(attribute.name);
  const key = /^[\w$]+$/.test(name) ? name : JSON.stringify(name);
  const { value } = attribute;
  // React writes an attribute for `""`; for `true` only if it is one of the browser's own.
  if (!value) return `${key}: ${name.startsWith("data-") ? '""' : "true"}`;
  if (value.type === "StringLiteral") return `${key}: ${JSON.stringify(value.value)}`;
  return `${key}: ${value.type === "JSXExpressionContainer" ? sourceOf(value.expression) : sourceOf(value)}`;
}
