import { attribute, createElement, type OldElement } from "../markup/element.js";
import { parseMarkup } from "../markup/markup.js";
import { findElements, listAbsent } from "../markup/selector.js";
import { namesState } from "../markup/state-selector.js";
import { noteBirth } from "../script/births.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { assignElement, noteMade } from "../script/statements/assign-element.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { findById } from "../script/values/member.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import type { Elements } from "./elements.js";

/** What a selector finds; a stand-in if nothing that was pasted is it. */
export function findAll(run: Run, selector: string): OldElement[] {
  const found = findElements(run.root, selector);
  if (found.length > 0) return found;
  const unattached = createElement("", "script");
  unattached.children = run.made;
  const made = findElements(unattached, selector);
  if (made.length > 0) return made;
  const known = run.absent.get(selector);
  if (known) return known;
  const absent = listAbsent(selector).map((one) => findAbsent(one, run));
  run.absent.set(selector, absent);
  return absent;
}

/** Of what a script looks for by an id alone, the same stands for it in all selectors. */
function findAbsent(element: OldElement, { absent }: Run): OldElement {
  const id = attribute(element, "id");
  const isById = id !== "" && element.attributes.size === 1 && !element.name;
  const [known] = (isById && absent.get(`#${id}`)) || [];
  if (isById && !known) absent.set(`#${id}`, [element]);
  return known ?? element;
}

/** Whether what a selector finds is another at each click: `input[name=kind]:checked`. */
export function isOfMoment(selector: string, { isAtLoad }: Context): boolean {
  return !isAtLoad && namesState(selector);
}

/** `document.querySelector` and its kin, and jQuery's `$`. */
export function callQuery(called: Called, name: string): Value | null {
  const { values, context, run } = called;
  const text = toText(values[0] ?? textValue(""), run);
  if (isOfMoment(name === "document.getElementsByClassName" ? `.${text}` : text, context))
    return null;
  switch (name) {
    case "document.getElementById":
      return elements(findAll(run, `#${text}`));
    case "document.querySelector":
      return elements(findAll(run, text).slice(0, 1));
    case "document.querySelectorAll":
    case "document.getElementsByTagName":
      return findEach(run, text);
    case "document.getElementsByClassName":
      return findEach(run, text.trim().replace(/^|\s+/g, "."));
    case "document.getElementsByName":
      return findEach(run, `[name="${text}"]`);
    case "$":
    case "jQuery":
      return callJquery(called, text);
    default:
      return null;
  }
}

function findEach(run: Run, selector: string, jquery?: string): Value {
  return { ...elements(findAll(run, selector), jquery), selector };
}

/** Elements that a script has found. @param jquery the page's name for the jQuery that has found them */
export function elements(found: OldElement[], jquery?: string): Elements {
  return { kind: "elements", elements: found, ...(jquery && { jquery }) };
}

/** The page's own name for the jQuery that is called. */
function nameJquery({ node, context, run }: Called): string {
  const own = run.evaluate(node.callee, context);
  return own.kind === "native" ? (own.code?.code ?? own.name) : "$";
}

function callJquery(called: Called, text: string): Value | null {
  const { values, context, run } = called;
  const [first, second] = values;
  if (!first) return null;
  const jquery = nameJquery(called);
  if (first.kind === "function") {
    run.handle(first, null, { ...context, isAtLoad: true }, "ready", jquery);
    return UNDEFINED;
  }
  if (first.kind === "elements") {
    return {
      ...first,
      jquery,
      ...(first.code && { code: { ...first.code, code: `${jquery}(${first.code.code})` } }),
    };
  }
  if (first.kind === "list" && first.items.length > 0) {
    const found = first.items.flatMap((one) => (one.kind === "elements" ? one.elements : []));
    return found.length >= first.items.length ? elements(found, jquery) : null;
  }
  // `$(document)` and `$(window)` take handlers for what is within.
  if (first.kind === "native") {
    const element = createElement(first.name === "document.body" ? "body" : "#document", "absent");
    return {
      ...elements([element], jquery),
      code: { code: `${jquery}(${first.name})`, hidden: [], isAwaited: false },
    };
  }
  if (first.kind !== "text") return null;
  if (!/^\s*</.test(text)) {
    // Prototype's and MooTools' `$("talk")` is an id.
    const own = /^[\w-]+$/.test(text) ? findById(text, run) : undefined;
    return own ? elements([own]) : findEach(run, text, jquery);
  }
  const made = parseMarkup(text, "script").children.filter((child) => typeof child !== "string");
  const [element] = made;
  if (!element) return elements([createElement("", "script")]);
  element.isConditional = context.isConditional;
  noteMade(made, context, run);
  run.made.push(...made);
  for (const one of made) {
    one.parent = null;
    noteBirth(one, context, run);
  }
  if (second?.kind === "object") {
    for (const [key, value] of second.entries) {
      if (key === "html" || key === "text")
        assignElement(element, key === "html" ? "innerHTML" : "text", value, context, run);
      // `$("<button>", { click: open })`
      else if (value.kind === "function") run.handle(value, element, context, key);
      else assignElement(element, key, value, context, run);
    }
  }
  return elements(made);
}

export function findInside(found: OldElement[], selector: string, run: Run): OldElement[] {
  const inside = found.flatMap((element) => {
    const root = createElement("", "absent");
    root.children = element.children;
    return findElements(root, selector);
  });
  return inside.length > 0 ? [...new Set(inside)] : findAll(run, selector);
}
