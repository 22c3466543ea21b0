import { noteBirth } from "../script/births.js";
import { type FunctionValue, UNDEFINED, type Value } from "../script/value.js";
import type { Called } from "./call.js";

/** What a function is called with: what a script's own call leaves out, is nothing. */
export function withLeftOut({ node }: FunctionValue, { node: call, values }: Called): Value[] {
  if (call.arguments.some(({ type }) => type === "SpreadElement")) return values;
  const missing = Math.max(0, node.params.length - values.length);
  return [...values, ...Array<Value>(missing).fill(UNDEFINED)];
}

/** `new Talk("@shop")`: a function or a class, with what it puts into itself. */
export function construct(made: Value, called: Called): Value | null {
  const { context, run } = called;
  if (made.kind === "object") {
    const own = made.entries.get("constructor");
    if (own?.kind === "function")
      run.call({ ...own, self: made }, withLeftOut(own, called), context);
    return made;
  }
  if (made.kind !== "function" || made.node.type === "ArrowFunctionExpression") return null;
  const entries = new Map<string, Value>();
  const self: Value = { kind: "object", entries };
  noteBirth(entries, context, run.births);
  for (const [name, one] of made.prototype ?? [])
    entries.set(name, one.kind === "function" ? { ...one, self } : one);
  const returned = run.call({ ...made, self }, withLeftOut(made, called), context);
  return returned.kind === "object" ? returned : self;
}
