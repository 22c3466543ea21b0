import type { Node } from "@babel/types";
import { type OldElement, walk } from "../markup/element.js";
import type { Context, Handling } from "./context.js";
import { parseScript } from "./parse-script.js";
import {
  DEEPEST,
  findTarget,
  isFunction,
  listChildren,
  listNames,
  nameOfRoot,
} from "./references.js";
import type { Run } from "./run.js";
import type { Scope } from "./scope.js";
import { codeValue, textValue, type Value } from "./value.js";

/**
 * Notes which names of a script's are changed in the functions within it: what they are at first is not what
 * they are at the click.
 *
 * @returns the names that it changes, but does not declare, each with the functions that change it
 */
export function noteChanges(root: Node, run: Run): Map<string, Set<Node>> {
  const declared = new Set<string>();
  const own = new Set<string>();
  const inner = new Map<string, Set<Node>>();
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST) return;
    if (node !== root && isFunction(node)) {
      for (const [name, by] of noteChanges(node, run)) addAll(inner, name, by);
      return;
    }
    if (node.type === "VariableDeclarator") listNames(node.id, declared);
    const target = findTarget(node);
    if (target) noteTarget(target, root, own, run);
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier" && isFunction(root))
      noteMembers(node.right, run);
    const filled = findFilled(node);
    if (filled) noteContent(filled, root, own, run);
    if (node.type === "CallExpression" && isAssign(node))
      for (const one of node.arguments) noteMembers(one, run);
    for (const child of listChildren(node)) visit(child, depth + 1);
  };
  if (isFunction(root)) for (const param of root.params) listNames(param, declared);
  visit(root, 0);
  run.changed.set(root, new Map([...inner].filter(([name]) => declared.has(name))));
  // What it declares itself, nothing around it changes.
  for (const name of own) if (!declared.has(name)) addAll(inner, name, [root]);
  return new Map([...inner].filter(([name]) => !declared.has(name)));
}

function addAll(all: Map<string, Set<Node>>, name: string, added: Iterable<Node>): void {
  const known = all.get(name) ?? new Set();
  for (const one of added) known.add(one);
  all.set(name, known);
}

function noteTarget(target: Node, root: Node, own: Set<string>, run: Run): void {
  if (target.type !== "MemberExpression") {
    listNames(target, own);
    return;
  }
  if (target.computed && target.object.type === "Identifier") run.indexed.add(target.object.name);
  noteContent(target, root, own, run);
}

/** What is in an object or a list changes: Vue's `type.value = "a"`, too. */
function noteContent(changed: Node, root: Node, own: Set<string>, run: Run): void {
  const name = nameOfRoot(changed);
  if (name) own.add(name);
  if (changed.type !== "MemberExpression" || changed.property.type !== "Identifier") return;
  run.members.add(changed.property.name);
  if (changed.object.type === "ThisExpression")
    addAll(run.ownChanges, changed.property.name, [root]);
}

/** `Object.assign(form, { type })` */
function isAssign(node: Node): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { object, property } = node.callee;
  return nameOfRoot(object) === "Object" && nameOfRoot(property) === "assign";
}

/** The members that an object is written with: `form = { ...form, type }`, too. */
function noteMembers(object: Node, run: Run): void {
  for (const property of object.type === "ObjectExpression" ? object.properties : [])
    if (property.type === "ObjectProperty" && property.key.type === "Identifier")
      run.members.add(property.key.name);
}

/** `list` of `list.push(no)`, `form` of `Object.assign(form, { type })`. */
function findFilled(node: Node): Node | null {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  if (isAssign(node)) return node.arguments[0] ?? null;
  const { object, property } = node.callee;
  return property.type === "Identifier" && FILLS.test(property.name) ? object : null;
}

const FILLS = /^(?:push|pop|shift|unshift|splice|reverse|sort|fill)$/;

const MODEL = /^(?:v-model|x-model|\[?\(?ngmodel|bind:)/i;
/** A handler's code that may change something. */
const CHANGES = /=(?!=)|\+\+|--|\.\w+\(/;
const HANDLER = /^(?:on|@|v-on:|x-on:|\()/i;

/** Notes the names to which the markup gives values: in fields, and in handlers. */
export function noteMarkup(run: Run): void {
  for (const element of walk(run.root)) {
    for (const [name, value] of element.attributes) {
      const isModel = MODEL.test(name);
      if (!isModel && !(HANDLER.test(name) && CHANGES.test(value))) continue;
      const code = run.pieces.findCode(value).map((piece) => piece.code);
      const { program } = parseScript(code.length > 0 ? code.join("\n;") : value);
      if (isModel) noteModelled(program, run);
      else for (const one of noteChanges(program, run).keys()) run.assigned.add(one);
    }
  }
}

/** `v-model="form.type"`: what is typed is put into the member of that name. */
function noteModelled(node: Node, run: Run): void {
  listNames(node, run.assigned);
  const visit = (one: Node): void => {
    if (one.type === "MemberExpression") noteContent(one, one, run.assigned, run);
    for (const child of listChildren(one)) visit(child);
  };
  visit(node);
}

/** Whether a name gets other values than the one that it is declared with. */
export function isChanging(name: string, scope: Scope, run: Run): boolean {
  return scope.changing.has(name) || (scope.isGlobal && run.assigned.has(name));
}

/** Whether something of an object's or a component's own gets other values. */
export function isState(name: string, value: Value, run: Run): boolean {
  const isChanged = run.members.has(name) || run.assigned.has(name);
  return isChanged && (value.kind === "object" || isPlain(value));
}

type ObjectValue = Extract<Value, { kind: "object" }>;

/** A text that is no address: those are put together step by step. */
export function isPlain(value: Value): boolean {
  return value.kind === "text" && value.text !== "" && !/\/\//.test(value.text);
}

/** What a variable is at the click: its own name, if that is not its first value. */
export function settle(name: string, value: Value | null, scope: Scope, run: Run): Value | null {
  if (!value || run.show || !isChanging(name, scope, run)) return value;
  if (isPlain(value)) return codeValue(name, { hidden: scope.isGlobal ? [] : [name] });
  // Vue's `ref("a")`
  const inner =
    value.kind === "object" && run.language === "vue" ? value.entries.get("value") : null;
  if (inner) return isPlain(inner) && value.code ? { kind: "code", code: value.code } : value;
  if (value.kind === "object" && /^(?:vue|svelte)$/.test(run.language))
    settleMembers(name, value, scope, run);
  return value;
}

/** Vue's `reactive({ type: "a" })`: a computed value reads its members again once they have changed. */
function settleMembers(code: string, { entries }: ObjectValue, scope: Scope, run: Run): void {
  if (!run.step()) return;
  const hidden = scope.isGlobal ? [] : [code.replace(/\..*/, "")];
  for (const [key, one] of [...entries]) {
    const own = `${code}.${key}`;
    if (one.kind === "object") settleMembers(own, one, scope, run);
    else if (run.members.has(key) && isPlain(one)) entries.set(key, codeValue(own, { hidden }));
  }
}

/** React's `this.state`, which `setState` changes: what is no address is known at the click alone. */
export function withoutState(name: string, value: Value, run: Run): Value {
  if (name !== "state" || run.language !== "jsx" || value.kind !== "object") return value;
  const kept = [...value.entries].filter(([, one]) => !isPlain(one));
  const code = { code: "this.state", hidden: [], isAwaited: false };
  return { kind: "object", entries: new Map(kept), code };
}

/** Notes what an object is given that is of a handler's event. */
export function noteEvent(value: Value, { handler, trigger }: Context, run: Run): void {
  const texts = value.kind === "text" ? run.pieces.findCode(value.text) : [];
  const codes = value.kind === "code" ? [value.code] : texts;
  if (codes.some(({ code }) => /\bevent\b/.test(code))) run.madeBy.set(value, { handler, trigger });
}

/** Whether a value was made of the event of another handler. */
export function isOfOther(value: Value, { handler, trigger }: Context, { madeBy }: Run): boolean {
  const made = madeBy.get(value);
  return made !== undefined && !isWithin(made, { handler, trigger });
}

/** Whether what a handler has done is done before what is read now. */
function isWithin(made: Handling, { handler, trigger }: Handling): boolean {
  return (
    (made.handler !== null && made.handler === handler) ||
    (made.trigger !== null && made.trigger === trigger)
  );
}

/** What the same handler has put into a field that a visitor types into; `null` if it has not. */
export function readFilled(
  field: OldElement | undefined,
  context: Context | null,
  { filled }: Run,
): Value | null {
  const made = field && filled.get(field);
  if (!made || !context || !isWithin(made, context)) return null;
  return textValue(field.attributes.get("value") ?? "");
}
