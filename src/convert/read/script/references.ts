import type { Node } from "@babel/types";

/** What every page has. */
const BUILT_IN = new Set(
  `window document location self top parent navigator screen history localStorage sessionStorage
  encodeURIComponent encodeURI decodeURIComponent decodeURI escape unescape String Number Boolean Date
  Math JSON Object Array RegExp Promise Map Set Symbol URL URLSearchParams FormData Intl parseInt
  parseFloat isNaN undefined NaN Infinity null true false btoa atob fetch setTimeout console globalThis
  alert confirm prompt $ jQuery XMLHttpRequest Error performance crypto arguments Event CustomEvent Image
  matchMedia getComputedStyle innerWidth innerHeight outerWidth outerHeight scrollX scrollY devicePixelRatio
  requestAnimationFrame setInterval clearTimeout clearInterval queueMicrotask`.split(/\s+/),
);

export function isBuiltIn(name: string): boolean {
  return BUILT_IN.has(name);
}

/** Deeper than this no expression is read, nor written elsewhere. */
export const DEEPEST = 200;

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

/** The variables that are declared within a node, in the functions within it, too. */
export function listDeclared(node: Node, names: Set<string>, depth = 0): void {
  if (depth > DEEPEST) return;
  if (node.type === "VariableDeclarator") listNames(node.id, names);
  for (const child of listChildren(node)) listDeclared(child, names, depth + 1);
}

/** What stands in parentheses; anything else as it is. */
export function withoutParentheses(node: Node): Node {
  return node.type === "ParenthesizedExpression" ? withoutParentheses(node.expression) : node;
}

/** `value` of `typeof value`; anything else as it is. */
export function withoutTypeof(node: Node): Node {
  return node.type === "UnaryExpression" && node.operator === "typeof" ? node.argument : node;
}

/** A call, with `?.` or without. */
export function isCall(
  node: Node,
): node is Extract<Node, { type: "CallExpression" | "OptionalCallExpression" }> {
  return node.type === "CallExpression" || node.type === "OptionalCallExpression";
}

/** `open` of `open()`, `window.open()` and `popup?.open()`; `""` of what has no name. */
export function nameOfCallee(callee: Node): string {
  const isMember = callee.type === "MemberExpression" || callee.type === "OptionalMemberExpression";
  const named = isMember ? callee.property : callee;
  return named.type === "Identifier" ? named.name : "";
}

/** The children that are read as values: not keys, not the names of members. */
export function listReferences(node: Node): Node[] {
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") {
    return node.computed ? [node.object, node.property] : [node.object];
  }
  if (node.type === "ObjectProperty" && !node.computed) return [node.value];
  if (/^TS.*Expression$/.test(node.type) && "expression" in node) return [node.expression as Node];
  if (node.type.startsWith("TS")) return [];
  return listChildren(node);
}

/** What a statement gives a value to: `a` of `a = b` and `a++`. */
export function findTarget(node: Node): Node | null {
  if (node.type === "AssignmentExpression") return node.left;
  return node.type === "UpdateExpression" ? node.argument : null;
}

/** Whether one of these names is read in it; `this` counts as one. */
export function mentions(node: Node, names: ReadonlySet<string>): boolean {
  if (node.type === "ThisExpression") return names.has("this");
  if (node.type === "Identifier" && names.has(node.name)) return true;
  return listReferences(node).some((child) => mentions(child, names));
}

/** `layer` of `layer.style["display"]`; `""` of a call. */
export function nameOfRoot(node: Node): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? nameOfRoot(node.object) : "";
}

/** What a node has that is no part of the code. */
const NO_CHILDREN = new Set(
  "loc extra errors tokens comments leadingComments innerComments trailingComments".split(" "),
);

/** All children of a node, in the order of their names. */
export function listChildren(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (!value || typeof value !== "object" || NO_CHILDREN.has(key)) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one?.type === "string") children.push(one);
    }
  }
  return children;
}

/** Whether a node is another, or in it. */
export function contains(outer: Node, inner: object | null): boolean {
  return outer === inner || listChildren(outer).some((child) => contains(child, inner));
}

/** The names that `typeof no !== "undefined" ? no : ""` does without. */
function listAsked(node: Node): string[] {
  switch (node.type) {
    case "ConditionalExpression":
      return listAsked(node.test);
    case "LogicalExpression":
    case "BinaryExpression":
      return [...listAsked(node.left), ...listAsked(node.right)];
    case "ParenthesizedExpression":
      return listAsked(node.expression);
    case "UnaryExpression": {
      const { argument, operator } = node;
      if (operator === "!") return listAsked(argument);
      return operator === "typeof" && argument.type === "Identifier" ? [argument.name] : [];
    }
    default:
      return [];
  }
}

/** The names in an expression that the page itself has to provide. @param imported none of them is the page's own */
export function listNeeded(
  code: string,
  imported: ReadonlySet<string>,
  parse: (code: string) => Node | null,
): string[] {
  const root = parse(code);
  const needed = new Set<string>();
  const own = new Set<string>();
  const visit = (node: Node, depth: number, asked: ReadonlySet<string>): void => {
    if (depth > DEEPEST) return;
    if (isFunction(node)) for (const param of node.params) listNames(param, own);
    const isNamed = node.type === "FunctionExpression" || node.type === "FunctionDeclaration";
    if (isNamed && node.id) own.add(node.id.name);
    if (node.type === "VariableDeclarator") listNames(node.id, own);
    if (node.type === "CatchClause" && node.param) listNames(node.param, own);
    const isOfPage = (name: string) => BUILT_IN.has(name) && !imported.has(name);
    if (node.type === "Identifier" && !isOfPage(node.name) && !asked.has(node.name))
      needed.add(node.name);
    const known = new Set([...asked, ...listAsked(node)]);
    for (const child of listReferences(node)) visit(child, depth + 1, known);
  };
  if (root) visit(root, 0, new Set());
  return [...needed].filter((name) => !own.has(name) && name !== "event" && name !== "$event");
}
