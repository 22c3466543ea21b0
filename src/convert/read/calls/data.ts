import { PARAMETERS } from "../../../kakao.js";
import { noteBirth } from "../script/births.js";
import { assignJquery } from "../script/statements/jquery-members.js";
import { textValue, type Value } from "../script/value.js";
import { codeOf } from "../script/values/code-of.js";
import { isOpen } from "../script/values/literals.js";
import { joinAddress, listEntries, splitAddress } from "../text/entries.js";
import { encodeEntries, toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import {
  assignObjects,
  bindMethod,
  callEach,
  listObject,
  type Reader,
  readSame,
  writeJson,
} from "./objects.js";

/** What each of them makes, by the function's dotted name. */
const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    URLSearchParams: readFields,
    FormData: readFields,
    Map: readMap,
    HttpParams: readHttpParams,
    URL: readUrl,
    "$.param": encodeFields,
    "jQuery.param": encodeFields,
    "qs.stringify": encodeFields,
    "querystring.stringify": encodeFields,
    "Qs.stringify": encodeFields,
    "JSON.stringify": writeJson,
    "Object.assign": assignObjects,
    "$.extend": extendJquery,
    "jQuery.extend": extendJquery,
    "$.fn.extend": extendJquery,
    "jQuery.fn.extend": extendJquery,
    "Object.freeze": readSame,
    "Object.seal": readSame,
    "Object.preventExtensions": readSame,
    structuredClone: readSame,
    "Object.entries": listObject,
    "Object.keys": listObject,
    "Object.values": listObject,
    "Object.fromEntries": readEntries,
    "Array.from": ({ values: [first] }) =>
      first?.kind === "list" || first?.kind === "elements" ? first : null,
    "$.each": (called) => callEach(called, (key, one) => [key, one]),
    "jQuery.each": (called) => callEach(called, (key, one) => [key, one]),
    "_.each": (called) => callEach(called, (key, one) => [one, key]),
    "_.forEach": (called) => callEach(called, (key, one) => [one, key]),
    "angular.forEach": (called) => callEach(called, (key, one) => [one, key]),
    "$.proxy": bindMethod,
    "jQuery.proxy": bindMethod,
    "_.bind": bindMethod,
    "$.noConflict": () => ({ kind: "native", name: "jQuery" }),
    "jQuery.noConflict": () => ({ kind: "native", name: "jQuery" }),
  }),
);

/** What makes queries, objects and lists of others. */
export function callData(called: Called, name: string): Value | null {
  return READERS.get(name)?.(called, name) ?? null;
}

/** `$.extend(defaults, options)`; `$.extend({ talk() {} })` gives jQuery itself a function. */
function extendJquery(called: Called, name: string): Value | null {
  const [first, ...more] = called.values;
  if (first?.kind !== "object" || more.length > 0) return assignObjects(called);
  const jquery = name.slice(0, name.lastIndexOf("."));
  for (const [key, one] of first.entries) assignJquery(jquery, key, one, called.run);
  return null;
}

/** What is made, with the place where it is. */
function bear(params: Value, { context, run }: Called): Value {
  noteBirth(params, context, run.births);
  return params;
}

/** `new URLSearchParams({ uuid })`, `new FormData(form)` */
function readFields(called: Called): Value | null {
  const { node, values, context, run } = called;
  const [first] = values;
  if (first && isSomeOf(first)) return null;
  const params: Value = {
    kind: "params",
    entries: first ? listEntries(first, run) : [],
    ...(isOfPage(first) && { isOpen: true, code: codeOf(node, context, run) }),
  };
  return bear(params, called);
}

/** `new Map([["extra", no]])`, `new Map([["talk", open]])` */
function readMap(called: Called): Value | null {
  const [first] = called.values;
  if (first?.kind !== "list") return null;
  return first.items.every(isPairOfTexts)
    ? bear({ kind: "params", entries: listEntries(first, called.run) }, called)
    : readMapOfValues(first.items);
}

/** Angular's `new HttpParams({ fromObject: { uuid } })` */
function readHttpParams({ values: [first], run }: Called): Value {
  const options = first?.kind === "object" ? first.entries : new Map<string, Value>();
  const given = options.get("fromObject");
  return { kind: "params", entries: given ? listEntries(given, run) : [], isFixed: true };
}

/** `new URL("/chat", "https://...")` */
function readUrl(called: Called): Value {
  const { values, run } = called;
  const [first, second] = values;
  const address = toText(first ?? textValue(""), run);
  const base = second ? joinAddress(address, toText(second, run)) : address;
  return bear({ kind: "params", ...splitAddress(base, run) }, called);
}

/** `$.param({ uuid, extra })` */
function encodeFields({ values: [first], run }: Called): Value | null {
  if (first && isSomeOf(first)) return null;
  return first && (first.kind === "object" || first.kind === "list")
    ? textValue(encodeEntries(listEntries(first, run), run))
    : null;
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

/** `Object.fromEntries(Object.entries(order).filter(([, value]) => value))` */
function readEntries({ values: [first] }: Called): Value | null {
  if (first?.kind !== "list" || first.isFiltered === "of some") return null;
  const entries = readPairs(first.items);
  return entries && { kind: "object", entries };
}

/** `new Map([["talk", open]])`, of which some are functions. */
function readMapOfValues(items: readonly Value[]): Value | null {
  const entries = readPairs(items);
  return entries && { kind: "object", entries, isMap: true };
}

/** `[["talk", open]]`; `null` if something else is in it. */
function readPairs(items: readonly Value[]): Map<string, Value> | null {
  const entries = new Map<string, Value>();
  for (const item of items) {
    const [key, one, ...more] = item.kind === "list" ? item.items : [];
    if (key?.kind !== "text" || !one || more.length > 0) return null;
    entries.set(key.text, one);
  }
  return entries;
}
