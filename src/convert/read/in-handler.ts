import type { Node } from "@babel/types";
import { codeOf } from "./code-of.js";
import type { Context, Run } from "./run.js";
import { Scope } from "./scope.js";
import { type Code, codeValue } from "./value.js";

/** A part of an old function as it can stand in a handler of the new button, whose event is `event`. */
export function codeInHandler(part: Node, context: Context, run: Run): Code {
  const scope = new Scope(context.scope);
  const names = [...context.scope.list()].flatMap(({ bindings }) => [...bindings.keys()]);
  for (const name of names) {
    const value = context.scope.find(name)?.binding.value;
    if (value?.kind === "native" && value.name === "event") scope.declare(name, codeValue("event"));
  }
  const code = codeOf(part, { ...context, scope }, run);
  return run.steps > run.limit ? { ...code, hidden: ["…"] } : code;
}
