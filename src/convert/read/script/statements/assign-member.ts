import type { Node } from "@babel/types";
import { createElement } from "../../markup/element.js";
import { listEntries } from "../../text/entries.js";
import { toText } from "../../text/to-text.js";
import { sinceBirth } from "../births.js";
import type { Context } from "../context.js";
import { noteWriter } from "../elsewhere.js";
import type { Run } from "../run.js";
import { noteEvent, withoutState } from "../settled.js";
import { type FunctionValue, textValue, type Value } from "../value.js";
import { appendHtml, assignElement } from "./assign-element.js";
import { giveAddress } from "./given.js";
import { assignLocation, assignNative, openIn } from "./navigation.js";
import { writeInBranch } from "./writes.js";

/** A function that is no object's yet. */
function isUnbound(value: Value): value is FunctionValue {
  return value.kind === "function" && !value.self && value.node.type === "FunctionExpression";
}

/** What a member is after it is written to: in a branch, it may not be there at all. */
function writeMember(
  entries: ReadonlyMap<string, Value>,
  name: string,
  value: Value,
  context: Context,
  run: Run,
): Value {
  const before = entries.get(name);
  const since = sinceBirth(entries, context, run.births);
  const next = writeInBranch(before, value, since, run, name);
  if (!before && next !== value) run.births.onlyIf.set(next, { value, context: since });
  return next;
}

/** Gives an object an address that another click finds in it. @returns whether that is done */
function giveMember(
  entries: Map<string, Value>,
  key: string,
  value: Value,
  context: Context,
  run: Run,
): boolean {
  const before = entries.get(key) ?? null;
  const keep = () => {
    const kept = entries.get(key);
    return () => {
      if (kept) entries.set(key, kept);
    };
  };
  const given = giveAddress({ owner: entries, key, before, keep }, entries, value, context, run);
  if (given) entries.set(key, given);
  return given !== null;
}

/** `object.name = value`: what that does to the object, or to the page. */
export function assignMember(
  object: Value,
  name: string,
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  run.name(name, value);
  if (name === "innerHTML") readOwnMarkup(object, value, context, run);
  switch (object.kind) {
    case "object":
      assignOwn(object, name, value, context, run);
      return;
    case "function":
      object.members?.set(name, value);
      return;
    case "list":
      if (/^\d{1,4}$/.test(name)) object.items[Number(name)] = value;
      return;
    case "params":
      if (name === "search") object.entries = readSearch(value, run);
      return;
    case "window":
      if (name === "opener") object.window.isOpenerCut = true;
      if (name === "location" || name === "href") openIn(object.window, value, context, run, node);
      return;
    case "native":
      assignNative(object.name, name, value, context, run, node);
      return;
    case "elements":
      run.page.touched.set(node, object.elements);
      for (const element of object.elements) assignElement(element, name, value, context, run);
      return;
    default:
      assignUnknown(object, name, value, context, run, node);
  }
}

/** A custom element's own markup: `this.innerHTML`, `this.shadowRoot.innerHTML`. */
function readOwnMarkup(object: Value, value: Value, context: Context, run: Run): void {
  const isElement = object.kind === "object" || object.kind === "code";
  if (isElement) appendHtml(createElement("", "script"), toText(value, run), run, context);
}

/** `url.search = query` */
function readSearch(value: Value, run: Run): [string, string][] {
  return listEntries(textValue(toText(value, run).replace(/^\?/, "")), run);
}

/** `talk.open = function () {}`, `this.channel = "@shop"` */
function assignOwn(
  object: Extract<Value, { kind: "object" }>,
  name: string,
  value: Value,
  context: Context,
  run: Run,
): void {
  const { entries } = object;
  if (object.given?.has(name) || giveMember(entries, name, value, context, run)) return;
  noteEvent(value, context, run);
  run.births.written.add(entries);
  noteWriter(entries, name, context, run.changes);
  entries.set(
    name,
    isUnbound(value)
      ? { ...value, self: object }
      : withoutState(name, writeMember(entries, name, value, context, run), run),
  );
}

/** A member of what is not in the paste. */
function assignUnknown(
  object: Value,
  name: string,
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  // AngularJS: the names that its markup knows.
  if (object.kind === "code" && object.code.code === "$scope") run.global.declare(name, value);
  if (/^on[a-z]+$/.test(name) && value.kind === "function")
    run.call(value, [], { ...context, isLate: true });
  // `popup.location.href = url`, where the window is known.
  assignLocation(object, name, value, context, run, node);
}
