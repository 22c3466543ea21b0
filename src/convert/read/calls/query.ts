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
import { addStyles } from "./css.js";
import type { Elements } from "./elements.js";

/** What a selector finds; a stand-in if nothing that was pasted is it. */
export function findAll(run: Run, selector: string): OldElement[] {
  const found = findElements(run.root, selector);
  if (found.length > 0) return found;
  const unattached = createElement("", "script");
  unattached.children = run.page.made;
  const made = findElements(unattached, selector);
  if (made.length > 0) return made;
  const known = run.page.absent.get(selector);
  if (known) return known;
  const absent = listAbsent(selector).map((one) => findAbsent(one, run));
  run.page.absent.set(selector, absent);
  return absent;
}

/** Of what a script looks for by an id alone, the same stands for it in all selectors. */
function findAbsent(element: OldElement, { page: { absent } }: Run): OldElement {
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

/** jQuery's `$`, of a text, a function, elements, a list of them, or the page. */
function callJquery(called: Called, text: string): Value | null {
  const { values, context, run } = called;
  const [first] = values;
  if (!first) return null;
  const jquery = nameJquery(called);
  switch (first.kind) {
    case "function":
      run.handle(first, null, { ...context, isAtLoad: true }, "ready", jquery);
      return UNDEFINED;
    case "elements":
      return wrapElements(first, jquery);
    case "list":
      return wrapList(first.items, jquery);
    case "native":
      return wrapPage(first.name, jquery);
    case "text":
      return /^\s*</.test(text) ? makeElements(called, text) : findByText(text, jquery, run);
    default:
      return null;
  }
}

/** `$(this)` */
function wrapElements(found: Elements, jquery: string): Value {
  const { code } = found;
  return { ...found, jquery, ...(code && { code: { ...code, code: `${jquery}(${code.code})` } }) };
}

/** `$([first, second])` */
function wrapList(items: readonly Value[], jquery: string): Value | null {
  if (items.length === 0) return null;
  const found = items.flatMap((one) => (one.kind === "elements" ? one.elements : []));
  return found.length >= items.length ? elements(found, jquery) : null;
}

/** `$(document)` and `$(window)` take handlers for what is within. */
function wrapPage(name: string, jquery: string): Value {
  const element = createElement(name === "document.body" ? "body" : "#document", "absent");
  return {
    ...elements([element], jquery),
    code: { code: `${jquery}(${name})`, hidden: [], isAwaited: false },
  };
}

/** `$(".talk")`; Prototype's and MooTools' `$("talk")` is an id. */
function findByText(text: string, jquery: string, run: Run): Value {
  const own = /^[\w-]+$/.test(text) ? findById(text, run) : undefined;
  return own ? elements([own]) : findEach(run, text, jquery);
}

/** `$("<button>", { click: open })` */
function makeElements({ values, context, run }: Called, html: string): Value {
  const made = parseMarkup(html, "script").children.filter((child) => typeof child !== "string");
  const [element] = made;
  if (!element) return elements([createElement("", "script")]);
  element.isConditional = context.isConditional;
  noteMade(made, context, run);
  run.page.made.push(...made);
  for (const one of made) {
    one.parent = null;
    noteBirth(one, context, run.births);
  }
  const [, given] = values;
  if (given?.kind === "object") assignGiven(element, given.entries, context, run);
  return elements(made);
}

function assignGiven(
  element: OldElement,
  given: ReadonlyMap<string, Value>,
  context: Context,
  run: Run,
): void {
  for (const [key, value] of given) {
    if (key === "html") assignElement(element, "innerHTML", value, context, run);
    else if (key === "text") assignElement(element, "text", value, context, run);
    else if (key === "css" && value.kind === "object")
      addStyles([element], value.entries, context, run);
    else if (value.kind === "function") run.handle(value, element, context, key);
    else assignElement(element, key, value, context, run);
  }
}

export function findInside(found: OldElement[], selector: string, run: Run): OldElement[] {
  const inside = found.flatMap((element) => {
    const root = createElement("", "absent");
    root.children = element.children;
    return findElements(root, selector);
  });
  return inside.length > 0 ? [...new Set(inside)] : findAll(run, selector);
}
