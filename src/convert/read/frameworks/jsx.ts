import type { JSXAttribute, JSXElement, JSXFragment, Node } from "@babel/types";
import { append, createElement, type OldElement } from "../markup/element.js";
import { readListAddress } from "../markup/item-address.js";
import { revealKeys, revealNames } from "../markup/reveal.js";
import { noteBirth } from "../script/births.js";
import { type Context, placeOf, sourceOf } from "../script/context.js";
import type { Run } from "../script/run.js";
import { KAKAO, withChoices } from "../script/start.js";
import { appendHtml, put } from "../script/statements/assign-element.js";
import { textValue, type Value } from "../script/value.js";
import { joinParts } from "../text/entries.js";
import { toText } from "../text/to-text.js";
import { type Handler, handleLater, readForAny, readForEach } from "./jsx-handlers.js";
import { findOwnComponent, noteProps } from "./own-components.js";
import { readTextHandler } from "./text-handler.js";

/** JSX, as elements of the page. Its handlers are read with it. */
export function readJsx(node: JSXElement | JSXFragment, outer: Context, run: Run): Value {
  const known = run.page.jsx.get(node);
  if (known?.scope === outer.scope) return { kind: "elements", elements: [known.element] };
  const context = { ...outer, reach: outer.scope.list() };
  const isFragment = node.type === "JSXFragment";
  const element = createElement(isFragment ? "" : nameOf(node.openingElement.name), "page");
  run.page.jsx.set(node, { element, scope: outer.scope });
  noteBirth(element, context, run.births);
  element.start = placeOf(node, context);
  element.end = element.start + (node.end ?? 0) - (node.start ?? 0);
  element.sources = new Map();
  element.locals = listLocals(outer);
  element.isInClass = outer.self !== null && run.component.classes.has(outer.self);
  append(run.root, element);
  const handlers: Handler[] = [];
  if (!isFragment) {
    element.tagEnd = placeOf(node.openingElement, context) + length(node.openingElement);
    for (const attribute of node.openingElement.attributes) {
      if (attribute.type !== "JSXAttribute") {
        element.sources.set("...", sourceOf(attribute, context));
      } else readAttribute(attribute, element, handlers, context, run);
    }
    const { closingElement } = node;
    element.closeStart = closingElement ? placeOf(closingElement, context) : element.tagEnd;
    const inside = context.script.text.slice(
      node.openingElement.end ?? 0,
      closingElement?.start ?? node.openingElement.end ?? 0,
    );
    element.sources.set("children", inside);
  }
  for (const child of node.children) readChild(child, element, context, run);
  const own = isFragment ? null : findOwnComponent(node, context, run);
  if (own) noteProps(own, handlers, run);
  else handleLater(handlers, element, context, run);
  return { kind: "elements", elements: [element] };
}

/** The names between an element and its component's own. */
export function listLocals({ scope }: Context): ReadonlySet<string> {
  const names: string[] = [];
  for (let at = scope; at.outer && !at.outer.isGlobal; at = at.outer)
    names.push(...at.bindings.keys());
  return new Set(names);
}

function length(node: Node): number {
  return (node.end ?? 0) - (node.start ?? 0);
}

function nameOf(node: Node): string {
  if (node.type === "JSXIdentifier") return node.name;
  if (node.type === "JSXMemberExpression") return `${nameOf(node.object)}.${node.property.name}`;
  return node.type === "JSXNamespacedName" ? `${node.namespace.name}:${node.name.name}` : "";
}

function readAttribute(
  attribute: JSXAttribute,
  element: OldElement,
  handlers: Handler[],
  context: Context,
  run: Run,
): void {
  const name = nameOf(attribute.name);
  element.sources?.set(name, sourceOf(attribute, context));
  const { value } = attribute;
  if (!value) {
    element.attributes.set(name, "");
    return;
  }
  const read =
    value.type === "StringLiteral" ? textValue(value.value) : run.evaluate(value, context);
  const expression = value.type === "JSXExpressionContainer" ? value.expression : null;
  setAttribute({ name, read, expression }, element, handlers, context, run);
}

/** Gives an element what an attribute is read as. @param handlers what is called at an event is added to them */
export function setAttribute(
  { name, read, expression }: { name: string; read: Value; expression: Node | null },
  element: OldElement,
  handlers: Handler[],
  context: Context,
  run: Run,
): void {
  const html = read.kind === "object" ? read.entries.get("__html") : undefined;
  if (html) appendHtml(element, toText(html, run), run);
  if (/^on[A-Z]/.test(name)) {
    const readEach = () => (expression ? readForEach(expression, context, run) : []);
    const readAny = () => (expression ? readForAny(expression, context, run) : null);
    const value = revealKeys(readTextHandler(read, context, run), context);
    handlers.push({ name, value, readAny, readEach });
  } else {
    const isByParts = name === "href" && read.kind === "object";
    const written = isByParts ? joinParts(read.entries, run) : toText(read, run);
    const text = revealNames(written, context, run);
    const isElsewhere = name === "href" && !KAKAO.test(withChoices(run, text));
    const address =
      isElsewhere && expression ? readListAddress(expression, element, context, run) : "";
    element.attributes.set(NAMES.get(name) ?? name, address || text);
  }
}

/** JSX names that HTML spells otherwise. */
const NAMES = new Map(
  Object.entries({
    className: "class",
    acceptCharset: "accept-charset",
    formAction: "formaction",
  }),
);

function readChild(
  child: JSXElement["children"][number],
  element: OldElement,
  context: Context,
  run: Run,
): void {
  if (child.type === "JSXText") {
    const text = child.value.replace(/\s*\n\s*/g, " ");
    append(element, text);
    return;
  }
  if (child.type === "JSXExpressionContainer" && child.expression.type === "JSXEmptyExpression")
    return;
  addValue(
    run.evaluate(child.type === "JSXSpreadChild" ? child.expression : child, context),
    element,
    run,
  );
}

/** `{isNight && <input name="bot" value="true" />}`: a field is sent only if it is there. */
function appendMade(one: OldElement, element: OldElement, run: Run): void {
  const context = run.births.born.get(one);
  if (context) put(one, element, context, run);
  else append(element, one);
}

/** What stands in an element: its texts, and the elements in it. */
export function addValue(value: Value, element: OldElement, run: Run): void {
  const parts = value.kind === "code" && value.choices ? value.choices : [value];
  for (const part of parts) {
    if (part.kind === "elements") for (const one of part.elements) appendMade(one, element, run);
    else if (part.kind === "list") for (const one of part.items) addValue(one, element, run);
    else if (part.kind !== "native" && part.kind !== "function") append(element, toText(part, run));
  }
}
