import { noteBirth } from "../script/births.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { assignElement } from "../script/statements/assign-element.js";
import { numberValue, textValue, UNDEFINED, type Value } from "../script/value.js";
import { decode } from "../text/decode.js";
import { encodeEntries, toText, withoutEncoder } from "../text/to-text.js";
import type { Called } from "./call.js";

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
      return made({ kind: "params", entries: first ? listEntries(first, run) : [] });
    case "Map":
      return first?.kind === "list" && first.items.every(isPairOfTexts)
        ? made({ kind: "params", entries: listEntries(first, run) })
        : null;
    case "HttpParams": {
      const options = first?.kind === "object" ? first.entries : new Map<string, Value>();
      const given = options.get("fromObject");
      return { kind: "params", entries: given ? listEntries(given, run) : [], isFixed: true };
    }
    case "URL": {
      const address = toText(first ?? textValue(""), run);
      const base = second ? joinAddress(address, toText(second, run)) : address;
      return made({ kind: "params", entries: [], base });
    }
    case "$.param":
    case "jQuery.param":
    case "qs.stringify":
    case "querystring.stringify":
    case "Qs.stringify":
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
      return { kind: "object", entries: target.entries };
    }
    case "Object.freeze":
    case "Object.seal":
    case "Object.preventExtensions":
    case "structuredClone":
      return first ?? null;
    case "Object.entries":
    case "Object.keys":
    case "Object.values":
      return first?.kind === "object" ? listObject(first.entries, name) : null;
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

/** `["extra", no]`, of which no part is a function or an object. */
function isPairOfTexts(value: Value): boolean {
  return (
    value.kind === "list" &&
    value.items.length === 2 &&
    value.items.every(({ kind }) => kind === "text" || kind === "code" || kind === "native")
  );
}

/** `new URL("/chat/open/@shop", "https://bizmessage.kakao.com")` */
function joinAddress(address: string, base: string): string {
  const origin = /^(?:https?:)?\/\/[^/?#]+/i.exec(base)?.[0];
  if (origin === undefined || /^(?:[a-z][\w+.-]*:|\/\/)/i.test(address)) return address;
  if (address.startsWith("/")) return origin + address;
  const folder = base
    .slice(origin.length)
    .replace(/[?#].*$/s, "")
    .replace(/[^/]*$/, "");
  return `${origin}${folder || "/"}${address}`;
}

/** An address by its parts, as routers take it: `{ pathname: "https://...", query: { uuid: "@shop" } }`. */
export function joinParts(entries: ReadonlyMap<string, Value>, run: Run): string {
  const read = (name: string) => {
    const value = entries.get(name);
    return value ? toText(value, run) : "";
  };
  const host = read("host") || read("hostname");
  const query = entries.get("query");
  return [
    host && `${read("protocol").replace(/:$/, "") || "https"}://${host}`,
    read("pathname"),
    query ? `?${encodeEntries(listEntries(query, run), run)}` : read("search"),
  ].join("");
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

/** The pairs that a query is made of. */
export function listEntries(value: Value, run: Run): [string, string][] {
  if (value.kind === "params") return [...value.entries];
  if (value.kind === "object") {
    return [...value.entries]
      .slice(0, 200)
      .filter(([, one]) => !(one.kind === "native" && one.name === "undefined"))
      .map(([key, one]) => [key, toText(one, run)]);
  }
  if (value.kind === "list") {
    return value.items.flatMap((item): [string, string][] => {
      if (item.kind === "list") {
        return [[toText(item.items[0] ?? UNDEFINED, run), toText(item.items[1] ?? UNDEFINED, run)]];
      }
      if (item.kind !== "object") return [];
      const [name, text] = [item.entries.get("name"), item.entries.get("value")];
      return name && text ? [[toText(name, run), toText(text, run)]] : [];
    });
  }
  if (value.kind !== "text") return [];
  return value.text.split("&", 200).flatMap((pair): [string, string][] => {
    const at = pair.indexOf("=");
    const part = (text: string) =>
      withoutEncoder(decode(text.replace(/\+/g, " "), run.pieces), run.pieces);
    return at < 1 ? [] : [[part(pair.slice(0, at)), part(pair.slice(at + 1))]];
  });
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
  if (value.kind !== "object") return undefined;
  const entries = [...value.entries].map(
    ([key, one]) => [key, toPlain(one, called, depth + 1)] as const,
  );
  return entries.some(([, one]) => one === undefined) ? undefined : Object.fromEntries(entries);
}
