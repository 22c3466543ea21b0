import type { AssignmentExpression, Node } from "@babel/types";
import { listEntries } from "../../calls/entries.js";
import { readRef } from "../../frameworks/vue-names.js";
import { createElement } from "../../markup/element.js";
import { toText } from "../../text/to-text.js";
import { decided, sinceBirth, sinceDeclared } from "../births.js";
import type { Context } from "../context.js";
import { noteWriter } from "../elsewhere.js";
import type { Run } from "../run.js";
import { isChanging, noteEvent, withoutState } from "../settled.js";
import { codeValue, textValue, UNDEFINED, type Value } from "../value.js";
import { chooseHidden, isAddress, isText } from "../values/decide.js";
import { addIf } from "../values/fill.js";
import { isMarkup, joinMarkup } from "../values/markup-text.js";
import { nameOfMember } from "../values/member.js";
import { declarePattern } from "../values/pattern.js";
import { appendHtml, assignElement, assignStyle } from "./assign-element.js";
import { readBefore, readRight, readSum } from "./from-itself.js";
import { giveAddress } from "./given.js";
import { assignLocation, assignNative, goTo, openIn } from "./navigation.js";
import { joinWrites, writeInBranch } from "./writes.js";

/** `target = value` and its kin. */
export function assign(node: AssignmentExpression, context: Context, run: Run): Value {
  const { left, operator } = node;
  let value = readRight(node, context, run);
  let assigned = context;
  if (operator === "+=" || operator === "&=") {
    const own = left.type === "Identifier" ? context.scope.find(left.name)?.binding.value : null;
    const isText = own?.kind === "text";
    const before = isText ? own : isReadable(left) ? readBefore(left, context, run) : textValue("");
    const since = left.type === "Identifier" ? sinceNamed(left.name, context, run) : context;
    const added = addIf(before, value, since, run);
    const sum = textValue(toText(before, run) + toText(added ?? value, run));
    value = readSum(left, before, sum, run);
    // What decides about it is in it.
    if (added) assigned = decided(context);
  } else if (operator !== "=") {
    // `??=`, `||=`: what it already has counts where it is known.
    if (!/^(\?\?|\|\|)=$/.test(operator)) value = codeValue("undefined", { hidden: ["…"] });
  }
  if (value.kind === "window") value.window.isKept = true;
  assignTo(left, value, assigned, run, node);
  return value;
}

function isReadable(node: Node): boolean {
  return node.type === "Identifier" || node.type === "MemberExpression";
}

/** Gives a value to a name, a member or a pattern. */
export function assignTo(target: Node, value: Value, context: Context, run: Run, node: Node): void {
  if (!run.step()) return;
  if (target.type === "Identifier") assignName(target.name, value, context, run, node);
  else if (target.type === "MemberExpression") {
    if (assignStyle(target, value, context, run)) return;
    // What is written to is the object itself.
    const object = run.evaluate(target.object, { ...context, event: null });
    assignMember(object, nameOfMember(target, context, run), value, context, run, node);
  } else if (target.type === "ObjectPattern" || target.type === "ArrayPattern") {
    declarePattern(target, value, context, run);
  }
}

function sinceNamed(name: string, context: Context, run: Run): Context {
  const found = context.scope.find(name);
  return found ? sinceDeclared(found.scope, context, run) : context;
}

function assignName(name: string, value: Value, context: Context, run: Run, node: Node): void {
  run.name(name, value);
  const found = context.scope.find(name);
  if (!found) {
    if (name === "location") goTo(value, context, run, node);
    else run.global.declare(name, value);
    return;
  }
  const { binding } = found;
  const before = binding.value;
  if (before && readRef(name, context)) {
    assignMember(before, "value", value, context, run, node);
    return;
  }
  const keep = () => {
    const { value: kept } = binding;
    return () => {
      binding.value = kept;
    };
  };
  const given = giveAddress(
    { owner: binding, key: name, before, keep },
    found.scope,
    value,
    context,
    run,
  );
  if (given) {
    binding.value = given;
    return;
  }
  const isRepeated =
    context.often?.list().has(found.scope) && isText(value) && !isAddress(value, run);
  const since = sinceDeclared(found.scope, context, run);
  const next = isMarkup(value, context)
    ? joinMarkup(before, value, since)
    : isRepeated
      ? chooseHidden(value, before ?? UNDEFINED, name)
      : joinWrites(before ?? UNDEFINED, value, since, run, name);
  if (found.scope !== context.scope) noteEvent(next, context, run);
  // What one handler makes of it is not what another finds.
  const isOther = found.scope !== context.scope && isChanging(name, found.scope, run);
  if (isOther && before?.kind === "code" && before.code.code === name)
    context.scope.declare(name, next);
  else binding.value = next;
  if (context.event) binding.writer = context.event;
}

/** A function that is no object's yet. */
function isUnbound(value: Value): value is Extract<Value, { kind: "function" }> {
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
  const since = sinceBirth(entries, context, run);
  const next = writeInBranch(before, value, since, run, name);
  if (!before && next !== value) run.onlyIf.set(next, { value, context: since });
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

function assignMember(
  object: Value,
  name: string,
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  run.name(name, value);
  // A custom element's own markup: `this.innerHTML`, `this.shadowRoot.innerHTML`.
  const isElement = object.kind === "object" || object.kind === "code";
  if (isElement && name === "innerHTML")
    appendHtml(createElement("", "script"), toText(value, run), run, context);
  switch (object.kind) {
    case "object":
      if (object.given?.has(name)) return;
      if (giveMember(object.entries, name, value, context, run)) return;
      noteEvent(value, context, run);
      run.written.add(object.entries);
      noteWriter(object.entries, name, context, run);
      object.entries.set(
        name,
        isUnbound(value)
          ? { ...value, self: object }
          : withoutState(name, writeMember(object.entries, name, value, context, run), run),
      );
      return;
    case "function":
      object.members?.set(name, value);
      return;
    case "list":
      if (/^\d{1,4}$/.test(name)) object.items[Number(name)] = value;
      return;
    case "params":
      // `url.search = query`
      if (name === "search")
        object.entries = listEntries(textValue(toText(value, run).replace(/^\?/, "")), run);
      return;
    case "window":
      if (name === "opener") object.window.isOpenerCut = true;
      if (name === "location" || name === "href") openIn(object.window, value, context, run, node);
      return;
    case "native":
      assignNative(object.name, name, value, context, run, node);
      return;
    case "elements":
      run.touched.set(node, object.elements);
      for (const element of object.elements) assignElement(element, name, value, context, run);
      return;
    default:
      // AngularJS: the names that its markup knows.
      if (object.kind === "code" && object.code.code === "$scope") run.global.declare(name, value);
      if (/^on[a-z]+$/.test(name) && value.kind === "function")
        run.call(value, [], { ...context, isLate: true });
      // `popup.location.href = url`, where the window is known.
      assignLocation(object, name, value, context, run, node);
  }
}
