import type {
  ClassDeclaration,
  Declaration,
  ExportDefaultDeclaration,
  Node,
  ReturnStatement,
  TSEnumDeclaration,
  VariableDeclarator,
} from "@babel/types";
import type { Context } from "../context.js";
import { listNames } from "../references.js";
import type { Run } from "../run.js";
import type { Calls } from "../run-parts.js";
import { UNDEFINED, type Value } from "../value.js";
import { orDefault } from "../values/defaulted.js";
import { makeFunction } from "../values/literals.js";
import { readReference } from "../values/member.js";
import { declarePattern } from "../values/pattern.js";
import { after, endsHere } from "./after.js";
import { executeBlock } from "./block.js";
import { noteReturn } from "./cancels.js";
import { executeClass } from "./class.js";
import { noteEmpty } from "./empty.js";
import { executeIf } from "./if.js";
import { declareImports } from "./imports.js";
import { executeLoop } from "./loops.js";
import { nameJquery } from "./no-conflict.js";
import { type Returned, UNCLEAR, under } from "./returns.js";
import { ServerBranches } from "./server-branches.js";

/** Reads statements in their order. @returns what they may return */
export function execute(nodes: readonly Node[], context: Context, run: Run): Returned[] {
  return executeAll(nodes, context, run).returned;
}

/** The same, with the value of the last statement, if that is an expression. */
export function executeAll(
  nodes: readonly Node[],
  context: Context,
  run: Run,
): { returned: Returned[]; last: Value | null } {
  for (const node of nodes) hoist(node, context, run.calls);
  const returned: Returned[] = [];
  const server = new ServerBranches(nodes, context, run);
  let at = context;
  let last: Value | null = null;
  for (const node of nodes) {
    if (!run.step()) break;
    at = server.reach(node, at);
    if (server.isOver) {
      if (server.isInside) continue;
      break;
    }
    const expression = expressionOf(node);
    last = expression && run.evaluate(expression, at);
    const found = expression ? [] : executeOne(node, at, run);
    returned.push(...(server.isInside ? under(UNCLEAR, found) : found));
    server.isOver = endsHere(node, at, run);
    at = after(node, at, run);
  }
  return { returned, last };
}

/** The expression that a statement is; a text alone is a directive. */
function expressionOf(statement: Node): Node | null {
  if (statement.type === "Directive") return statement.value;
  return statement.type === "ExpressionStatement" ? statement.expression : null;
}

/** Functions are known before their line. */
function hoist(node: Node, context: Context, calls: Calls): void {
  const declared =
    (node.type === "ExportNamedDeclaration" || node.type === "ExportDefaultDeclaration") &&
    node.declaration
      ? node.declaration
      : node;
  if (declared.type === "FunctionDeclaration" && declared.id) {
    context.scope.declare(declared.id.name, makeFunction(declared, context, calls));
  }
}

function executeOne(node: Node, context: Context, run: Run): Returned[] {
  switch (node.type) {
    case "VariableDeclaration":
      for (const one of node.declarations) declareVariable(one, context, run);
      return [];
    case "ReturnStatement":
      return executeReturn(node, context, run);
    case "IfStatement":
      return executeIf(node, context, run);
    case "BlockStatement":
      return executeBlock(node, context, run);
    case "TSEnumDeclaration":
      declareEnum(node, context, run);
      return [];
    case "ClassDeclaration":
      declareClass(node, context, run);
      return [];
    case "ExportNamedDeclaration":
      if (node.declaration) executeExported(node.declaration, context, run);
      return [];
    case "ExportDefaultDeclaration":
      return executeDefault(node.declaration, context, run);
    case "ImportDeclaration":
      declareImports(node, context, run.imports);
      return [];
    default:
      return executeLoop(node, context, run);
  }
}

/** `const url = ...` */
function declareVariable({ id, init }: VariableDeclarator, context: Context, run: Run): void {
  const value = init ? nameJquery(id, init, run.evaluate(init, context), context) : null;
  if (value?.kind === "window") value.window.isKept = true;
  noteEmpty(id, init, run.component);
  declarePattern(id, value, context, run);
  if (init && id.type === "ObjectPattern") declareReferences(id, init, context, run);
}

/** `const { current } = button` */
function declareReferences(
  { properties }: Extract<Node, { type: "ObjectPattern" }>,
  object: Node,
  context: Context,
  run: Run,
): void {
  for (const one of properties) {
    if (one.type !== "ObjectProperty" || one.key.type !== "Identifier") continue;
    const element = readReference(object, one.key.name, context, run);
    if (element) declarePattern(one.value, element, context, run);
  }
}

function executeReturn({ argument }: ReturnStatement, context: Context, run: Run): Returned[] {
  if (argument) noteReturn(argument, context, run);
  return [{ value: argument ? run.evaluate(argument, context) : UNDEFINED, test: null }];
}

/** `enum Channel { Shop = "@shop" }` */
function declareEnum({ id, members }: TSEnumDeclaration, context: Context, run: Run): void {
  const known = members.flatMap(({ id, initializer }): [string, Value][] =>
    initializer && id.type === "Identifier" ? [[id.name, run.evaluate(initializer, context)]] : [],
  );
  context.scope.declare(id.name, { kind: "object", entries: new Map(known), isEnum: true });
}

function declareClass(node: ClassDeclaration, context: Context, run: Run): void {
  const made = executeClass(node, context, run);
  if (node.id) context.scope.declare(node.id.name, made);
}

function executeExported(declaration: Declaration, context: Context, run: Run): void {
  if (run.language === "svelte") executeGiven(declaration, context, run);
  else executeOne(declaration, context, run);
}

/** `export default class Talk {}`, `export default { methods }` */
function executeDefault(
  declaration: ExportDefaultDeclaration["declaration"],
  context: Context,
  run: Run,
): Returned[] {
  if (declaration.type === "ClassDeclaration") {
    if (run.language !== "vue") return executeOne(declaration, context, run);
    // Vue's class components.
    context.scope.declare("export default", executeClass(declaration, context, run));
  } else if (declaration.type !== "FunctionDeclaration") {
    context.scope.declare("export default", run.evaluate(declaration, context));
  } else if (!declaration.id) makeFunction(declaration, context, run.calls);
  return [];
}

/** Svelte's `export let`: whoever uses the component says what it is. */
function executeGiven(declaration: Node, context: Context, run: Run): void {
  const { scope } = context;
  const names = new Set<string>();
  listNames(declaration, names);
  const all = [...names].map((name) => [name, new Set<Node>()] as const);
  scope.changing = new Map([...scope.changing, ...all]);
  executeOne(declaration, context, run);
  if (declaration.type !== "VariableDeclaration" || declaration.kind !== "let") return;
  for (const name of names) {
    const binding = scope.bindings.get(name);
    if (binding) binding.value = orDefault(name, binding.value) ?? binding.value;
  }
}
