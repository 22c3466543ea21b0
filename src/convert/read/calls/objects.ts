import { assignElement } from "../script/statements/assign-element.js";
import { numberValue, textValue, UNDEFINED, type Value } from "../script/value.js";
import { codeOf } from "../script/values/code-of.js";
import { findInstead, isOpen } from "../script/values/literals.js";
import type { Called } from "./call.js";
import type { Elements } from "./elements.js";

/** What a call of a known name comes to. */
export type Reader = (called: Called, name: string) => Value | null;

/** `Object.assign({ uuid }, options)`, `$.extend(defaults, options)` */
export function assignObjects(called: Called): Value | null {
  const { node, values, context, run } = called;
  const [first] = values;
  if (first?.kind === "elements") return assignToElements(first, called);
  const target = values.find((value) => value.kind === "object");
  if (target?.kind !== "object") return null;
  for (const value of values) {
    if (value.kind === "object")
      for (const [key, one] of value.entries) target.entries.set(key, one);
  }
  run.births.written.add(target.entries);
  if (!values.some(isOpen)) return { kind: "object", entries: target.entries };
  target.isOpen = true;
  const code = codeOf(node, context, run);
  const instead = values
    .slice(values.indexOf(target) + 1)
    .map(findInstead)
    .find((one) => one !== undefined);
  const isPages = instead !== undefined && !run.show;
  return {
    kind: "object",
    entries: new Map(target.entries),
    isOpen: true,
    code,
    ...(isPages && { instead }),
  };
}

/** `Object.assign(link, { href, target })` */
function assignToElements(to: Elements, { values, context, run }: Called): Value {
  for (const value of values)
    if (value.kind === "object")
      for (const [key, one] of value.entries)
        for (const element of to.elements) assignElement(element, key, one, context, run);
  return to;
}

/** `Object.freeze(names)` */
export function readSame({ values }: Called): Value | null {
  return values[0] ?? null;
}

/** `$.proxy(this, "open")`, `$.proxy(this.open, this)` */
export function bindMethod({ values: [first, second] }: Called): Value | null {
  const method = first?.kind === "object" && second?.kind === "text" ? second.text : "";
  const bound = method && first?.kind === "object" ? first.entries.get(method) : first;
  const self = method ? first : second;
  return bound?.kind === "function" && self ? { ...bound, self } : null;
}

/** `$.each(["uuid", "extra"], function (at, name) { ... })`, also with an object. */
export function callEach(
  { values: [each, callback], context, run }: Called,
  toArguments: (key: Value, one: Value) => Value[],
): Value | null {
  if (!callback) return null;
  const items = each?.kind === "list" && !each.isFiltered ? each.items : null;
  const pairs =
    each?.kind === "object"
      ? [...each.entries].map(([key, one]) => [textValue(key), one] as const)
      : items?.map((one, index) => [numberValue(index), one] as const);
  if (!pairs) return null;
  for (const [key, one] of pairs.slice(0, 100)) run.call(callback, toArguments(key, one), context);
  return UNDEFINED;
}

/** `Object.entries(names)`, `Object.keys(names)`, `Object.values(names)` */
export function listObject({ values: [first] }: Called, name: string): Value | null {
  if (first?.kind !== "object" || first.isOpen) return null;
  const pairs = [...first.entries].slice(0, 200);
  const items = pairs.map(([key, value]): Value => {
    if (name === "Object.keys") return textValue(key);
    if (name === "Object.values") return value;
    return { kind: "list", items: [textValue(key), value] };
  });
  return { kind: "list", items };
}

/** `JSON.stringify({ extra })`, if all of it is known. */
export function writeJson(called: Called): Value | null {
  const [first] = called.values;
  const plain = first && toPlain(first, called);
  return plain === undefined ? null : textValue(JSON.stringify(plain));
}

/** So many objects within each other are written out: one may hold itself. */
const DEEPEST = 50;

/** A value as JSON has it; `undefined` if something in it is not known. */
function toPlain(value: Value, called: Called, depth = 0): unknown {
  if (depth > DEEPEST || !called.run.step()) return undefined;
  if (value.kind === "text") {
    if (called.run.pieces.has(value.text)) return undefined;
    return value.isBare ? JSON.parse(value.text) : value.text;
  }
  if (value.kind === "list") {
    const items = value.items.map((item) => toPlain(item, called, depth + 1));
    return items.includes(undefined) ? undefined : items;
  }
  if (value.kind !== "object" || value.isOpen) return undefined;
  const entries = [...value.entries].map(
    ([key, one]) => [key, toPlain(one, called, depth + 1)] as const,
  );
  return entries.some(([, one]) => one === undefined) ? undefined : Object.fromEntries(entries);
}
