import type { CallExpression, Node } from "@babel/types";
import { toDashes } from "../markup/dataset.js";
import { walk } from "../markup/element.js";
import { parseScript } from "./parse-script.js";
import {
  DEEPEST,
  findTarget,
  isFunction,
  listChildren,
  listNames,
  nameOfCallee,
  nameOfRoot,
} from "./references.js";
import type { Run } from "./run.js";
import type { Changes } from "./run-parts.js";

/**
 * Notes which names of a script's are changed in the functions within it: what they are at first is not what
 * they are at the click.
 *
 * @returns the names that it changes, but does not declare, each with the functions that change it
 */
export function noteChanges(
  root: Node,
  changes: Changes,
  around: Aliases = new Map(),
): Map<string, Set<Node>> {
  const declared = new Set<string>();
  const own = new Set<string>();
  const aliases = new Map(around);
  const inner = new Map<string, Set<Node>>();
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST) return;
    if (node !== root && isFunction(node)) {
      for (const [name, by] of noteChanges(node, changes, aliases)) addAll(inner, name, by);
      return;
    }
    if (node.type === "VariableDeclarator") {
      listNames(node.id, declared);
      noteAlias(node, aliases);
    }
    const target = findTarget(node);
    if (target) noteTarget(target, root, own, changes, aliases);
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier" && isFunction(root))
      noteMembers(node.right, changes);
    const filled = findFilled(node);
    if (filled) noteContent(filled, root, own, changes, aliases);
    noteToggled(node, changes);
    if (node.type === "CallExpression") noteSetting(node, changes);
    for (const child of listChildren(node)) visit(child, depth + 1);
  };
  if (isFunction(root)) for (const param of root.params) listNames(param, declared);
  visit(root, 0);
  changes.changed.set(root, new Map([...inner].filter(([name]) => declared.has(name))));
  // What it declares itself, nothing around it changes.
  for (const name of own) if (!declared.has(name)) addAll(inner, name, [root]);
  return new Map([...inner].filter(([name]) => !declared.has(name)));
}

function addAll(all: Map<string, Set<Node>>, name: string, added: Iterable<Node>): void {
  const known = all.get(name) ?? new Set();
  for (const one of added) known.add(one);
  all.set(name, known);
}

/** `cart` of `var cart = App.cart` with the name of what it is in; `this` of `var self = this`. */
type Aliases = ReadonlyMap<string, string>;

function noteAlias(
  { id, init }: Extract<Node, { type: "VariableDeclarator" }>,
  aliases: Map<string, string>,
): void {
  if (id.type !== "Identifier" || !init) return;
  const name = init.type === "ThisExpression" ? "this" : nameOfRoot(init);
  aliases.delete(id.name);
  if (name) aliases.set(id.name, aliases.get(name) ?? name);
}

function noteTarget(
  target: Node,
  root: Node,
  own: Set<string>,
  changes: Changes,
  aliases: Aliases,
): void {
  if (target.type !== "MemberExpression") {
    listNames(target, own);
    return;
  }
  if (target.computed) noteIndexed(target.object, changes);
  noteContent(target, root, own, changes, aliases);
}

/** `order[key] = value`, `this[key] = value`: whichever member it is. */
function noteIndexed(object: Node, changes: Changes): void {
  if (object.type === "Identifier") changes.indexed.add(object.name);
  if (object.type === "ThisExpression") changes.indexed.add("this");
}

/** What is in an object or a list changes: Vue's `type.value = "a"`, too. */
function noteContent(
  changed: Node,
  root: Node,
  own: Set<string>,
  changes: Changes,
  aliases: Aliases,
): void {
  const name = nameOfRoot(changed);
  const meant = aliases.get(name) ?? "";
  for (const one of [name, meant]) if (one && one !== "this") own.add(one);
  if (changed.type !== "MemberExpression" || changed.property.type !== "Identifier") return;
  changes.members.add(changed.property.name);
  const { object } = changed;
  if (object.type === "ThisExpression" || (object.type === "Identifier" && meant === "this"))
    addAll(changes.ownChanges, changed.property.name, [root]);
}

/** `Object.assign(form, { type })` */
function isAssign(node: Node): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { object, property } = node.callee;
  return nameOfRoot(object) === "Object" && nameOfRoot(property) === "assign";
}

/** `Object.assign(this, { type })`, `this.$set(this, "type", value)` */
function noteSetting(call: CallExpression, changes: Changes): void {
  const [object, name] = call.arguments;
  if (isAssign(call)) {
    if (object?.type === "ThisExpression") changes.indexed.add("this");
    for (const one of call.arguments) noteMembers(one, changes);
  } else if (/^\$?set$/.test(nameOfCallee(call.callee)) && name?.type === "StringLiteral")
    changes.members.add(name.value);
}

/** The members that an object is written with: `form = { ...form, type }`, too. */
function noteMembers(object: Node, changes: Changes): void {
  for (const property of object.type === "ObjectExpression" ? object.properties : [])
    if (property.type === "ObjectProperty" && property.key.type === "Identifier")
      changes.members.add(property.key.name);
}

/** `list` of `list.push(no)`, `form` of `Object.assign(form, { type })`. */
function findFilled(node: Node): Node | null {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  if (isAssign(node)) return node.arguments[0] ?? null;
  const { object, property } = node.callee;
  return property.type === "Identifier" && FILLS.test(property.name) ? object : null;
}

const TOGGLES =
  /^(?:(?:add|remove|toggle)Class|(?:set|remove|toggle)Attribute|removeAttr|add|remove|toggle|replace)$/;

/** The classes and attributes that a call puts on an element, or takes off: `link.classList.add("on")`. */
function noteToggled(node: Node, changes: Changes): void {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return;
  const { property } = node.callee;
  if (property.type !== "Identifier") return;
  const isSetter = /^(?:attr|prop|data)$/.test(property.name) && node.arguments.length > 1;
  if (!isSetter && !TOGGLES.test(property.name)) return;
  for (const one of node.arguments)
    if (one.type === "StringLiteral")
      for (const name of one.value.split(/\s+/))
        changes.toggled.add(name).add(`data-${toDashes(name)}`);
}

const FILLS = /^(?:push|pop|shift|unshift|splice|reverse|sort|fill)$/;

const MODEL = /^(?:v-model|x-model|\[?\(?ngmodel|bind:|\[\()|^(?::|v-bind:)[\w-]+\.sync$/i;
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
      if (isModel) noteModelled(program, run.changes);
      else
        for (const one of noteChanges(program, run.changes).keys()) run.changes.assigned.add(one);
    }
  }
}

/** `v-model="form.type"`: what is typed is put into the member of that name. */
function noteModelled(node: Node, changes: Changes): void {
  listNames(node, changes.assigned);
  const visit = (one: Node): void => {
    if (one.type === "MemberExpression")
      noteContent(one, one, changes.assigned, changes, new Map());
    for (const child of listChildren(one)) visit(child);
  };
  visit(node);
}
