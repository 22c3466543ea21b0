import type { Node, Statement } from "@babel/types";
import { assignTo } from "./assign.js";
import { executeBlock } from "./block.js";
import { decideCase, ends } from "./conditions.js";
import { declarePattern } from "./pattern.js";
import { type Context, type Run, sourceOf } from "./run.js";
import { Scope } from "./scope.js";
import { codeValue, textValue, type Value } from "./value.js";

/** Reads what may happen often, once: `for`, `while`, `try`, `switch`. */
export function executeLoop(node: Node, context: Context, run: Run): Value | null {
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
      for (const { test, consequent } of node.cases.slice(first ?? 0)) {
        const value = run.execute(
          consequent,
          first === null ? caseOf(node.discriminant, test, branch) : context,
        );
        returned ??= value;
        if (first !== null && consequent.some(ends)) break;
      }
      return returned;
    }
    default:
      return null;
  }
}

/** What is read only for one of a `switch`'s cases. */
function caseOf(asked: Node, test: Node | null | undefined, context: Context): Context {
  if (!test) return context;
  const source = `${sourceOf(asked, context)} === ${sourceOf(test, context)}`;
  const code = { code: source, hidden: ["…"], isAwaited: false };
  return { ...context, guards: [...context.guards, { test, holds: true, source, code }] };
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
