/**
 * A list or a text that a loop over the page's elements makes is made by the same loop at the click: how many
 * elements there are then is not known before.
 */

import type { Node } from "@babel/types";
import { type Code, joinNeeds } from "../code.js";
import type { Context } from "../context.js";
import { parseExpression } from "../parse-script.js";
import {
  DEEPEST,
  findTarget,
  isCall,
  isFunction,
  listChildren,
  listDeclared,
  listNames,
  nameOfCallee,
  nameOfRoot,
} from "../references.js";
import type { Run } from "../run.js";
import { Scope } from "../scope.js";

/** Calls that change nothing but what is made: the loop may run more than once. */
const READS =
  /^(?:\$|jQuery|each|forEach|map|filter|find|get|toArray|push|unshift|concat|val|text|html|data|attr|prop|is|not|closest|parents?|children|siblings|next|prev|eq|first|last|index|hasClass|contains|matches|includes|indexOf|test|querySelector(?:All)?|getElement\w+|getAttribute|hasAttribute|trim|replace(?:All)?|split|join|slice|substr(?:ing)?|at|charAt|repeat|padStart|padEnd|toString|toFixed|toLocale(?:Date|Time)?String|toLowerCase|toUpperCase|Number|String|parseInt|parseFloat|round|floor|ceil|encodeURIComponent|from|keys|values|entries|item)$/;
/** What leaves the function, or waits. */
const LEAVES = /^(?:ReturnStatement|AwaitExpression|YieldExpression|ThrowStatement)$/;
const LOOPS = /^(?:For\w*|While|DoWhile)Statement$/;
/** Statements that end in another. */
const HAS_BODY = /^(?:For\w*|While|If|Block)Statement$/;

/**
 * Writes a name of the function that is read by what fills it; `null` if no loop does, or if it does something else.
 *
 * @param before where the name is read
 * @param write writes a part of the function so that it can stand elsewhere
 */
export function codeOfLoop(
  name: string,
  before: number,
  context: Context,
  run: Run,
  write: (part: Node, context: Context, run: Run) => Code,
): Code | null {
  const { body } = context.chain.at(-1)?.node ?? {};
  if (run.show || body?.type !== "BlockStatement" || context.scope.isGlobal) return null;
  if (!listInLoops(body, run).has(name)) return null;
  const made = body.body
    .flatMap((one) => listParts(one, name))
    .filter((one) => Number(one.end) <= before && changes(one, name, 0));
  const [first] = made;
  const opening = first?.type === "ForStatement" ? first.init : first;
  if (opening?.type !== "VariableDeclaration" || !declares(opening, name)) return null;
  if (!made.some((one) => loops(one, name))) return null;
  if (made.some((one) => !isPlain(one, 0))) return null;
  const own = new Set([name]);
  for (const one of made) listDeclared(one, own);
  const inner = new Scope(context.scope);
  for (const each of own) inner.declare(each, null);
  const around = { ...context, scope: inner, reach: new Set([...context.reach, inner]) };
  const parts = made.map((one) => {
    const code = write(one, around, run);
    return HAS_BODY.test(one.type) ? code : { ...code, code: code.code.replace(/[;\s]*$/, ";") };
  });
  const lines = [...parts.map(({ code }) => code), `return ${name};`];
  return { code: writeCall(`{ ${lines.join(" ")} }`), ...joinNeeds(parts) };
}

/** A function that is called at once. What it calls `this` is what is around it. */
function writeCall(body: string): string {
  const arrow = parseExpression(`() => ${body}`);
  const isArrow = arrow?.type === "ArrowFunctionExpression" && usesThis(arrow.body);
  return `(${isArrow ? "() =>" : "function ()"} ${body})()`;
}

/** Whether code names the `this` that is around it. */
function usesThis(node: Node): boolean {
  if (node.type === "ThisExpression") return true;
  if (isFunction(node) && node.type !== "ArrowFunctionExpression") return false;
  return listChildren(node).some(usesThis);
}

/** The names that the loops in a function, and the functions in it, declare or change: found out once. */
function listInLoops(body: Node, { changes: { inLoops } }: Run): ReadonlySet<string> {
  const known = inLoops.get(body);
  if (known) return known;
  const names = new Set<string>();
  const visit = (node: Node, depth: number, isInside: boolean): void => {
    if (depth > DEEPEST) return;
    const isLoop = isInside || LOOPS.test(node.type) || isFunction(node);
    if (isLoop) {
      if (node.type === "VariableDeclarator") listNames(node.id, names);
      const changed = findTarget(node) ?? findPushed(node);
      if (changed) names.add(nameOfRoot(changed));
    }
    for (const child of listChildren(node)) visit(child, depth + 1, isLoop);
  };
  visit(body, 0, false);
  inLoops.set(body, names);
  return names;
}

/** `list` of `list.push(no)` */
export function findPushed(node: Node): Node | null {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  const { object, property } = node.callee;
  const isPush = property.type === "Identifier" && /^(?:push|unshift)$/.test(property.name);
  return isPush && object.type === "Identifier" ? object : null;
}

/** Minifiers make one statement of several: `a(), b()`, `if (a(), b)`, `return a(), b`. */
function listParts(statement: Node, name: string): Node[] {
  switch (statement.type) {
    case "ExpressionStatement":
      return statement.expression.type === "SequenceExpression"
        ? statement.expression.expressions
        : [statement];
    case "IfStatement": {
      const { test, consequent, alternate } = statement;
      const isInside = [consequent, alternate].some((one) => one && changes(one, name, 0));
      return test.type === "SequenceExpression" && !isInside ? test.expressions : [statement];
    }
    case "ReturnStatement":
      return statement.argument?.type === "SequenceExpression"
        ? statement.argument.expressions
        : [statement];
    default:
      return [statement];
  }
}

function declares(node: Node, name: string): boolean {
  if (node.type === "VariableDeclaration")
    return node.declarations.some((one) => declares(one, name));
  const names = new Set<string>();
  if (node.type === "VariableDeclarator") listNames(node.id, names);
  return names.has(name);
}

/** Whether a statement declares a name, or gives it or something in it another value. */
function changes(node: Node, name: string, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (declares(node, name)) return true;
  const changed = findTarget(node) ?? findPushed(node);
  if (changed && nameOfRoot(changed) === name) return true;
  return listChildren(node).some((child) => changes(child, name, depth + 1));
}

/** Whether it is changed in a loop, or by a function that is called for each of several. */
function loops(statement: Node, name: string): boolean {
  const visit = (node: Node, depth: number): boolean => {
    if (depth > DEEPEST) return false;
    if ((LOOPS.test(node.type) || isFunction(node)) && changes(node, name, depth)) return true;
    return listChildren(node).some((child) => visit(child, depth + 1));
  };
  return visit(statement, 0);
}

/** Whether a statement does nothing besides, however often it runs, and goes on to the next. */
export function isPlain(node: Node, depth: number, isInside = false): boolean {
  // A function that is called for each may return: it goes on to the next.
  if (LEAVES.test(node.type) && !(isInside && node.type === "ReturnStatement")) return false;
  const target = findTarget(node);
  const isItem = target?.type === "MemberExpression" && target.computed;
  if (depth > DEEPEST || (target && target.type !== "Identifier" && !isItem)) return false;
  if (isCall(node)) {
    const called = nameOfCallee(node.callee);
    // `.val("")`, `.attr("class", "on")`
    const most = SETTERS.get(called) ?? Number.POSITIVE_INFINITY;
    if (!READS.test(called) || node.arguments.length > most) return false;
  }
  const within = isInside || isFunction(node);
  return listChildren(node).every((child) => isPlain(child, depth + 1, within));
}

/** So many arguments they have while they read. */
const SETTERS = new Map(Object.entries({ val: 0, text: 0, html: 0, data: 1, attr: 1, prop: 1 }));
