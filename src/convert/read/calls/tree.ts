import { append, attach, detach, type OldElement } from "../markup/element.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { appendHtml, noteMade, put } from "../script/statements/assign-element.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import type { Elements, Method } from "./elements.js";
import { findAll } from "./query.js";

/** What each of them does, by the method's name. */
const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    append: insert,
    appendChild: insert,
    prepend: insert,
    insertBefore: insert,
    after: insert,
    before: insert,
    insertAdjacentHTML: insertMarkup,
    appendTo: insertInto,
    prependTo: insertInto,
    insertAfter: insertInto,
    replaceWith: replace,
    remove: takeOut,
    detach: takeOut,
    empty: takeOut,
    removeChild: takeOutGiven,
  }),
);

/** What puts elements into the page, and takes them out. */
export function callTree(called: Called, object: Elements): Value | null {
  return METHODS.get(called.name)?.(called, object) ?? null;
}

/** `list.append(button)`, `list.insertBefore(button, null)` */
function insert({ name, values, context, run }: Called, object: Elements): Value {
  const [element] = object.elements;
  const inserted = values.flatMap(listInserted);
  noteMade(inserted, context, run);
  if (!element) return object;
  for (const one of inserted) put(one, element, context, run);
  for (const value of values)
    if (value.kind === "text") appendHtml(element, value.text, run, context);
  if (element.isAttached || element.origin === "page") attach(inserted);
  if (element.name === "body" || isBody(element)) attach(inserted);
  return name === "append" || name === "prepend" ? object : (values[0] ?? object);
}

/** `list.insertAdjacentHTML("beforeend", "<button>...")` */
function insertMarkup({ values, context, run }: Called, { elements: [element] }: Elements): Value {
  if (element) appendHtml(element, toText(values[1] ?? textValue(""), run), run, context);
  return UNDEFINED;
}

/** `$("<button>").appendTo("#list")` */
function insertInto({ values: [first], context, run }: Called, object: Elements): Value {
  const parent = listInserted(first)[0] ?? findParent(first, run);
  noteMade(object.elements, context, run);
  if (parent && parent.name !== "body")
    for (const one of object.elements) put(one, parent, context, run);
  if (!parent || isInPage(parent)) attach(object.elements);
  return object;
}

function isInPage(parent: OldElement): boolean {
  return parent.name === "body" || parent.origin === "page" || parent.isAttached === true;
}

/** `$(old).replaceWith("<button>...")` */
function replace({ values, context, run }: Called, object: Elements): Value {
  const [element] = object.elements;
  const inserted = values.flatMap(listInserted);
  for (const value of values)
    if (value.kind === "text") appendHtml(run.root, value.text, run, context);
  if (element?.parent) for (const one of inserted) append(element.parent, one);
  attach(inserted);
  detach(object.elements);
  return object;
}

/** `form.remove()` */
function takeOut({ context }: Called, object: Elements): Value {
  detach(object.elements.filter((one) => isTakenOut(one, context)));
  return object;
}

/** `box.removeChild(form)` */
function takeOutGiven({ values, context }: Called): Value {
  detach(values.flatMap(listInserted).filter((one) => isTakenOut(one, context)));
  return UNDEFINED;
}

/** What a click takes off the page is there until then. */
function isTakenOut({ origin }: OldElement, { trigger }: Context): boolean {
  return trigger === null || origin !== "page";
}

function isBody(element: OldElement): boolean {
  return element.origin === "absent" && element.name === "body";
}

/** `$(field).appendTo("#form")`, if that was pasted or made. */
function findParent(value: Value | undefined, run: Run): OldElement | undefined {
  if (value?.kind !== "text" || value.text.includes("<")) return undefined;
  return findAll(run, value.text).find(({ origin }) => origin !== "absent");
}

function listInserted(value: Value | undefined): OldElement[] {
  if (value?.kind === "elements") return value.elements;
  return value?.kind === "list" ? value.items.flatMap(listInserted) : [];
}
