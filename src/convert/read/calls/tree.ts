import { append, attach, detach, type OldElement } from "../markup/element.js";
import type { Run } from "../script/run.js";
import { appendHtml, noteMade, put } from "../script/statements/assign-element.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import type { Elements } from "./elements.js";
import { findAll } from "./query.js";

/** What puts elements into the page, and takes them out. */
export function callTree(called: Called, object: Elements): Value | null {
  const { name, values, context, run } = called;
  const [first] = values;
  const [element] = object.elements;
  const inserted = values.flatMap((value) => listInserted(value));
  // What a click takes off the page is there until then.
  const isTakenOut = ({ origin }: OldElement) => context.trigger === null || origin !== "page";
  switch (name) {
    case "append":
    case "appendChild":
    case "prepend":
    case "insertBefore":
    case "after":
    case "before":
      noteMade(inserted, context, run);
      if (!element) return object;
      for (const one of inserted) put(one, element, context, run);
      for (const value of values)
        if (value.kind === "text") appendHtml(element, value.text, run, context);
      if (element.isAttached || element.origin === "page") attach(inserted);
      if (element.name === "body" || isBody(element)) attach(inserted);
      return name === "append" || name === "prepend" ? object : (first ?? object);
    case "insertAdjacentHTML":
      if (element) appendHtml(element, toText(values[1] ?? textValue(""), run), run, context);
      return UNDEFINED;
    case "appendTo":
    case "prependTo":
    case "insertAfter": {
      const parent = listInserted(first)[0] ?? findParent(first, run);
      noteMade(object.elements, context, run);
      if (parent && parent.name !== "body")
        for (const one of object.elements) put(one, parent, context, run);
      if (
        !parent ||
        parent.name === "body" ||
        parent.origin === "page" ||
        isBody(parent) ||
        parent.isAttached
      ) {
        attach(object.elements);
      }
      return object;
    }
    case "replaceWith":
      for (const value of values)
        if (value.kind === "text") appendHtml(run.root, value.text, run, context);
      if (element?.parent) for (const one of inserted) append(element.parent, one);
      attach(inserted);
      detach(object.elements);
      return object;
    case "remove":
    case "detach":
    case "empty":
      detach(object.elements.filter(isTakenOut));
      return object;
    case "removeChild":
      detach(inserted.filter(isTakenOut));
      return UNDEFINED;
    default:
      return null;
  }
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
