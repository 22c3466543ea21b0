import type { Node } from "@babel/types";
import { type Context, type Run, sourceOf } from "./run.js";
import type { Code, Value } from "./value.js";

/** What every page has. */
const BUILT_IN = new Set(
  `window document location self top parent navigator screen history localStorage sessionStorage
  encodeURIComponent encodeURI decodeURIComponent decodeURI escape unescape String Number Boolean Date
  Math JSON Object Array RegExp Promise Map Set Symbol URL URLSearchParams FormData Intl parseInt
  parseFloat isNaN undefined NaN Infinity null true false btoa atob fetch setTimeout console globalThis
  alert confirm prompt $ jQuery XMLHttpRequest Error performance crypto arguments`.split(/\s+/),
);

export function isBuiltIn(name: string): boolean {
  return BUILT_IN.has(name);
}

/** Deeper than this no expression is written elsewhere. */
const DEEPEST = 200;

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * The source of an expression, written so that it can stand outside its function: a local name is
 * replaced by what made it, `this` by the button.
 */
export function codeOf(node: Node, context: Context, run: Run): Code {
  const edits: Edit[] = [];
  const hidden = new Set<string>();
  let isAwaited = false;
  const shadowed = new Set<string>();
  const put = (at: Node, code: Code | undefined, name: string) => {
    if (!code) {
      hidden.add(name);
      return;
    }
    for (const one of code.hidden) hidden.add(one);
    if (code.isAwaited) isAwaited = true;
    const isPlain = /^[\w$.]+$|^"[^"]*"$/.test(code.code) || isWrapped(code.code);
    edits.push({
      start: at.start ?? 0,
      end: at.end ?? 0,
      text: isPlain ? code.code : `(${code.code})`,
    });
  };
  const visit = (at: Node, depth: number): void => {
    if (!run.step()) return;
    if (depth > DEEPEST) {
      hidden.add("…");
      return;
    }
    if (at.type === "AwaitExpression") isAwaited = true;
    if (isFunction(at)) for (const param of at.params) listNames(param, shadowed);
    if (isClicked(at, context, run)) {
      put(at, plain(run.clickedCode(context.trigger)), "");
      return;
    }
    if (at.type === "ThisExpression") {
      const code = context.trigger ? plain(run.clickedCode(context.trigger)) : undefined;
      const isComponent = context.self !== null && run.classes.has(context.self);
      if (run.language !== "vue" && !isComponent) put(at, code, "this");
      return;
    }
    if (at.type === "Identifier" && !shadowed.has(at.name)) {
      const found = findName(at.name, context, run);
      if (found !== "as written") put(at, found ?? undefined, at.name);
      return;
    }
    if (at.type === "ObjectProperty" && at.shorthand && at.value.type === "Identifier") {
      const found = findName(at.value.name, context, run);
      if (found === "as written") return;
      if (!found) hidden.add(at.value.name);
      else put(at, { ...found, code: `${at.value.name}: ${found.code}` }, at.value.name);
      return;
    }
    for (const child of listReferences(at)) visit(child, depth + 1);
  };
  visit(node, 0);
  return { code: apply(edits, node, context), hidden: [...hidden], isAwaited };
}

/** Whether parentheses are already around the whole. */
export function isWrapped(code: string): boolean {
  if (!code.startsWith("(")) return false;
  let depth = 0;
  for (const [at, letter] of [...code].entries()) {
    if (letter === "(") depth++;
    if (letter === ")" && --depth === 0) return at === code.length - 1;
  }
  return false;
}

function plain(code: string): Code {
  return { code, hidden: [], isAwaited: false };
}

function apply(edits: Edit[], node: Node, context: Context): string {
  const offset = node.start ?? 0;
  let code = sourceOf(node, context);
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) {
    const inside = text.startsWith("(") && isKey(text) ? text.slice(1, -1) : text;
    code = code.slice(0, start - offset) + inside + code.slice(end - offset);
  }
  return code;
}

/** `{ no }` has become `{ no: ... }`, which takes no parentheses. */
function isKey(text: string): boolean {
  return /^\([\w$]+: /.test(text);
}

/** `this`, `event.target` and the like: what was clicked. */
function isClicked(node: Node, context: Context, run: Run): boolean {
  if (!context.trigger && !context.frame.target) return false;
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return false;
  const found = context.scope.find(node.object.name)?.binding.value;
  const isEvent = found?.kind === "native" && found.name === "event";
  const { property } = node;
  return (
    isEvent &&
    property.type === "Identifier" &&
    /^(target|currentTarget|delegateTarget|srcElement)$/.test(property.name) &&
    run.step()
  );
}

/** What cannot be made a second time: `new XMLHttpRequest()` is another request. */
export function isStateful({ code }: Code): boolean {
  return /^\(?new (?!(?:Date|URL|URLSearchParams|RegExp|Intl|FormData)\b)/.test(code);
}

function findName(name: string, context: Context, run: Run): Code | "as written" | null {
  const found = context.scope.find(name);
  if (!found) return run.pieces.has(name) || BUILT_IN.has(name) ? "as written" : plain(name);
  const { binding, scope } = found;
  if (context.reach.has(scope)) return "as written";
  const { value } = binding;
  if (value?.kind === "native") {
    if (value.name === "event") return null;
    // `(function (d) {...})(document)`
    return value.name === name ? "as written" : plain(value.name);
  }
  if (value?.kind === "code" && isStateful(value.code)) return null;
  if (value) return codeOfValue(value, run) ?? (scope.isGlobal ? "as written" : null);
  return scope.isGlobal ? "as written" : null;
}

/** A value as an expression; nothing if it can be none. */
export function codeOfValue(value: Value, run: Run): Code | null {
  if (value.kind === "text") {
    const pieces = run.pieces.findCode(value.text);
    return {
      code: run.pieces.toExpression(value.text, run.show !== null),
      hidden: pieces.flatMap(({ hidden }) => hidden),
      isAwaited: pieces.some(({ isAwaited }) => isAwaited),
    };
  }
  return value.code ?? null;
}

/** What is known of an expression is itself alone. */
export function codeAlone(node: Node, context: Context, run: Run): Value {
  return { kind: "code", code: codeOf(node, context, run) };
}

export function isFunction(node: Node): node is Extract<Node, { params: unknown; body: unknown }> {
  return /Function|ObjectMethod|ClassMethod/.test(node.type) && "params" in node && "body" in node;
}

/** The names that a pattern declares. */
export function listNames(node: Node, names: Set<string>, depth = 0): void {
  if (node.type === "Identifier") names.add(node.name);
  else if (depth < DEEPEST) {
    for (const child of listChildren(node)) listNames(child, names, depth + 1);
  }
}

/** The children that are read as values: not keys, not the names of members. */
function listReferences(node: Node): Node[] {
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") {
    return node.computed ? [node.object, node.property] : [node.object];
  }
  if (node.type === "ObjectProperty" && !node.computed) return [node.value];
  if (/^TS.*Expression$/.test(node.type) && "expression" in node) return [node.expression as Node];
  if (node.type.startsWith("TS")) return [];
  return listChildren(node);
}

/** All children of a node, in the order of their names. */
export function listChildren(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (/^(loc|extra|errors|tokens|.*[cC]omments)$/.test(key)) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one && typeof one === "object" && typeof one.type === "string") children.push(one);
    }
  }
  return children;
}

/** The names in an expression that the page itself has to provide. */
export function listNeeded(code: string, parse: (code: string) => Node | null): string[] {
  const root = parse(code);
  const needed = new Set<string>();
  const own = new Set<string>();
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST) return;
    if (isFunction(node)) for (const param of node.params) listNames(param, own);
    if (node.type === "VariableDeclarator") listNames(node.id, own);
    if (node.type === "Identifier" && !BUILT_IN.has(node.name)) needed.add(node.name);
    for (const child of listReferences(node)) visit(child, depth + 1);
  };
  if (root) visit(root, 0);
  return [...needed].filter((name) => !own.has(name) && name !== "event" && name !== "$event");
}
