import type { Value } from "../script/value.js";
import { callAttributes } from "./attributes.js";
import type { Called } from "./call.js";
import { callFinders } from "./finders.js";
import { callHandlers } from "./listeners.js";
import { callOptions } from "./options.js";
import { callTree } from "./tree.js";

export type Elements = Extract<Value, { kind: "elements" }>;

/** A method of elements, of a known name. */
export type Method = (called: Called, object: Elements) => Value | null;

/** Methods of elements, the browser's and jQuery's. */
export function callElements(called: Called, object: Elements): Value | null {
  called.run.page.touched.set(called.node, object.elements);
  return (
    callAttributes(called, object) ??
    callTree(called, object) ??
    callHandlers(called, object) ??
    callFinders(called, object) ??
    callPlugin(called, object)
  );
}

function callPlugin(called: Called, object: Elements): Value | null {
  const { name, values, context, run } = called;
  const plugin = run.calls.plugins.get(name);
  if (!plugin) {
    for (const value of values) if (value.kind === "object") callOptions(value, called);
    return null;
  }
  run.call({ ...plugin, self: object }, values, context);
  return object;
}
