import { codeValue, UNDEFINED, type Value } from "../script/value.js";
import type { Called } from "./call.js";

/** A bundle's `require("./config.js")`, and what says there what a module gives. */
export function callPacked({ object, name, values, context, run }: Called): Value | null {
  const { modules, given, getters } = run.packs;
  const [first, second] = values;
  if (modules.size === 0 || !first) return null;
  // Of what a script calls, a bundle's own `require` alone knows what a module gives: it has a name in the bundle.
  const required = object ? null : context.scope.find(name);
  const own = required?.binding.value;
  if (!object && !required) return null;
  if (own?.kind === "function" && !/\bexports\b/.test(own.code?.code ?? "")) return null;
  if (object) {
    if (name !== "d" || first.kind !== "object" || second?.kind !== "object") return null;
    getters.push({ exports: first.entries, entries: second.entries });
    return UNDEFINED;
  }
  const made = first.kind === "text" && values.length === 1 ? modules.get(first.text) : undefined;
  if (!made || first.kind !== "text") return null;
  const known = given.get(first.text);
  if (known) return { kind: "object", entries: known };
  const entries = new Map<string, Value>();
  given.set(first.text, entries);
  const exports: Value = { kind: "object", entries };
  const module: Value = { kind: "object", entries: new Map([["exports", exports]]) };
  run.call(made, [module, exports, codeValue(name)], context);
  const whole = module.entries.get("exports");
  if (whole?.kind === "object" && whole.entries !== entries)
    for (const [key, value] of whole.entries) entries.set(key, value);
  for (const getter of getters)
    if (getter.exports === entries)
      for (const [key, value] of getter.entries) entries.set(key, run.call(value, [], context));
  return exports;
}
