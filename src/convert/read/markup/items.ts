import type { Node } from "@babel/types";
import type { Component } from "../frameworks/component-scope.js";
import { reachOf } from "../frameworks/reach.js";
import { type Context, createContext, type Guard } from "../script/context.js";
import { parseExpression } from "../script/parse-script.js";
import { readScript } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { unbox, type Value } from "../script/value.js";
import { declarePattern } from "../script/values/pattern.js";
import { placeAnyItem } from "./any-item.js";
import { listEach } from "./each-item.js";
import { closest, type OldElement } from "./element.js";
import { noteItemAddress, type OneItem, pickItem } from "./item-address.js";

const LOOP = /^\s*([\s\S]+?)\s+(?:in|of)\s+([\s\S]+)$/;
const ANGULAR_LOOP = /^\s*let\s+(\w+)\s+of\s+([^;|]+)/;

/**
 * `:href="item.url"` in a `v-for`, `[href]` in an `*ngFor`: an address of a chat that only the item knows as a whole.
 *
 * @returns an address whose id is the expression; `""` if it leads elsewhere
 */
export function readItemAddress(
  element: OldElement,
  code: string,
  { scope, self }: Component,
  run: Run,
): string {
  const read = (text: string, inner: Scope) =>
    readScript(
      { text: `(${text})`, offset: -1, scope: inner, self, reach: reachOf(scope, run) },
      run,
    );
  let inner = scope;
  let isOneOfSome = false;
  for (const [, pattern = "", list = ""] of listLoops(element)) {
    const first = findOne(unbox(read(list, inner), run.language), run);
    const params = readParams(pattern);
    if (!first || !params) return "";
    inner = new Scope(inner);
    const [item] = params;
    const context = createContext({ text: pattern, offset: -1, scope: inner }, run);
    if (item) declarePattern(item, first.value, context, run, true);
    isOneOfSome = first.isOneOfSome;
  }
  if (inner === scope) return "";
  return noteItemAddress(element, read(code, inner), { isOneOfSome }, code, run);
}

/** The innermost loop around an element, if its list is known. */
interface Looped {
  params: readonly Node[];
  items: readonly Value[];
  /** Where its names are declared. */
  context: Context;
}

export function findLooped(
  element: OldElement,
  { scope, self }: Component,
  run: Run,
): Looped | null {
  const [, pattern = "", list = ""] = listLoops(element).at(-1) ?? [];
  if (!pattern) return null;
  const place = { text: `(${list})`, offset: -1, scope, self, reach: reachOf(scope, run) };
  const value = unbox(readScript(place, run), run.language);
  const items = value?.kind === "list" ? value.items : [];
  const params = readParams(pattern);
  return items.length < 2 || !params
    ? null
    : { params, items, context: createContext({ ...place, text: pattern }, run) };
}

/** Reads a handler for whichever item of a loop it is; if that says nothing, for each of them. */
export function readForItems(
  { params, items, context }: Looped,
  read: (outer: Scope, guards: readonly Guard[], reach?: Set<Scope>) => void,
  run: Run,
): void {
  const before = run.found.starts.length;
  const any = placeAnyItem(params, items, context, run);
  if (any) read(any.scope, [], new Set(any.reach));
  if (run.found.starts.length > before) return;
  for (const one of listEach(params, items, context, run)) read(one.scope, [one.guard]);
}

/** Whether a loop around an element calls its item so: `v-for="event in events"`. */
export function isItem(name: string, element: OldElement): boolean {
  const loop = new RegExp(`\\b${name}\\b.*\\s(?:in|of)\\s`);
  const isLoop = ([key, value]: [string, string]) =>
    /^(?:[vx]-for|\*ngfor)$/i.test(key) && loop.test(value);
  return closest(element, ({ attributes }) => [...attributes].some(isLoop)) !== null;
}

function readParams(pattern: string): readonly Node[] | null {
  const arrow = parseExpression(`${/^\(/.test(pattern) ? pattern : `(${pattern})`} => 0`);
  return arrow?.type === "ArrowFunctionExpression" ? arrow.params : null;
}

/** The loops around an element, the outermost first. */
function listLoops(element: OldElement): readonly (readonly string[])[] {
  const loops: (readonly string[])[] = [];
  for (let at: OldElement | null = element; at; at = at.parent) {
    const loop =
      LOOP.exec(at.attributes.get("v-for") ?? at.attributes.get("x-for") ?? "") ??
      ANGULAR_LOOP.exec(at.attributes.get("*ngfor") ?? "");
    if (loop) loops.unshift(loop);
  }
  return [...loops, ...(element.loops ?? []).map(({ pattern, list }) => ["", pattern, list])];
}

function findOne(value: Value | null, run: Run): OneItem | null {
  if (value?.kind === "list") return pickItem(value.items, run);
  return value?.kind === "object" ? pickItem([...value.entries.values()], run) : null;
}
