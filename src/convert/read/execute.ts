import type { Node, Statement } from "@babel/types";
import { assignTo, declarePattern } from "./assign.js";
import { branchOf, decide, decideCase, ends, guard } from "./conditions.js";
import { choose, makeFunction } from "./evaluate.js";
import type { Context, Run } from "./run.js";
import { Scope } from "./scope.js";
import { codeValue, isNothing, textValue, type Value, withoutEmpty } from "./value.js";

/** Reads statements in their order. @returns what they return, if they do */
export function execute(nodes: readonly Node[], context: Context, run: Run): Value | null {
  for (const node of nodes) hoist(node, context, run);
  let returned: Value | null = null;
  let at = context;
  for (const node of nodes) {
    if (!run.step()) break;
    const value = executeOne(node, at, run);
    returned ??= value;
    if (endsHere(node, at, run)) break;
    if (node.type === "IfStatement" && leavesEarly(node, at, run))
      at = guard(node.test, false, at, run);
  }
  return returned;
}

/** `if (...) return;`, if it depends on the click. */
function leavesEarly(
  { test, consequent, alternate }: Extract<Node, { type: "IfStatement" }>,
  context: Context,
  run: Run,
): boolean {
  return !alternate && ends(consequent) && decide(test, context, run) === null;
}

/** Whether what follows a statement is never reached. */
function endsHere(node: Node, context: Context, run: Run): boolean {
  if (node.type !== "IfStatement") return ends(node);
  const holds = decide(node.test, context, run);
  if (holds === null) return ends(node);
  return ends(holds ? node.consequent : node.alternate);
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

function executeOne(node: Node, context: Context, run: Run): Value | null {
  const branch: Context = { ...context, isConditional: true, condition: null };
  const inside = (body: Statement | null | undefined, one = branch) =>
    body ? executeBlock(body, one, run) : null;
  switch (node.type) {
    case "ExpressionStatement":
      run.evaluate(node.expression, context);
      return null;
    case "VariableDeclaration":
      for (const { id, init } of node.declarations) {
        const value = init ? run.evaluate(init, context) : null;
        if (value?.kind === "window") value.window.isKept = true;
        declarePattern(id, value, context, run);
      }
      return null;
    case "ReturnStatement":
      return node.argument ? run.evaluate(node.argument, context) : null;
    case "IfStatement": {
      const test = run.evaluate(node.test, context);
      if (test.kind === "window") test.window.isKept = true;
      const decided = decide(node.test, context, run);
      if (decided !== null) return inside(decided ? node.consequent : node.alternate, context);
      const holds = branchOf(node.test, true, context, run);
      const first = inside(node.consequent, holds);
      const second = inside(node.alternate, branchOf(node.test, false, context, run));
      const unclear = { code: "", hidden: ["…"], isAwaited: false };
      return first && second ? choose([first, second], unclear) : (first ?? second);
    }
    case "BlockStatement":
      return executeBlock(node, context, run);
    case "TSEnumDeclaration": {
      const members = node.members.flatMap(({ id, initializer }): [string, Value][] =>
        initializer && id.type === "Identifier"
          ? [[id.name, run.evaluate(initializer, context)]]
          : [],
      );
      context.scope.declare(node.id.name, { kind: "object", entries: new Map(members) });
      return null;
    }
    case "ClassDeclaration":
      if (node.id) context.scope.declare(node.id.name, executeClass(node, context, run));
      else executeClass(node, context, run);
      return null;
    case "ExportNamedDeclaration":
      return node.declaration ? executeOne(node.declaration, context, run) : null;
    case "ExportDefaultDeclaration":
      if (node.declaration.type === "ClassDeclaration")
        executeClass(node.declaration, context, run);
      else if (node.declaration.type !== "FunctionDeclaration") {
        context.scope.declare("export default", run.evaluate(node.declaration, context));
      } else if (!node.declaration.id) makeFunction(node.declaration, context, run);
      return null;
    case "ImportDeclaration":
      for (const specifier of node.specifiers)
        context.scope.declare(specifier.local.name, readImport(specifier, node.source.value));
      return null;
    default:
      return executeLoop(node, context, run);
  }
}

const LIBRARIES: Record<string, string> = {
  qs: "qs",
  querystring: "qs",
  axios: "axios",
  jquery: "$",
};

/** What a module gives, if that is known: nothing else of it is. */
function readImport(
  specifier: Extract<Node, { type: "ImportDeclaration" }>["specifiers"][number],
  source: string,
): Value | null {
  const library = LIBRARIES[source];
  if (library === undefined) return null;
  const imported = specifier.type === "ImportSpecifier" ? specifier.imported : null;
  const name = imported?.type === "Identifier" ? `${library}.${imported.name}` : library;
  return { kind: "native", name };
}

function executeBlock(node: Statement, context: Context, run: Run): Value | null {
  if (context.depth > 300) return null;
  const inner = { ...context, depth: context.depth + 1 };
  return node.type === "BlockStatement"
    ? run.execute([...node.directives, ...node.body], inner)
    : run.execute([node], inner);
}

function executeLoop(node: Node, context: Context, run: Run): Value | null {
  const branch = { ...context, isConditional: true, condition: null };
  const inside = (body: Statement) => executeBlock(body, branch, run);
  switch (node.type) {
    case "ForStatement":
      if (node.init) run.execute([wrap(node.init)], context);
      return inside(node.body);
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
    case "WithStatement":
      return inside(node.body);
    case "ForInStatement":
    case "ForOfStatement":
      return executeEach(node, context, run);
    case "TryStatement": {
      const first = executeBlock(node.block, context, run);
      if (node.handler) {
        const { param, body } = node.handler;
        const scope = new Scope(context.scope);
        const caught = { ...branch, scope };
        if (param) declarePattern(param, null, caught, run, true);
        executeBlock(body, caught, run);
      }
      return first ?? (node.finalizer ? executeBlock(node.finalizer, context, run) : null);
    }
    case "SwitchStatement": {
      run.evaluate(node.discriminant, context);
      let returned: Value | null = null;
      const first = decideCase(node, context, run);
      for (const { consequent } of node.cases.slice(first ?? 0)) {
        const value = run.execute(consequent, first === null ? branch : context);
        returned ??= value;
        if (first !== null && consequent.some(ends)) break;
      }
      return returned;
    }
    default:
      return null;
  }
}

function wrap(node: Node): Node {
  return node.type === "VariableDeclaration"
    ? node
    : ({ type: "ExpressionStatement", expression: node, start: node.start, end: node.end } as Node);
}

/** `for (key in object)`: with each entry, if they are known. */
function executeEach(
  node: Extract<Node, { type: "ForInStatement" | "ForOfStatement" }>,
  context: Context,
  run: Run,
): Value | null {
  const value = run.evaluate(node.right, context);
  const each = listEach(value, node.type === "ForInStatement");
  for (const one of each ?? [codeValue("each", { hidden: ["each"] })]) {
    const inner = each ? context : { ...context, isConditional: true };
    if (node.left.type === "VariableDeclaration") {
      const [declared] = node.left.declarations;
      if (declared) declarePattern(declared.id, one, inner, run);
    } else assignTo(node.left, one, inner, run, node);
    executeBlock(node.body, inner, run);
    if (!run.step()) break;
  }
  return null;
}

function listEach(value: Value, isIn: boolean): Value[] | null {
  if (value.kind === "object" && value.entries.size > 0 && value.entries.size < 50) {
    return isIn ? [...value.entries.keys()].map(textValue) : null;
  }
  if (value.kind === "list" && value.items.length < 50) {
    return isIn ? value.items.map((_, index) => textValue(String(index))) : value.items;
  }
  if (value.kind === "elements") {
    return isIn ? null : value.elements.map((one) => ({ kind: "elements", elements: [one] }));
  }
  return null;
}

/** A class, as one object that is made of it. */
export function executeClass(
  node: Extract<Node, { type: "ClassDeclaration" | "ClassExpression" }>,
  context: Context,
  run: Run,
): Value {
  const entries = new Map<string, Value>();
  const self: Value = { kind: "object", entries };
  const own = { ...context, self };
  if (run.language !== "html") run.classes.add(self);
  for (const member of node.body.body) {
    if (member.type === "ClassMethod" && member.key.type === "Identifier") {
      entries.set(member.key.name, makeFunction(member, own, run));
    } else if (member.type === "ClassProperty" && member.key.type === "Identifier") {
      const value = member.value ? run.evaluate(member.value, own) : null;
      // What has nothing in it yet, or comes from outside, is known at the click alone.
      const isFilled = value !== null && !isNothing(value) && !member.decorators?.length;
      const code = { code: `this.${member.key.name}`, hidden: [], isAwaited: false };
      if (isFilled)
        entries.set(
          member.key.name,
          value.kind === "object" ? { ...withoutEmpty(value), code } : value,
        );
    } else if (member.type === "ClassPrivateProperty") {
      const value = member.value ? run.evaluate(member.value, own) : null;
      if (value && !isNothing(value)) entries.set(`#${member.key.id.name}`, withoutEmpty(value));
    } else if (member.type === "ClassPrivateMethod") {
      entries.set(`#${member.key.id.name}`, makeFunction(member, own, run));
    }
  }
  return self;
}
