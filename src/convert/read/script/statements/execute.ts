import type { Node, Statement } from "@babel/types";
import { negate } from "../code.js";
import type { Context } from "../context.js";
import { listNames } from "../references.js";
import type { Run } from "../run.js";
import { UNDEFINED, type Value } from "../value.js";
import { isNegated, onlyAddsItems, readBranch } from "../values/asked.js";
import { codeOf } from "../values/code-of.js";
import { branchOf, decide, lastOf } from "../values/conditions.js";
import { orDefault } from "../values/defaulted.js";
import { makeFunction } from "../values/literals.js";
import { readReference } from "../values/member.js";
import { declarePattern } from "../values/pattern.js";
import { after, endsHere, leavesEarly } from "./after.js";
import { executeBlock } from "./block.js";
import { noteReturn } from "./cancels.js";
import { executeClass } from "./class.js";
import { noteEmpty } from "./empty.js";
import { declareImports } from "./imports.js";
import { executeLoop } from "./loops.js";
import { nameJquery } from "./no-conflict.js";
import { isSure, type Returned, UNCLEAR, under } from "./returns.js";
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
  for (const node of nodes) hoist(node, context, run);
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
function hoist(node: Node, context: Context, run: Run): void {
  const declared =
    (node.type === "ExportNamedDeclaration" || node.type === "ExportDefaultDeclaration") &&
    node.declaration
      ? node.declaration
      : node;
  if (declared.type === "FunctionDeclaration" && declared.id) {
    context.scope.declare(declared.id.name, makeFunction(declared, context, run));
  }
}

function executeOne(node: Node, context: Context, run: Run): Returned[] {
  const inside = (body: Statement | null | undefined, branch: Context) =>
    body ? executeBlock(body, branch, run) : [];
  switch (node.type) {
    case "VariableDeclaration":
      for (const { id, init } of node.declarations) {
        const value = init ? nameJquery(id, init, run.evaluate(init, context), context) : null;
        if (value?.kind === "window") value.window.isKept = true;
        noteEmpty(id, init, run);
        declarePattern(id, value, context, run);
        if (init && id.type === "ObjectPattern") declareReferences(id, init, context, run);
      }
      return [];
    case "ReturnStatement":
      if (node.argument) noteReturn(node.argument, context, run);
      return [
        { value: node.argument ? run.evaluate(node.argument, context) : UNDEFINED, test: null },
      ];
    case "IfStatement": {
      const { target } = context.frame;
      const test = run.evaluate(node.test, context);
      if (test.kind === "window") test.window.isKept = true;
      const decided =
        decide(node.test, context, run) ?? (onlyAddsItems(node, context, run) || null);
      if (decided !== null) {
        const [taken, left] = decided
          ? [node.consequent, node.alternate]
          : [node.alternate, node.consequent];
        if (left) context.frame.left.add(left);
        return inside(taken, context);
      }
      const holds = branchOf(node.test, true, test, context, run);
      const read = (isTaken: boolean, body: Statement | null | undefined, branch: Context) =>
        readBranch({ test: node.test, holds: isTaken }, target, context, () =>
          inside(body, branch),
        );
      const first = read(true, node.consequent, holds);
      const fails = branchOf(node.test, false, test, context, run);
      const second = read(false, node.alternate, fails);
      // `if (event.target.closest(".close")) return;`: what follows is about anything else.
      if (leavesEarly(node, context, run) && !isNegated(node.test)) context.frame.target = target;
      const code = codeOf(lastOf(node.test), context, run);
      const other = isSure(first) ? second : under(negate(code), second);
      return [...under(code, first), ...other];
    }
    case "BlockStatement":
      return executeBlock(node, context, run);
    case "TSEnumDeclaration": {
      const members = node.members.flatMap(({ id, initializer }): [string, Value][] =>
        initializer && id.type === "Identifier"
          ? [[id.name, run.evaluate(initializer, context)]]
          : [],
      );
      const entries = new Map(members);
      context.scope.declare(node.id.name, { kind: "object", entries, isEnum: true });
      return [];
    }
    case "ClassDeclaration":
      if (node.id) context.scope.declare(node.id.name, executeClass(node, context, run));
      else executeClass(node, context, run);
      return [];
    case "ExportNamedDeclaration":
      if (node.declaration && run.language === "svelte")
        executeGiven(node.declaration, context, run);
      else if (node.declaration) executeOne(node.declaration, context, run);
      return [];
    case "ExportDefaultDeclaration":
      if (node.declaration.type === "ClassDeclaration") {
        if (run.language !== "vue") return executeOne(node.declaration, context, run);
        // Vue's class components.
        context.scope.declare("export default", executeClass(node.declaration, context, run));
      } else if (node.declaration.type !== "FunctionDeclaration") {
        context.scope.declare("export default", run.evaluate(node.declaration, context));
      } else if (!node.declaration.id) makeFunction(node.declaration, context, run);
      return [];
    case "ImportDeclaration":
      declareImports(node, context, run);
      return [];
    default:
      return executeLoop(node, context, run);
  }
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
