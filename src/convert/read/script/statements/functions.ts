import { isComponent } from "../../frameworks/reach.js";
import type { OldElement } from "../../markup/element.js";
import { codeInHandler, isEventTaken } from "../../markup/in-handler.js";
import { noteBirth } from "../births.js";
import { type Called, type Context, createFrame } from "../context.js";
import { noteRun } from "../elsewhere.js";
import type { Run } from "../run.js";
import { Scope } from "../scope.js";
import { isPlain } from "../settled.js";
import { type FunctionValue, jqueryAs, UNDEFINED, type Value } from "../value.js";
import { isOnce } from "../values/asked.js";
import { codeOfValue } from "../values/code-of-value.js";
import { guard, withGuard } from "../values/conditions.js";
import { declareDefaults } from "../values/defaulted.js";
import { declarePattern } from "../values/pattern.js";
import { isOther, noteGiven, readGiving } from "./given.js";
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
  const { node, scope, script } = value;
  const calls = context.calls + 1;
  if (!run.step() || calls > DEEPEST_CALLS || !node.body) return UNDEFINED;
  run.entered.add(node);
  noteRun(node, context, run);
  const own = new Scope(scope);
  if (run.show) run.serverScopes.push(own);
  own.changing = run.changed.get(node) ?? own.changing;
  const frame = createFrame(context.frame.target);
  const inner: Context = {
    ...context,
    scope: own,
    script,
    frame,
    self: node.type === "ArrowFunctionExpression" ? (value.self ?? context.self) : value.self,
    // What is called happens, once it is called.
    isConditional: false,
    condition: null,
    server: null,
    handler: context.handler ?? node,
    call: { caller: context },
    calls,
  };
  noteBirth(own, inner, run);
  const called: Called = {
    node,
    script,
    ...findReached(scope, context),
    left: frame.left,
    write: (part, own) => codeInHandler(part, own, inner, run),
    isEventTaken: false,
  };
  inner.chain = [...context.chain, called];
  run.called.set(node, called);
  const given = values.filter((one) => one !== null);
  if (node.type !== "ArrowFunctionExpression" && given.length > 0)
    inner.scope.declare("arguments", { kind: "list", items: given }, true);
  for (const [index, param] of node.params.entries()) {
    declarePattern(param, values[index] ?? null, inner, run, true);
  }
  if (values.length > 0 && given.length === 0) declareDefaults(value, own);
  called.isEventTaken = isEventTaken(inner);
  // What a component is told by default is not what it is told.
  if (isComponent(run) && values.length > 0 && given.length === 0)
    for (const binding of own.bindings.values())
      if (binding.value && isPlainDefault(binding.value)) binding.value = null;
  if (node.body.type !== "BlockStatement") return run.evaluate(node.body, inner);
  const returned = run.execute([...node.body.directives, ...node.body.body], inner);
  context.frame.thrown.push(...frame.thrown);
  return joinReturned(returned, run);
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
export function call(value: Value, values: Value[], context: Context, run: Run): Value {
  if (value.kind === "function") return callFunction(value, values, context, run);
  if (value.kind === "code" && value.choices) {
    const { asked, keys } = value;
    let left = context;
    for (const [at, choice] of value.choices.entries()) {
      const key = keys?.[at];
      const own = key ? withGuard(key, left) : left;
      const before = run.starts.length;
      run.call(choice, values, asked ? guard(asked, at === 0, own, run) : own);
      // Another chat is for what this one is not for.
      if (key && run.starts.length > before) left = withGuard({ ...key, holds: false }, left);
    }
  }
  return UNDEFINED;
}

const CLICKS =
  /^(click|dblclick|mousedown|mouseup|touchstart|touchend|pointerdown|pointerup|submit|finish|keydown|keyup|keypress|tap|press|change)$/i;
const LOADS = /^(load|DOMContentLoaded|ready|pageshow|readystatechange|mount|mounted|created)$/i;

/** So many elements of one listener are told apart. */
const MOST_PRESSABLE = 10;

/**
 * Reads a handler: of a click on an element, or of the page's own load.
 *
 * @param jquery the page's name for the jQuery that hands itself to what waits for the page
 */
export function handle(
  value: Value,
  element: OldElement | null,
  context: Context,
  run: Run,
  event = "click",
  jquery = "jQuery",
): void {
  const names = event.split(/[\s.]+/);
  const isClick = names.some((name) => CLICKS.test(name));
  const isLoad = names.some((name) => LOADS.test(name));
  // What is sent is a form, pasted or not.
  if (element && !element.name && names.includes("submit")) element.name = "form";
  if (isLoad && !isClick && value.kind === "function" && run.isLoaded(value)) return;
  if (element && isOther(element, context, run)) noteGiven(element, `on${event}`, run);
  const at = run.heard.length;
  if (isClick && element && value.kind === "function")
    run.heard.push({
      element,
      value,
      called: {
        node: value.node,
        script: value.script,
        isReached: false,
        around: new Set(),
        left: new Set(),
        write: (part, own) => codeInHandler(part, own, { ...context, script: value.script }, run),
        isEventTaken: false,
      },
    });
  const clicked: Context = {
    ...context,
    self: value.kind === "function" ? value.self : null,
    trigger:
      isClick && element?.name !== "#document" ? (element ?? context.trigger) : context.trigger,
    isAtLoad: isClick ? false : context.isAtLoad || isLoad,
    event: isLoad && !isClick ? context.event : { element, ran: new Set() },
    isLate: isClick || isLoad ? false : context.isLate,
    isConditional: false,
    condition: null,
    often: null,
    server: null,
    guards: context.guards.filter((one) => !isOnce(one, context, run)),
    handler: value.kind === "function" ? value.node : context.handler,
    call: { caller: null },
    chain: [],
  };
  const around = run.pressable;
  for (
    let nth = 0;
    nth === 0 || nth < Math.min(run.pressable.found.length, MOST_PRESSABLE);
    nth++
  ) {
    run.pressable = { found: nth === 0 ? [] : run.pressable.found, at: nth };
    const given: Value = event === "ready" ? jqueryAs(jquery) : { kind: "native", name: "event" };
    readGiving(clicked.trigger, run, () =>
      run.call(value, [given], { ...clicked, frame: createFrame() }),
    );
  }
  run.pressable = around;
  const heard = run.heard.at(at);
  const called = value.kind === "function" ? run.called.get(value.node) : undefined;
  if (heard && called && isComponent(run)) heard.called = called;
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
