import { readProps } from "../../frameworks/own-components.js";
import { isComponent } from "../../frameworks/reach.js";
import { codeInHandler, isEventTaken } from "../../markup/in-handler.js";
import { noteBirth } from "../births.js";
import { type Called, type Context, createFrame } from "../context.js";
import { noteRun } from "../elsewhere.js";
import type { Run } from "../run.js";
import { Scope } from "../scope.js";
import { isPlain } from "../settled.js";
import { type FunctionValue, UNDEFINED, type Value } from "../value.js";
import { codeOfValue } from "../values/code-of-value.js";
import { guard, withGuard } from "../values/conditions.js";
import { declareDefaults } from "../values/defaulted.js";
import { declarePattern } from "../values/pattern.js";
import { joinReturned } from "./returns.js";

/** Calls within calls, at most: recursion has no end of its own here. */
const DEEPEST_CALLS = 14;

/** Reads a function's body with the values that it is called with. */
export function callFunction(
  value: FunctionValue,
  values: readonly (Value | null)[],
  context: Context,
  run: Run,
): Value {
  const { node } = value;
  if (!run.step() || context.calls + 1 > DEEPEST_CALLS || !node.body) return UNDEFINED;
  run.calls.entered.add(node);
  noteRun(node, context, run.calls);
  const own = new Scope(value.scope);
  if (run.show) run.calls.serverScopes.push(own);
  own.changing = run.changes.changed.get(node) ?? own.changing;
  const inner = createInner(value, own, context);
  noteBirth(own, inner, run.births);
  const called = noteCalled(value, inner, context, run);
  declareArguments(value, values, inner, run);
  called.isEventTaken = isEventTaken(inner);
  const isOfDefaults = values.length > 0 && values.every((one) => one === null);
  if (isComponent(run) && isOfDefaults) forgetDefaults(own);
  if (node.body.type !== "BlockStatement") return run.evaluate(node.body, inner);
  const returned = run.execute([...node.body.directives, ...node.body.body], inner);
  context.frame.thrown.push(...inner.frame.thrown);
  return joinReturned(returned, run);
}

/** What is around a function's statements, once it is called. */
function createInner(
  { node, script, self }: FunctionValue,
  scope: Scope,
  context: Context,
): Context {
  return {
    ...context,
    scope,
    script,
    frame: createFrame(context.frame.target),
    self: node.type === "ArrowFunctionExpression" ? (self ?? context.self) : self,
    // What is called happens, once it is called.
    isConditional: false,
    condition: null,
    server: null,
    handler: context.handler ?? node,
    call: { caller: context },
    calls: context.calls + 1,
  };
}

/** Takes down that a function is called, in the chain of those that are. */
function noteCalled(
  { node, scope, script }: FunctionValue,
  inner: Context,
  context: Context,
  run: Run,
): Called {
  const called: Called = {
    node,
    script,
    ...findReached(scope, context),
    left: inner.frame.left,
    write: (part, own) => codeInHandler(part, own, inner, run),
    isEventTaken: false,
  };
  inner.chain = [...context.chain, called];
  run.calls.called.set(node, called);
  return called;
}

function declareArguments(
  value: FunctionValue,
  values: readonly (Value | null)[],
  inner: Context,
  run: Run,
): void {
  const { node } = value;
  const given = values.filter((one) => one !== null);
  if (node.type !== "ArrowFunctionExpression" && given.length > 0)
    inner.scope.declare("arguments", { kind: "list", items: given }, true);
  const told = readProps(node, run);
  for (const [index, param] of node.params.entries())
    declarePattern(param, values[index] ?? (index === 0 ? told : null), inner, run, true);
  if (values.length > 0 && given.length === 0) declareDefaults(value, inner.scope);
}

/** What a component is told by default is not what it is told. */
function forgetDefaults({ bindings }: Scope): void {
  for (const binding of bindings.values())
    if (binding.value && isPlainDefault(binding.value)) binding.value = null;
}

/** Whether markup reaches the names around a function, once those of functions that have ended are replaced. */
function findReached(scope: Scope, { reach }: Context): Pick<Called, "isReached" | "around"> {
  const around = new Set<string>();
  let reached: Scope | null = scope;
  while (reached && !reach.has(reached)) reached = reached.outer;
  if (!reached) return { isReached: false, around };
  for (let at: Scope | null = scope; at && at !== reached; at = at.outer)
    for (const name of at.bindings.keys()) around.add(name);
  return { isReached: true, around };
}

function isPlainDefault(value: Value): boolean {
  return (
    value.kind === "code" && value.defaulted !== undefined && value.choices?.every(isPlain) === true
  );
}

/** Calls whatever can be called. */
export function call(value: Value, values: (Value | null)[], context: Context, run: Run): Value {
  if (value.kind === "function") return callFunction(value, values, context, run);
  if (value.kind === "code" && value.choices) {
    const { asked, keys } = value;
    let left = context;
    for (const [at, choice] of value.choices.entries()) {
      const key = keys?.[at];
      const own = key ? withGuard(key, left) : left;
      const before = run.found.starts.length;
      run.call(choice, values, asked ? guard(asked, at === 0, own, run) : own);
      // Another chat is for what this one is not for.
      if (key && run.found.starts.length > before) left = withGuard({ ...key, holds: false }, left);
    }
  }
  return UNDEFINED;
}

/** Reads what runs only when something else is done: an answer, a timer, a promise. */
export function callLater(
  value: Value | undefined,
  answer: Value[],
  context: Context,
  run: Run,
): Value {
  if (!value) return UNDEFINED;
  return run.call(value, answer, { ...context, isLate: true, handler: context.handler });
}

/** What a promise's callback gets: the same expression, awaited. */
export function awaited(value: Value, run: Run): Value {
  const code = codeOfValue(value, run);
  if (value.kind !== "code" || !code) return value;
  return { kind: "code", code: { ...code, code: `(await ${code.code})`, isAwaited: true } };
}
