import type { Expression, Node, TemplateLiteral } from "@babel/types";
import { toText } from "../../text/to-text.js";
import { noteBirth } from "../births.js";
import { type Context, sourceOf } from "../context.js";
import { noteAddress, noteParts } from "../lone-address.js";
import { withoutParentheses } from "../references.js";
import type { Run } from "../run.js";
import type { Calls } from "../run-parts.js";
import { isNothing, numberValue, textValue, UNDEFINED, type Value } from "../value.js";
import { codeAlone, codeOf } from "./code-of.js";
import { branchOf } from "./conditions.js";
import { onlyIf } from "./lists.js";

/** `a ${b}` */
export function readTemplate(node: TemplateLiteral, context: Context, run: Run): Value {
  let values: Value[] = [textValue("")];
  for (const [index, quasi] of node.quasis.entries()) {
    values.push(textValue(quasi.value.cooked ?? quasi.value.raw));
    const inner = node.expressions[index];
    if (inner) values.push(run.evaluate(inner, context));
    if (values.length > 200) values = [joinValues(values, context, run)];
  }
  const whole = joinValues(values, context, run);
  if (whole.kind === "text") noteAddress(whole.text, node, context, run);
  return whole;
}

/** Several values as one text. */
function joinValues(values: Value[], _context: Context, run: Run): Value {
  return textValue(values.map((value) => toText(value, run)).join(""));
}

/** `a + b`; of other operators what stands on their sides is read. */
export function readSum(
  node: Extract<Node, { type: "BinaryExpression" }>,
  context: Context,
  run: Run,
): Value {
  // `a + b + c + ...` leans to the left: taken apart in a loop, however long it is.
  const operands: Expression[] = [node.right];
  let left: Node = node.left;
  const isSum = (one: Node): one is typeof node =>
    one.type === "BinaryExpression" && (one.operator === "+" || one.operator === "&");
  while (isSum(node) && isSum(left)) {
    operands.unshift(left.right);
    left = left.left;
  }
  const values = [left, ...operands].map((one) => run.evaluate(one, context));
  const counted = run.show ? null : calculate(node.operator, values);
  if (counted) return counted;
  const isText = (value: Value) =>
    (value.kind === "text" && !/^[\d.]*$/.test(value.text)) || value.kind === "params";
  const isJoined = isSum(node) && values.some(isText) && !mayCount(values, isText);
  return isJoined ? joinValues(values, context, run) : codeAlone(node, context, run);
}

/** Whether what may be a number is added to another operand before a text is: `$(this).data("count") + 1`. */
function mayCount(values: readonly Value[], isText: (value: Value) => boolean): boolean {
  const isOpen = (value: Value) => value.kind === "text" && value.raw !== undefined;
  const first = values.findIndex((value) => isText(value) && !isOpen(value));
  const before = first < 0 ? values : values.slice(0, first);
  return before.length > 1 && before.some(isOpen);
}

/** What known numbers come to, an index above all: `i + 1`. */
function calculate(operator: string, values: readonly Value[]): Value | null {
  const [first = 0, ...rest] = values.map((value) =>
    value.kind === "text" && value.isBare ? Number.parseFloat(value.text) : Number.NaN,
  );
  const run = OPERATIONS[operator];
  const made = run ? rest.reduce(run, first) : Number.NaN;
  return Number.isFinite(made) ? numberValue(made) : null;
}

const OPERATIONS: Record<string, (one: number, other: number) => number> = {
  "+": (one, other) => one + other,
  "-": (one, other) => one - other,
  "*": (one, other) => one * other,
  "/": (one, other) => one / other,
  "%": (one, other) => one % other,
};

/** `...(no ? [["extra", no]] : [])`: pairs that are there in a branch alone. */
export function readItems(node: Node | null, context: Context, run: Run): Value[] {
  if (node?.type !== "SpreadElement") return [node ? run.evaluate(node, context) : UNDEFINED];
  const chosen = withoutParentheses(node.argument);
  if (chosen.type !== "ConditionalExpression") {
    const all = run.evaluate(chosen, context);
    return all.kind === "elements"
      ? all.elements.map((one): Value => ({ kind: "elements", elements: [one] }))
      : [run.evaluate(node, context)];
  }
  const test = run.evaluate(chosen.test, context);
  return [true, false].flatMap((holds) => {
    const branch = branchOf(chosen.test, holds, test, context, run);
    const list = run.evaluate(holds ? chosen.consequent : chosen.alternate, branch);
    const items = list.kind === "list" ? list.items : [list];
    return items.map((item) => onlyIf(item, branch, run));
  });
}

/** Whether what it adds to an object is not all known. */
export function isOpen(value: Value): boolean {
  return value.kind === "object"
    ? value.isOpen === true
    : value.kind === "code" || (value.kind === "native" && !isNothing(value));
}

/** What of the page's own may have other values for what stands before it: `SITE` of `{ kind: "a", ...window.SITE }`. */
export function findInstead(value: Value): string | undefined {
  if (value.kind === "object") return value.instead;
  const isPages = value.kind === "native" && !isNothing(value) && value.name !== "event";
  return isPages ? value.name : undefined;
}

/** `{ a: 1 }` */
export function readObject(
  node: Extract<Node, { type: "ObjectExpression" }>,
  context: Context,
  run: Run,
): Value {
  const entries = new Map<string, Value>();
  const self: Extract<Value, { kind: "object" }> = { kind: "object", entries };
  noteBirth(entries, context, run.births);
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      const spread = run.evaluate(property.argument, context);
      if (spread.kind === "object") for (const [key, one] of spread.entries) entries.set(key, one);
      if (isOpen(spread)) self.isOpen = true;
      const instead = run.show || entries.size === 0 ? undefined : findInstead(spread);
      if (instead !== undefined) self.instead = instead;
      continue;
    }
    const { key } = property;
    const name =
      !property.computed && key.type === "Identifier"
        ? key.name
        : toText(run.evaluate(key, context), run);
    if (property.type === "ObjectMethod") {
      entries.set(name, makeFunction(property, { ...context, self }, run.calls));
    } else {
      const { value } = property;
      const isFunction =
        value.type === "FunctionExpression" || value.type === "ArrowFunctionExpression";
      const one = isFunction
        ? makeFunction(value, { ...context, self }, run.calls)
        : run.evaluate(value, context);
      if (key.type !== "Identifier") run.packs.note(name, one);
      entries.set(name, one);
    }
  }
  if (self.isOpen) self.code = codeOf(node, context, run);
  for (const [name, one] of entries) run.name(name, one);
  noteParts(self, node, context, run);
  return self;
}

/** A function, noted so that it is read even if nothing calls it. */
export function makeFunction(
  node: Extract<Value, { kind: "function" }>["node"],
  context: Context,
  calls: Calls,
): Value {
  const value: Extract<Value, { kind: "function" }> = {
    kind: "function",
    node,
    scope: context.scope,
    self: context.self,
    script: context.script,
    prototype: new Map(),
    members: new Map(),
    code: { code: sourceOf(node, context), hidden: [], isAwaited: false },
  };
  calls.functions.push({ value, context });
  return value;
}
