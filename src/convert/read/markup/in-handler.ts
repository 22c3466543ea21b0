import type { Node } from "@babel/types";
import type { Code } from "../script/code.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { codeValue, type Value } from "../script/value.js";
import { codeOf } from "../script/values/code-of.js";

/**
 * A part of an old function as it can stand in a handler of the new button, whose event is `event`.
 *
 * @param own the names that the function declares: others stay what they are, whatever is given to them before
 */
export function codeInHandler(
  part: Node,
  own: ReadonlySet<string>,
  context: Context,
  run: Run,
): Code {
  const { reach } = context;
  const around = [...context.scope.list()];
  const kept = new Scope(context.scope);
  const changed = new Scope(kept);
  for (const name of new Set(around.flatMap(({ bindings }) => [...bindings.keys()]))) {
    const isReached = around.some((one) => reach.has(one) && one.bindings.has(name));
    if (isReached && !own.has(name)) kept.declare(name, null);
    else if (isEvent(context.scope.find(name)?.binding.value) && !isEventTaken(context))
      changed.declare(name, codeValue("event"));
  }
  const inner = { ...context, scope: changed, reach: new Set([...reach, kept]) };
  const code = codeOf(part, inner, run);
  return run.steps > run.limit ? { ...code, hidden: ["…"] } : code;
}

function isEvent(value: Value | null | undefined): boolean {
  return value?.kind === "native" && value.name === "event";
}

/** Whether `event` is something else in a function: a component's own word. */
export function isEventTaken({ scope }: Context): boolean {
  const found = scope.find("event");
  return found !== null && !isEvent(found.binding.value);
}
