import type { Identifier, Node, Statement } from "@babel/types";
import { listPairs } from "../../text/entries.js";
import { type Context, inLoop } from "../context.js";
import { findTarget, isFunction, listChildren } from "../references.js";
import type { Run } from "../run.js";
import { codeValue, numberValue, plainCode, textValue, type Value } from "../value.js";
import { decideCase } from "../values/conditions.js";
import { declarePattern } from "../values/pattern.js";
import { assignTo } from "./assign.js";
import { executeBlock } from "./block.js";
import { type Returned, UNCLEAR, under } from "./returns.js";
import { executeCases, executeFrom } from "./switch.js";
import { executeTry } from "./try.js";

/** Reads what may happen often, once: `for`, `while`, `try`, `switch`. */
export function executeLoop(node: Node, context: Context, run: Run): Returned[] {
  const branch = inLoop(context);
  const inside = (body: Statement) => executeBlock(body, branch, run);
  switch (node.type) {
    case "ForStatement":
      if (node.init) run.execute([wrap(node.init)], context);
      return executeCounted(node, context, run) ?? executeUncounted(node, context, run);
    case "WhileStatement":
      return under(UNCLEAR, inside(node.body));
    case "DoWhileStatement":
    case "LabeledStatement":
    case "WithStatement":
      return inside(node.body);
    case "ForInStatement":
    case "ForOfStatement":
      return executeEach(node, context, run);
    case "TryStatement":
      return executeTry(node, context, run);
    case "SwitchStatement": {
      run.evaluate(node.discriminant, context);
      const first = decideCase(node, context, run);
      return first === null
        ? executeCases(node, context, run)
        : executeFrom(first, node, context, run);
    }
    default:
      return [];
  }
}

function wrap(node: Node): Node {
  return node.type === "VariableDeclaration"
    ? node
    : ({ type: "ExpressionStatement", expression: node, start: node.start, end: node.end } as Node);
}

/** More often than this nothing is read that only repeats itself. */
const MOST_ROUNDS = 50;

/** `for (var i = 0; i < pairs.length; i++)`, if it is known how many there are. */
function executeCounted(
  { init, test, update, body }: Extract<Node, { type: "ForStatement" }>,
  context: Context,
  run: Run,
): Returned[] | null {
  const isUpdate = update?.type === "UpdateExpression" && update.operator === "++";
  if (!isUpdate || test?.type !== "BinaryExpression" || test.operator !== "<") return null;
  const counter = readCounter(init, update.argument);
  if (!counter) return null;
  const limit = test.right.type === "Identifier" ? counter.limits.get(test.right.name) : null;
  const count = readCount(limit ?? test.right, context, run);
  if (count === null || count > MOST_ROUNDS) return null;
  const returned: Returned[] = [];
  const isFirst = breaks(body);
  for (let round = 0; round < count && run.step(); round++) {
    const value = numberValue(isFirst ? count - 1 - round : round);
    if (counter.isDeclared) declarePattern(counter.id, value, context, run);
    else assignTo(counter.id, value, context, run, counter.id);
    returned.push(...executeBlock(body, context, run));
  }
  return returned;
}

/** `for (var i = 0; i < list.length; i++)`, of a list that is not known: nor is which round it is. */
function executeUncounted(
  { update, body }: Extract<Node, { type: "ForStatement" }>,
  context: Context,
  run: Run,
): Returned[] {
  const changed = update ? listTargets(update) : [];
  for (const name of changed) {
    const found = context.scope.find(name);
    const value = found?.binding.value;
    if (value) found.binding.value = { ...value, code: { ...plainCode(name), hidden: [name] } };
  }
  return under(UNCLEAR, executeBlock(body, inLoop(context), run));
}

/** The names that a loop counts with: `i++`, `i++, j--`. */
function listTargets(update: Node): string[] {
  if (update.type === "SequenceExpression") return update.expressions.flatMap(listTargets);
  const target = findTarget(update);
  return target?.type === "Identifier" ? [target.name] : [];
}

/** What a loop gives its own name in each round. */
function ofEach(name: string): Value {
  return codeValue(name, { hidden: [name] });
}

/** Whether the first round that comes so far is the last: read from the end, what it writes is what counts. */
function breaks(node: Node): boolean {
  if (node.type === "BreakStatement") return true;
  const isOther = isFunction(node) || /^(?:For|While|DoWhile|Switch)\w*$/.test(node.type);
  return !isOther && listChildren(node).some(breaks);
}

interface Counter {
  id: Identifier;
  isDeclared: boolean;
  /** What is declared beside it: `i = 0, length = buttons.length`. */
  limits: ReadonlyMap<string, Node>;
}

/** `var i = 0`, `i = 0`: what counts from nothing; minifiers declare what they can before it. */
function readCounter(init: Node | null | undefined, counted: Node): Counter | null {
  if (counted.type !== "Identifier") return null;
  const isCounted = (id: Node, made: Node | null | undefined) =>
    id.type === "Identifier" &&
    id.name === counted.name &&
    made?.type === "NumericLiteral" &&
    made.value === 0;
  if (init?.type === "AssignmentExpression" && init.operator === "=")
    return isCounted(init.left, init.right)
      ? { id: counted, isDeclared: false, limits: new Map() }
      : null;
  if (init?.type !== "VariableDeclaration") return null;
  const { declarations } = init;
  if (!declarations.some(({ id, init: made }) => isCounted(id, made))) return null;
  const limits = declarations.flatMap(({ id, init: made }): [string, Node][] =>
    id.type === "Identifier" && made ? [[id.name, made]] : [],
  );
  return { id: counted, isDeclared: true, limits: new Map(limits) };
}

/** `3`, `pairs.length` */
function readCount(node: Node, context: Context, run: Run): number | null {
  if (node.type === "NumericLiteral") return node.value;
  const isLength =
    node.type === "MemberExpression" &&
    node.property.type === "Identifier" &&
    node.property.name === "length";
  const value = isLength ? run.evaluate(node.object, context) : null;
  // One that a script looks for may be many.
  if (value?.kind === "elements")
    return value.elements.some(({ origin }) => origin === "absent") ? null : value.elements.length;
  return value?.kind === "list" && !value.isFiltered ? value.items.length : null;
}

/** `for (key in object)`: with each entry, if they are known. */
function executeEach(
  node: Extract<Node, { type: "ForInStatement" | "ForOfStatement" }>,
  context: Context,
  run: Run,
): Returned[] {
  const returned: Returned[] = [];
  const value = run.evaluate(node.right, context);
  const each = listEach(value, node.type === "ForInStatement");
  const found = each ?? [ofEach(nameEach(node.left))];
  for (const one of breaks(node.body) ? [...found].reverse() : found) {
    const inner = each ? context : inLoop(context);
    if (node.left.type === "VariableDeclaration") {
      const [declared] = node.left.declarations;
      if (declared) declarePattern(declared.id, one, inner, run);
    } else assignTo(node.left, one, inner, run, node);
    const made = executeBlock(node.body, inner, run);
    returned.push(...(each ? made : under(UNCLEAR, made)));
    if (!run.step()) break;
  }
  return returned;
}

/** `order` of `for (const order of orders)`; of a pattern, a word for it. */
function nameEach(left: Node): string {
  const target = left.type === "VariableDeclaration" ? left.declarations[0]?.id : left;
  return target?.type === "Identifier" ? target.name : "each";
}

function listEach(value: Value, isIn: boolean): Value[] | null {
  if (value.kind === "object" && value.entries.size > 0 && value.entries.size < 50) {
    return isIn ? [...value.entries.keys()].map(textValue) : null;
  }
  if (value.kind === "list" && value.items.length < 50) {
    return isIn ? value.items.map((_, index) => textValue(String(index))) : value.items;
  }
  // `for (const [name, value] of new URLSearchParams(...))`
  if (value.kind === "params" && !value.isOpen) return isIn ? null : listPairs(value);
  if (value.kind === "elements") {
    return isIn ? null : value.elements.map((one) => ({ kind: "elements", elements: [one] }));
  }
  return null;
}
