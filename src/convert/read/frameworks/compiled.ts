import type { Node, ObjectExpression } from "@babel/types";
import { append, createElement, type OldElement } from "../markup/element.js";
import { type Context, placeOf, sourceOf } from "../script/context.js";
import { parseScript } from "../script/parse-script.js";
import { listChildren } from "../script/references.js";
import type { Run } from "../script/run.js";
import type { Imports } from "../script/run-parts.js";
import { textValue, type Value } from "../script/value.js";
import { addValue, listLocals, setAttribute } from "./jsx.js";
import { type Handler, handleLater } from "./jsx-handlers.js";

/** What JSX is compiled to: children stand among the properties (`jsx`), or after them (`createElement`). */
const RUNTIME = /^_?(?:jsxs?|jsxDEV)$/;
const MAKERS = /^(?:createElement|_?jsxs?|_?jsxDEV)$/;

type CallNode = Extract<Node, { type: "CallExpression" }>;

/** Whether there is compiled JSX in a script. */
export function hasCompiled(text: string): boolean {
  if (!/createElement|jsx/.test(text)) return false;
  const open: Node[] = [parseScript(text).program];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === "CallExpression" && isCompiled(next) && nameOfMaker(next.callee) !== null)
      return true;
    if (next.type === "ImportSpecifier" && nameOfImport(next) !== null) return true;
    if (next.type === "VariableDeclarator" && next.init && nameOfMaker(next.init) !== null)
      return true;
    open.push(...listChildren(next));
  }
  return false;
}

type Specifier = Extract<Node, { type: "ImportDeclaration" }>["specifiers"][number];

function nameOfImport(specifier: Specifier): string | null {
  const imported = specifier.type === "ImportSpecifier" ? specifier.imported : null;
  return imported?.type === "Identifier" && MAKERS.test(imported.name) ? imported.name : null;
}

/** Takes down what an import calls a function by which JSX is compiled. */
export function noteMaker(specifier: Specifier, imports: Imports): void {
  const name = nameOfImport(specifier);
  if (name !== null) imports.makers.set(specifier.local.name, name);
}

/** `jsx` of `(0, runtime.jsx)`, `createElement` of `React.createElement`: never the page's own. */
function nameOfMaker(callee: Node): string | null {
  switch (callee.type) {
    case "ParenthesizedExpression":
      return nameOfMaker(callee.expression);
    case "SequenceExpression":
      return nameOfMaker(callee.expressions.at(-1) ?? callee);
    case "Identifier":
      return MAKERS.test(callee.name) ? callee.name : null;
    case "MemberExpression": {
      const { object, property } = callee;
      const isOfPage = /^(?:document|ownerDocument)$/.test(lastNameOf(object));
      const name = property.type === "Identifier" && !callee.computed ? property.name : "";
      return MAKERS.test(name) && !isOfPage ? name : null;
    }
    default:
      return null;
  }
}

function lastNameOf(node: Node): string {
  if (node.type === "Identifier") return node.name;
  const isNamed = node.type === "MemberExpression" && node.property.type === "Identifier";
  return isNamed ? lastNameOf(node.property) : "";
}

/** Whether a call has what compiled JSX has: a tag, and its properties or `null`. */
function isCompiled({ arguments: [tag, props] }: CallNode): boolean {
  return tag !== undefined && (props?.type === "ObjectExpression" || props?.type === "NullLiteral");
}

/** The function by which a call makes an element, if it does. */
function findMaker({ callee }: CallNode, context: Context, imports: Imports): string | null {
  const name = nameOfMaker(callee);
  if (name !== null || callee.type !== "Identifier") return name;
  const given = imports.makers.get(callee.name);
  if (given !== undefined) return given;
  const value = context.scope.find(callee.name)?.binding.value;
  const made = value?.kind === "native" ? value.name : "";
  return /^(?!document\.createElement$).*\.createElement$/.test(made) ? "createElement" : null;
}

/** `_jsx("a", { href, children: "..." })`: an element of the page, as JSX has it. */
export function readCompiled(node: Node, outer: Context, run: Run): Value | null {
  if (run.language !== "jsx" || node.type !== "CallExpression" || !isCompiled(node)) return null;
  const maker = findMaker(node, outer, run.imports);
  const [tag, props, ...rest] = node.arguments;
  const name = maker && tag ? nameOfTag(tag, outer) : null;
  if (!maker || !name || !props) return null;
  const known = run.page.jsx.get(node);
  if (known?.scope === outer.scope) return { kind: "elements", elements: [known.element] };
  const context = { ...outer, reach: outer.scope.list() };
  const isRuntime = RUNTIME.test(maker);
  const element = createElement(name, "page");
  run.page.jsx.set(node, { element, scope: outer.scope });
  element.start = placeOf(node, context);
  element.end = element.start + (node.end ?? 0) - (node.start ?? 0);
  element.tagEnd = element.start + (props.end ?? 0) - (node.start ?? 0);
  element.closeStart = element.end;
  element.sources = new Map();
  element.locals = listLocals(outer);
  element.isInClass = outer.self !== null && run.component.classes.has(outer.self);
  const sources = rest.map((one) => sourceOf(one, context));
  const callee = sourceOf(node.callee, context);
  element.call = {
    callee: node.callee.type === "SequenceExpression" ? `(${callee})` : callee,
    more: isRuntime ? sources : null,
  };
  append(run.root, element);
  const handlers: Handler[] = [];
  const inner =
    props.type === "ObjectExpression" ? readProps(props, element, handlers, context, run) : null;
  const children = isRuntime ? (inner ? [inner] : []) : rest;
  element.sources.set("children", children.map((one) => sourceOf(one, context)).join(", "));
  for (const child of children) addValue(run.evaluate(child, context), element, run);
  handleLater(handlers, element, context, run);
  return { kind: "elements", elements: [element] };
}

/** An element's name, or a component's; nothing of one whose name a minifier has made. */
function nameOfTag(tag: Node, context: Context): string | null {
  if (tag.type === "StringLiteral") return tag.value;
  const source = sourceOf(tag, context);
  return /^[\w$.]+$/.test(source) && /[A-Z.]/.test(source) ? source : null;
}

/** Takes the properties down as JSX has them. @returns the children among them */
function readProps(
  { properties }: ObjectExpression,
  element: OldElement,
  handlers: Handler[],
  context: Context,
  run: Run,
): Node | null {
  let children: Node | null = null;
  for (const property of properties) {
    if (property.type === "SpreadElement") {
      element.sources?.set("...", `{${sourceOf(property, context)}}`);
      continue;
    }
    const { key } = property;
    const name =
      key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : "";
    if (property.type !== "ObjectProperty" || property.computed || !/^[\w:.-]+$/.test(name))
      continue;
    const { value } = property;
    if (name === "children") {
      children = value;
      continue;
    }
    element.sources?.set(name, `${name}={${sourceOf(value, context)}}`);
    const read =
      value.type === "StringLiteral" ? textValue(value.value) : run.evaluate(value, context);
    setAttribute({ name, read, expression: value }, element, handlers, context, run);
  }
  return children;
}
