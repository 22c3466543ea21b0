import type { Component } from "../frameworks/component-scope.js";
import { contextOf, isComponent, reachOf } from "../frameworks/reach.js";
import type { Guard } from "../script/context.js";
import { readScript } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { maskTemplates, readGiving } from "../script/statements/given.js";
import { codeValue } from "../script/value.js";
import { closest, type OldElement } from "./element.js";
import { listItems } from "./items.js";

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
  readAs(handler, scope, [], run);
  if (run.found.starts.length === before)
    for (const one of listItems(element, { scope, self }, run))
      readAs(handler, one.scope, [one.guard], run);
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
    .split(value.replace(/^\s*\|([\s\S]*)\|\s*$/, "$1"))
    .map((part) => {
      if ("text" in part) return part.text;
      // Svelte's handler is one expression in braces; in what a script makes, it is a part of a text.
      const isWhole = part.kind === "code" && run.language === "svelte";
      return isWhole ? `(${part.code})` : run.pieces.add(part);
    })
    .join("");
}

/**
 * Reads a handler.
 *
 * @param outer what it can name: of a list's item, that too
 * @param guards what decides which of the items that is
 */
function readAs(
  { element, code, event, component: { scope, self } }: Handler,
  outer: Scope,
  guards: readonly Guard[],
  run: Run,
): void {
  const isLoad = /load/i.test(event);
  const trigger = isLoad ? null : element;
  const inner = createHandlerScope(element, outer, run);
  const place = { offset: -1, scope: inner, self, trigger, reach: findReach(scope, run), guards };
  const result = readGiving(trigger, run, () => {
    const text = run.gifts.isMasked ? maskTemplates(code, run.pieces) : code;
    return readScript({ ...place, text, isAtLoad: isLoad }, run);
  });
  // `@click="open"` names a function; `onclick="open"` does nothing.
  const isChosen = result?.kind === "code" && result.keys !== undefined;
  if (isComponent(run) && result && (result.kind === "function" || isChosen))
    run.handle(result, element, { ...contextOf(run, scope), self, trigger, guards }, event);
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

/** Whether a loop around an element calls its item so: `v-for="event in events"`. */
function isItem(name: string, element: OldElement): boolean {
  const loop = new RegExp(`\\b${name}\\b.*\\s(?:in|of)\\s`);
  const isLoop = ([key, value]: [string, string]) =>
    /^(?:[vx]-for|\*ngfor)$/i.test(key) && loop.test(value);
  return closest(element, ({ attributes }) => [...attributes].some(isLoop)) !== null;
}
