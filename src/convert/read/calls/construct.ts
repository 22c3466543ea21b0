import { noteBirth } from "../script/births.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import type { Value } from "../script/value.js";

/** `new Talk("@shop")`: a function or a class, with what it puts into itself. */
export function construct(made: Value, values: Value[], context: Context, run: Run): Value | null {
  if (made.kind === "object") {
    const own = made.entries.get("constructor");
    if (own?.kind === "function") run.call({ ...own, self: made }, values, context);
    return made;
  }
  if (made.kind !== "function" || made.node.type === "ArrowFunctionExpression") return null;
  const entries = new Map<string, Value>();
  const self: Value = { kind: "object", entries };
  noteBirth(entries, context, run);
  for (const [name, one] of made.prototype ?? [])
    entries.set(name, one.kind === "function" ? { ...one, self } : one);
  const returned = run.call({ ...made, self }, values, context);
  return returned.kind === "object" ? returned : self;
}
