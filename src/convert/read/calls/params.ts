import { sinceBirth } from "../script/births.js";
import { writeText } from "../script/statements/writes.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";

const CHANGES = /^(?:append|set|delete|sort)$/;

/** Methods of queries and forms' data. */
export function callParams(
  called: Called,
  given: Extract<Value, { kind: "params" }>,
): Value | null {
  const { name, values, run } = called;
  const object = given.isFixed ? { ...given, entries: [...given.entries] } : given;
  const changed = given.isFixed ? object : UNDEFINED;
  const key = toText(values[0] ?? textValue(""), run);
  const context = sinceBirth(given, called.context, run);
  if (CHANGES.test(name)) run.queried.add(called.node);
  switch (name) {
    case "append":
    case "set": {
      const value = values[1] ?? textValue("");
      const at = object.entries.findIndex(([one]) => one === key);
      const before = object.entries[at];
      // What each branch appends is one parameter.
      const isOne = name === "set" || context.isConditional || context.server;
      const where = { context, run };
      if (before && isOne) object.entries[at] = [key, writeText(before[1], value, where, key)];
      else if (object.entries.length < 200)
        object.entries.push([key, writeText(undefined, value, where, key)]);
      return changed;
    }
    case "delete": {
      const isSure = !context.isConditional && !context.server;
      const where = { context, run };
      object.entries = isSure
        ? object.entries.filter(([one]) => one !== key)
        : object.entries.map(([one, text]) => [
            one,
            one === key ? writeText(text, textValue(""), where, key) : text,
          ]);
      return changed;
    }
    case "get": {
      const found = object.entries.find(([one]) => one === key);
      return found ? textValue(found[1]) : null;
    }
    case "toString":
      return textValue(toText(object, run));
    case "entries":
      if (given.isOpen) return null;
      return { kind: "list", items: listPairs(object) };
    case "forEach": {
      const [callback] = values;
      if (!callback || given.isOpen) return null;
      for (const [key, text] of [...object.entries])
        run.call(callback, [textValue(text), textValue(key)], called.context);
      return UNDEFINED;
    }
    default:
      return null;
  }
}

/** The pairs that a loop over it comes to. */
export function listPairs({ entries }: Extract<Value, { kind: "params" }>): Value[] {
  return entries.map(([name, text]) => ({
    kind: "list",
    items: [textValue(name), textValue(text)],
  }));
}
