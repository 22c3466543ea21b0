import { AlpineScopes } from "../frameworks/alpine.js";
import { buildComponent, type Component } from "../frameworks/component-scope.js";
import { contextOf, isComponent, reachOf } from "../frameworks/reach.js";
import { readActions } from "../frameworks/stimulus.js";
import { readScript, readUncalled } from "../read-script.js";
import type { Guard } from "../script/context.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { maskTemplates, readGiving } from "../script/statements/given.js";
import { codeValue, textValue, unbox, type Value } from "../script/value.js";
import { KAKAO, withChoices } from "../start.js";
import { toText } from "../text/to-text.js";
import { type OldElement, walk } from "./element.js";
import { findEvent } from "./handler-names.js";
import { findLooped, isItem, readForItems, readItemAddress } from "./items.js";
import { putReturned } from "./returned.js";
import { readSent } from "./sent.js";

const SCRIPT_ADDRESS = /^\s*javascript:/i;
/** Attributes whose value is an expression. */
const BOUND = /^(?::|v-bind:|x-bind:|ng-attr-|\[(?:attr\.)?)([\w-]+)\]?$/;

/** Reads all code within the markup: in the component's own scope, if there is one. */
export function readHandlers(run: Run): void {
  const component = buildComponent(run);
  if (run.language === "svelte") for (const element of walk(run.root)) writeOutShort(element, run);
  bindElements(run);
  const alpine = new AlpineScopes(run);
  readActions(run);
  // A handler can send a form whose fields stand after it.
  for (const element of [...walk(run.root)]) {
    const own = isComponent(run) ? component : alpine.findComponent(element, component);
    for (const [name, value] of [...element.attributes])
      if (!isHandler(name, value)) readBound(element, name, value, own, run);
  }
  readSent(component, run);
  for (const element of [...walk(run.root)]) {
    const scope = isComponent(run) ? component.scope : alpine.find(element, component.scope);
    readOwnHandlers(element, { ...component, scope }, run);
  }
}

/** Reads what nothing that was read so far has called, and the code within the markup that scripts have made. */
export function readRest(run: Run): void {
  readMadeHandlers(run);
  readUncalled(run);
  putReturned(run);
  readMadeHandlers(run);
}

/** `$("body").append('<button onclick="...">')` */
function readMadeHandlers(run: Run): void {
  if (isComponent(run)) return;
  for (const top of [run.root, ...run.made])
    for (const element of [top, ...walk(top)])
      readOwnHandlers(element, { scope: run.global, self: null }, run);
}

function isHandler(name: string, value: string): boolean {
  return findEvent(name) !== undefined || (name === "href" && SCRIPT_ADDRESS.test(value));
}

function readOwnHandlers(element: OldElement, component: Component, run: Run): void {
  if (run.handled.has(element)) return;
  run.handled.add(element);
  for (const [name, value] of [...element.attributes]) {
    if (!isHandler(name, value)) continue;
    const event = findEvent(name);
    const code = event ? value : decode(value.replace(SCRIPT_ADDRESS, ""));
    readHandler(element, code, event ?? "click", component, run);
  }
}

/** Svelte's `{onclick}` is `onclick={onclick}`, and `{href}` is `href={href}`. */
function writeOutShort(element: OldElement, { pieces }: Run): void {
  const all = [...element.attributes].map(([name, value]): [string, string] => {
    const short = value === "" ? pieces.findCode(name)[0]?.code.trim() : undefined;
    const isRead = short !== undefined && (findEvent(short) || LINK.test(short));
    return isRead ? [short, name] : [name, value];
  });
  element.attributes = new Map(all);
}

/** Svelte's `bind:this={form}` */
function bindElements(run: Run): void {
  if (run.language !== "svelte" && run.language !== "angular") return;
  for (const element of walk(run.root)) {
    // Angular's `#form`
    for (const key of element.attributes.keys())
      if (/^#\w+$/.test(key))
        run.global.declare(key.slice(1), { kind: "elements", elements: [element] });
    const [name] = run.pieces.findCode(element.attributes.get("bind:this") ?? "");
    if (name) run.global.declare(name.code.trim(), { kind: "elements", elements: [element] });
  }
}

function decode(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

function readHandler(
  element: OldElement,
  value: string,
  event: string,
  { scope, self }: Component,
  run: Run,
): void {
  const code = run.pieces
    .split(value.replace(/^\s*\|([\s\S]*)\|\s*$/, "$1"))
    .map((part) => {
      if ("text" in part) return part.text;
      // Svelte's handler is one expression in braces; in what a script makes, it is a part of a text.
      const isWhole = part.kind === "code" && run.language === "svelte";
      return isWhole ? `(${part.code})` : run.pieces.add(part);
    })
    .join("");
  if (!code.trim()) return;
  const isAlpine = scope !== run.global;
  const own = isComponent(run) ? reachOf(scope, run) : new Set(isAlpine ? [scope] : []);
  const isLoad = /load/i.test(event);
  const readAs = (outer: Scope, guards: readonly Guard[] = [], reach = own) => {
    const inner = new Scope(outer);
    for (const name of ["event", "$event"]) inner.declare(name, { kind: "native", name: "event" });
    if (run.language === "angular" || isItem("event", element))
      inner.declare("event", codeValue("event"));
    // `{#each events as event}`
    for (const name of element.locals ?? [])
      if (!outer.bindings.has(name)) inner.declare(name, codeValue(name));
    const trigger = isLoad ? null : element;
    const place = { offset: -1, scope: inner, self, trigger, reach, guards };
    const result = readGiving(trigger, run, () => {
      const text = run.isMasked ? maskTemplates(code, run.pieces) : code;
      return readScript({ ...place, text, isAtLoad: isLoad }, run);
    });
    // `@click="open"` names a function; `onclick="open"` does nothing.
    const isChosen = result?.kind === "code" && result.keys !== undefined;
    if (isComponent(run) && result && (result.kind === "function" || isChosen)) {
      run.handle(
        result,
        element,
        { ...contextOf(run, scope), reach, self, trigger, guards },
        event,
      );
    }
  };
  const before = run.starts.length;
  readAs(scope);
  const looped = run.starts.length === before && findLooped(element, { scope, self }, run);
  if (looped) readForItems(looped, readAs, run);
}

/** `v-bind="{ href: url, title: "..." }"`: each of them by its own name. */
function spreadObject(element: OldElement, name: string, value: Value, run: Run): void {
  const object = unbox(value, run.language);
  if (object.kind !== "object") return;
  element.attributes.delete(name);
  for (const [key, one] of object.entries) {
    const text = toText(unbox(one, run.language), run);
    const isPlain = run.pieces.findCode(text).length === 0 || LINK.test(key);
    if (isPlain) element.attributes.set(key, text);
    else element.attributes.set(`:${key}`, run.pieces.showCode(run.pieces.toExpression(text)));
  }
}

const LINK = /^(href|to|action|value|target)$/i;

/** An attribute that is an expression gets what that stands for. */
function readBound(
  element: OldElement,
  name: string,
  value: string,
  { scope, self }: Component,
  run: Run,
): void {
  const isAlpine = !isComponent(run) && scope !== run.global;
  const reach = isAlpine ? new Set([scope]) : reachOf(scope, run);
  const read = (text: string) =>
    readScript({ text: `(${text})`, offset: -1, scope, self, reach }, run) ?? textValue("");
  const bound = BOUND.exec(name)?.[1];
  if (bound && (isComponent(run) || isAlpine)) {
    if (LINK.test(bound)) {
      const text = toText(unbox(read(value), run.language), run);
      const item = KAKAO.test(withChoices(run, text))
        ? ""
        : readItemAddress(element, value, { scope, self }, run);
      element.attributes.set(bound, item || text);
    }
    return;
  }
  if (name === "v-bind" || name === "x-bind") {
    spreadObject(element, name, read(value), run);
    return;
  }
  if (run.language !== "svelte") return;
  if (!LINK.test(name)) return;
  if (!run.pieces.has(value)) return;
  const text = run.pieces
    .split(value)
    .map((part) => {
      if ("text" in part) return part.text;
      return part.kind === "code" ? toText(read(part.code), run) : run.pieces.add(part);
    })
    .join("");
  element.attributes.set(name, text);
}
