import { sinceBirth } from "../script/births.js";
import type { Context } from "../script/context.js";
import { writeText } from "../script/statements/writes.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { listPairs } from "../text/entries.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";

const CHANGES = /^(?:append|set|delete|sort)$/;

type Params = Extract<Value, { kind: "params" }>;

/** What a method of a query is called on. */
interface Query extends Called {
  /** What it changes: a copy, of Angular's, which stay as they are. */
  object: Params;
  given: Params;
  /** The parameter that is named first. */
  key: string;
  /** Since the query is there. */
  since: Context;
}

type Method = (query: Query) => Value | null;

/** What each of them does, by the method's name. */
const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    append: writeField,
    set: writeField,
    delete: deleteField,
    get: readField,
    toString: writeQuery,
    entries: readPairs,
    forEach: callEach,
  }),
);

/** Methods of queries and forms' data. */
export function callParams(called: Called, given: Params): Value | null {
  const { name, values, run } = called;
  const object = given.isFixed ? { ...given, entries: [...given.entries] } : given;
  const key = toText(values[0] ?? textValue(""), run);
  const since = sinceBirth(given, called.context, run.births);
  if (CHANGES.test(name)) run.calls.queried.add(called.node);
  return METHODS.get(name)?.({ ...called, object, given, key, since }) ?? null;
}

/** What a method returns that has changed it. */
function changed({ given, object }: Query): Value {
  return given.isFixed ? object : UNDEFINED;
}

/** `query.set("extra", no)` */
function writeField(query: Query): Value {
  const { name, object, values, key, since: context, run } = query;
  const value = values[1] ?? textValue("");
  const at = object.entries.findIndex(([one]) => one === key);
  const before = object.entries[at];
  // What each branch appends is one parameter.
  const isOne = name === "set" || context.isConditional || context.server;
  const where = { context, run };
  if (before && isOne) object.entries[at] = [key, writeText(before[1], value, where, key)];
  else if (object.entries.length < 200)
    object.entries.push([key, writeText(undefined, value, where, key)]);
  return changed(query);
}

/** `query.delete("extra")` */
function deleteField(query: Query): Value {
  const { object, key, since: context, run } = query;
  const isSure = !context.isConditional && !context.server;
  const where = { context, run };
  object.entries = isSure
    ? object.entries.filter(([one]) => one !== key)
    : object.entries.map(([one, text]) => [
        one,
        one === key ? writeText(text, textValue(""), where, key) : text,
      ]);
  return changed(query);
}

/** `query.get("extra")` */
function readField({ object, key }: Query): Value | null {
  const found = object.entries.find(([one]) => one === key);
  return found ? textValue(found[1]) : null;
}

/** `query.toString()` */
function writeQuery({ object, run }: Query): Value {
  return textValue(toText(object, run));
}

/** `query.entries()` */
function readPairs({ given, object }: Query): Value | null {
  return given.isOpen ? null : { kind: "list", items: listPairs(object) };
}

/** `query.forEach((value, name) => ...)` */
function callEach({ values: [callback], given, object, context, run }: Query): Value | null {
  if (!callback || given.isOpen) return null;
  for (const [key, text] of [...object.entries])
    run.call(callback, [textValue(text), textValue(key)], context);
  return UNDEFINED;
}
