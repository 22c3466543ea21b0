import type { Run } from "../script/run.js";
import { joinReturned } from "../script/statements/returns.js";
import { codeValue, type FunctionValue, type Value } from "../script/value.js";
import { declarePattern } from "../script/values/pattern.js";
import { contextOf } from "./reach.js";

/**
 * Reads Vue's `setup(props) {}` as what a `<script setup>` says: the new code is a function of its own beside
 * the old ones, so it knows all their names. The markup knows those alone that are returned.
 *
 * @returns what it returns
 */
export function readSetup({ node, script }: FunctionValue, run: Run): Value {
  const { global } = run;
  global.changing = new Map([...global.changing, ...(run.changes.changed.get(node) ?? [])]);
  run.calls.entered.add(node);
  run.component.isSetUp = true;
  const context = { ...contextOf(run, global), script };
  for (const param of node.params) {
    const value = param.type === "Identifier" ? codeValue(param.name) : null;
    declarePattern(param, value, context, run);
  }
  if (node.body.type !== "BlockStatement") return run.evaluate(node.body, context);
  const returned = joinReturned(run.execute(node.body.body, context), run);
  const known = returned.kind === "object" ? returned.entries : new Map<string, Value>();
  run.component.setUp = new Set(known.keys());
  run.component.modules = new Set([...global.bindings.keys()].filter((name) => !known.has(name)));
  return returned;
}
