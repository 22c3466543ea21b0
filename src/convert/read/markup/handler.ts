import type { Component } from "../frameworks/component-scope.js";
import { contextOf, isComponent, reachOf } from "../frameworks/reach.js";
import type { Guard } from "../script/context.js";
import { readScript } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { maskTemplates, readGiving } from "../script/statements/given.js";
import { codeValue } from "../script/value.js";
import { readEchoed } from "./echoed.js";
import type { OldElement } from "./element.js";
import { findLooped, isItem, readForItems } from "./items.js";

/** Reads a handler of an element: what it calls, with the element as what is clicked. */
export function readHandler(
  element: OldElement,
  value: string,
  event: string,
  { scope, self }: Component,
  run: Run,
): void {
  const code = writeCode(value, run);
  if (!code.trim()) return;
  const handler: Handler = { element, code, event, component: { scope, self } };
  const before = run.found.starts.length;
  const own = findReach(scope, run);
  const read = (outer: Scope, guards: readonly Guard[] = [], reach = own) =>
    readAs(handler, { scope: outer, guards, reach }, run);
  read(scope);
  if (run.found.starts.length > before) return;
  const looped = findLooped(element, { scope, self }, run);
  if (looped) readForItems(looped, read, run);
}

/** A handler of the markup's own. */
interface Handler {
  element: OldElement;
  code: string;
  event: string;
  /** What its markup can name. */
  component: Component;
}

/** A handler's value as a script: what is filled into it is a piece. */
function writeCode(value: string, run: Run): string {
  return run.pieces
    .split(readEchoed(value, run.pieces).replace(/^\s*\|([\s\S]*)\|\s*$/, "$1"))
    .map((part) => {
      if ("text" in part) return part.text;
      // Svelte's handler is one expression in braces; in what a script makes, it is a part of a text.
      const isWhole = part.kind === "code" && run.language === "svelte";
      return isWhole ? `(${part.code})` : run.pieces.add(part);
    })
    .join("");
}

/** Where a handler is read. */
interface Place {
  /** What it can name: of a list's item, that too. */
  scope: Scope;
  /** What decides which of the items that is. */
  guards: readonly Guard[];
  /** Scopes whose names the markup can say. */
  reach: ReadonlySet<Scope>;
}

function readAs(
  { element, code, event, component: { scope, self } }: Handler,
  { scope: outer, guards, reach }: Place,
  run: Run,
): void {
  const isLoad = /load/i.test(event);
  const trigger = isLoad ? null : element;
  const inner = createHandlerScope(element, outer, run);
  const place = { offset: -1, scope: inner, self, trigger, reach, guards };
  const result = readGiving(trigger, run, () => {
    const text = run.gifts.isMasked ? maskTemplates(code, run.pieces) : code;
    return readScript({ ...place, text, isAtLoad: isLoad }, run);
  });
  // `@click="open"` names a function; `onclick="open"` does nothing.
  const isChosen = result?.kind === "code" && result.keys !== undefined;
  if (isComponent(run) && result && (result.kind === "function" || isChosen))
    run.handle(result, element, { ...contextOf(run, scope), reach, self, trigger, guards }, event);
}

/** Scopes whose names the markup can say. */
function findReach(scope: Scope, run: Run): ReadonlySet<Scope> {
  if (isComponent(run)) return reachOf(scope, run);
  const isAlpine = scope !== run.global;
  return new Set(isAlpine ? [scope] : []);
}

/** The names of a handler's own: its event, and what loops around its element call their items. */
function createHandlerScope(element: OldElement, outer: Scope, { language }: Run): Scope {
  const inner = new Scope(outer);
  for (const name of ["event", "$event"]) inner.declare(name, { kind: "native", name: "event" });
  if (language === "angular" || isItem("event", element))
    inner.declare("event", codeValue("event"));
  // `{#each events as event}`
  for (const name of element.locals ?? [])
    if (!outer.bindings.has(name)) inner.declare(name, codeValue(name));
  return inner;
}
