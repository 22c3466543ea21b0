import { PARAMETERS } from "../../../kakao.js";
import { noteBirth } from "../script/births.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { assignElement } from "../script/statements/assign-element.js";
import { numberValue, textValue, UNDEFINED, type Value } from "../script/value.js";
import { codeOf } from "../script/values/code-of.js";
import { findInstead, isOpen } from "../script/values/literals.js";
import { encodeEntries, toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { joinAddress, listEntries, splitAddress } from "./entries.js";

/** What makes queries, objects and lists of others. */
export function callData(called: Called, name: string): Value | null {
  const { values, context, run } = called;
  const [first, second] = values;
  const made = (params: Value) => {
    noteBirth(params, context, run);
    return params;
  };
  switch (name) {
    case "URLSearchParams":
    case "FormData":
      if (first && isSomeOf(first)) return null;
      return made({
        kind: "params",
        entries: first ? listEntries(first, run) : [],
        ...(isOfPage(first) && { isOpen: true, code: codeOf(called.node, context, run) }),
      });
    case "Map":
      if (first?.kind !== "list") return null;
      return first.items.every(isPairOfTexts)
        ? made({ kind: "params", entries: listEntries(first, run) })
        : readMap(first.items);
    case "HttpParams": {
      const options = first?.kind === "object" ? first.entries : new Map<string, Value>();
      const given = options.get("fromObject");
      return { kind: "params", entries: given ? listEntries(given, run) : [], isFixed: true };
    }
    case "URL": {
      const address = toText(first ?? textValue(""), run);
      const base = second ? joinAddress(address, toText(second, run)) : address;
      return made({ kind: "params", ...splitAddress(base, run) });
    }
    case "$.param":
    case "jQuery.param":
    case "qs.stringify":
    case "querystring.stringify":
    case "Qs.stringify":
      if (first && isSomeOf(first)) return null;
      return first && (first.kind === "object" || first.kind === "list")
        ? textValue(encodeEntries(listEntries(first, called.run), run))
        : null;
    case "JSON.stringify": {
      const plain = first && toPlain(first, called);
      return plain === undefined ? null : textValue(JSON.stringify(plain));
    }
    case "Object.assign":
    case "$.extend":
    case "jQuery.extend": {
      if (first?.kind === "elements") {
        for (const value of values)
          if (value.kind === "object")
            for (const [key, one] of value.entries)
              for (const element of first.elements) assignElement(element, key, one, context, run);
        return first;
      }
      const target = values.find((value) => value.kind === "object");
      if (target?.kind !== "object") return null;
      for (const value of values) {
        if (value.kind === "object")
          for (const [key, one] of value.entries) target.entries.set(key, one);
      }
      run.written.add(target.entries);
      if (!values.some(isOpen)) return { kind: "object", entries: target.entries };
      target.isOpen = true;
      const code = codeOf(called.node, context, run);
      const instead = values
        .slice(values.indexOf(target) + 1)
        .flatMap((one) => findInstead(one) ?? []);
      const [page] = run.show ? [] : instead;
      const entries = new Map(target.entries);
      return { kind: "object", entries, isOpen: true, code, ...(page && { instead: page }) };
    }
    case "Object.freeze":
    case "Object.seal":
    case "Object.preventExtensions":
    case "structuredClone":
      return first ?? null;
    case "Object.entries":
    case "Object.keys":
    case "Object.values":
      return first?.kind === "object" && !first.isOpen ? listObject(first.entries, name) : null;
    case "Array.from":
      return first?.kind === "list" || first?.kind === "elements" ? first : null;
    case "$.each":
    case "jQuery.each":
      return callEach(first, second, (key, one) => [key, one], context, run);
    case "_.each":
    case "_.forEach":
    case "angular.forEach":
      return callEach(first, second, (key, one) => [one, key], context, run);
    case "$.proxy":
    case "jQuery.proxy":
    case "_.bind": {
      // `$.proxy(this, "open")`, `$.proxy(this.open, this)`
      const method = first?.kind === "object" && second?.kind === "text" ? second.text : "";
      const bound = method && first?.kind === "object" ? first.entries.get(method) : first;
      const self = method ? first : second;
      return bound?.kind === "function" && self ? { ...bound, self } : null;
    }
    case "$.noConflict":
    case "jQuery.noConflict":
      return { kind: "native", name: "jQuery" };
    default:
      return null;
  }
}

/** `$.each(["uuid", "extra"], function (at, name) { ... })`, also with an object. */
function callEach(
  each: Value | undefined,
  callback: Value | undefined,
  toArguments: (key: Value, one: Value) => Value[],
  context: Context,
  run: Run,
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

/** Whether an object has members that are not known; one with a chat's parameters is known well enough. */
function isSomeOf(value: Value): boolean {
  if (value.kind !== "object" || !value.isOpen) return false;
  return !PARAMETERS.some(([name]) => value.entries.has(name));
}

/** `new URLSearchParams(location.search)`: what is in it is known at the click alone. */
function isOfPage(value: Value | undefined): boolean {
  return value !== undefined && (value.kind === "elements" || isOpen(value));
}

/** `["extra", no]`, of which no part is a function or an object. */
function isPairOfTexts(value: Value): boolean {
  return (
    value.kind === "list" &&
    value.items.length === 2 &&
    value.items.every(({ kind }) => kind === "text" || kind === "code" || kind === "native")
  );
}

/** `new Map([["talk", open]])`, of which some are functions. */
function readMap(items: readonly Value[]): Value | null {
  const entries = new Map<string, Value>();
  for (const item of items) {
    const [key, one, ...more] = item.kind === "list" ? item.items : [];
    if (key?.kind !== "text" || !one || more.length > 0) return null;
    entries.set(key.text, one);
  }
  return { kind: "object", entries, isMap: true };
}

function listObject(entries: Map<string, Value>, name: string): Value {
  const pairs = [...entries].slice(0, 200);
  const items = pairs.map(([key, value]): Value => {
    if (name === "Object.keys") return textValue(key);
    if (name === "Object.values") return value;
    return { kind: "list", items: [textValue(key), value] };
  });
  return { kind: "list", items };
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
