import { appendHtml, assignElement } from "../assign.js";
import { append, attribute, closest, createElement, type OldElement } from "../element.js";
import { readValue } from "../member.js";
import { findElements } from "../selector.js";
import { addForm, addStart } from "../start.js";
import { toText } from "../to-text.js";
import { textValue, UNDEFINED, type Value } from "../value.js";
import type { Called } from "./call.js";
import { attach, detach } from "./native.js";
import { findInside } from "./query.js";

type Elements = Extract<Value, { kind: "elements" }>;

/** Methods of elements, the browser's and jQuery's. */
export function callElements(called: Called, object: Elements): Value | null {
  return (
    callAttributes(called, object) ??
    callTree(called, object) ??
    callHandlers(called, object) ??
    callFinders(called, object) ??
    callPlugin(called, object)
  );
}

function callPlugin({ name, values, context, run }: Called, object: Elements): Value | null {
  const plugin = run.plugins.get(name);
  if (!plugin) return null;
  run.call({ ...plugin, self: object }, values, context);
  return object;
}

function callAttributes(called: Called, object: Elements): Value | null {
  const { name, values, context, run } = called;
  const [element] = object.elements;
  const [first, second] = values;
  const key = toText(first ?? textValue(""), run);
  const setAll = (one: string, value: Value) => {
    for (const each of object.elements) assignElement(each, one, value, context, run);
    return object;
  };
  switch (name) {
    case "setAttribute":
    case "attr":
    case "prop":
    case "data": {
      const prefix = name === "data" ? "data-" : "";
      if (first?.kind === "object") {
        for (const [one, value] of first.entries) setAll(prefix + one, value);
        return object;
      }
      if (second) return setAll(prefix + key, second);
      return readAttribute(element, prefix + key);
    }
    case "removeAttr":
    case "removeAttribute":
      return setAll(key, UNDEFINED);
    case "getAttribute":
      return readAttribute(element, key);
    case "val":
      if (first) return setAll("value", first);
      return element ? readValue(element) : null;
    case "html":
      if (first) for (const each of object.elements) appendHtml(each, key, run);
      return first ? object : null;
    case "text":
      return first ? setAll("text", first) : null;
    case "css":
    case "addClass":
    case "removeClass":
    case "toggleClass":
    case "show":
    case "hide":
    case "focus":
    case "fadeIn":
    case "fadeOut":
    case "end":
    case "off":
    case "unbind":
    case "undelegate":
    case "die":
    case "stop":
    case "animate":
    case "slideDown":
    case "slideUp":
    case "blur":
    case "width":
    case "height":
      return object;
    default:
      return null;
  }
}

/** An attribute that the page has is what the script reads; nothing is known of others. */
function readAttribute(element: OldElement | undefined, name: string): Value | null {
  const value = element?.attributes.get(name);
  if (value === undefined) return null;
  if (name === "value" && element?.origin === "page") return element ? readValue(element) : null;
  return textValue(value);
}

function callTree(called: Called, object: Elements): Value | null {
  const { name, values, run } = called;
  const [first] = values;
  const [element] = object.elements;
  const inserted = values.flatMap((value) => listInserted(value));
  switch (name) {
    case "append":
    case "appendChild":
    case "prepend":
    case "insertBefore":
    case "after":
    case "before":
      if (!element) return object;
      for (const one of inserted) append(element, one);
      for (const value of values) if (value.kind === "text") appendHtml(element, value.text, run);
      if (element.isAttached || element.origin === "page") attach(inserted);
      if (element.name === "body" || isBody(element)) attach(inserted);
      return name === "append" || name === "prepend" ? object : (first ?? object);
    case "insertAdjacentHTML":
      if (element) appendHtml(element, toText(values[1] ?? textValue(""), run), run);
      return UNDEFINED;
    case "appendTo":
    case "prependTo":
    case "insertAfter": {
      const parent = listInserted(first)[0];
      if (parent && parent.name !== "body") for (const one of object.elements) append(parent, one);
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
    case "remove":
    case "detach":
    case "empty":
    case "replaceWith":
      detach(object.elements);
      return object;
    case "removeChild":
      detach(inserted);
      return UNDEFINED;
    default:
      return null;
  }
}

function isBody(element: OldElement): boolean {
  return element.origin === "absent" && element.name === "body";
}

function listInserted(value: Value | undefined): OldElement[] {
  if (value?.kind === "elements") return value.elements;
  return value?.kind === "list" ? value.items.flatMap(listInserted) : [];
}

function callHandlers(called: Called, object: Elements): Value | null {
  const { name, values, context, run, node } = called;
  const [element] = object.elements;
  const handler = [...values]
    .reverse()
    .find((value) => value.kind === "function" || value.kind === "code");
  const bind = (event: string) => {
    const [, selector] = values;
    const isDelegated = selector?.kind === "text" && name !== "addEventListener";
    const found = isDelegated ? findInside([], selector.text, run) : object.elements;
    for (const one of found) if (handler) run.handle(handler, one, context, event);
    return object;
  };
  switch (name) {
    case "on":
    case "one":
    case "bind":
    case "addEventListener":
    case "live":
    case "delegate":
    case "attachEvent": {
      const events = values[name === "delegate" ? 1 : 0];
      if (events?.kind === "object") {
        for (const [event, one] of events.entries)
          for (const each of object.elements) run.handle(one, each, context, event);
        return object;
      }
      return bind(toText(events ?? textValue("click"), run).replace(/^on/, ""));
    }
    case "click":
    case "trigger":
    case "submit":
    case "requestSubmit":
      if (handler && name !== "trigger") return bind(name);
      return press(called, element, node) ? object : object;
    case "ready":
    case "load":
      if (handler) run.handle(handler, null, { ...context, isAtLoad: true }, "ready");
      return object;
    case "each":
    case "forEach":
      for (const one of object.elements.slice(0, 50)) {
        const each: Value = { kind: "elements", elements: [one] };
        const values = name === "each" ? [textValue("0"), each] : [each];
        if (handler) run.call(handler, values, { ...context, trigger: context.trigger ?? one });
      }
      return object;
    default:
      return null;
  }
}

/** A script sends a form, or clicks on a link itself. */
function press(
  { name, values, context, run }: Called,
  element: OldElement | undefined,
  node: Called["node"],
): boolean {
  if (!element) return false;
  const event = name === "trigger" ? toText(values[0] ?? textValue(""), run) : name;
  const isSubmit =
    /submit/i.test(event) ||
    (event === "click" && /submit|image/i.test(attribute(element, "type")));
  const form = isSubmit
    ? closest(element, (one) => one.name === "form" || one.origin === "absent")
    : null;
  if (form) addForm(run, context, node, form);
  else if (event === "click" && element.attributes.has("href")) {
    const target = attribute(element, "target");
    if (element.origin === "script") run.pressed.add(element);
    addStart(run, context, node, { how: "link", url: attribute(element, "href"), target });
  }
  return true;
}

/** `event.target.closest(".talk")`: of all that is within what listens, the button is this. */
function narrow({ context, run }: Called, { elements, code }: Elements, selector: string) {
  if (code?.code !== run.buttonCode || !selector) return null;
  const root = createElement("", "absent");
  root.children = elements.flatMap(({ children }) => children);
  const [inner = null] = findElements(root, selector);
  if (inner) context.frame.target = inner;
  return inner;
}

function callFinders(called: Called, object: Elements): Value | null {
  const { name, values, run } = called;
  const [element] = object.elements;
  const selector = toText(values[0] ?? textValue(""), run);
  const found = (elements: OldElement[]): Value => ({ kind: "elements", elements });
  switch (name) {
    case "find":
    case "children":
    case "querySelector":
    case "querySelectorAll":
      return selector ? found(findInside(object.elements, selector, run)) : object;
    case "closest":
    case "parents":
    case "parent": {
      const inner = name === "closest" ? narrow(called, object, selector) : null;
      if (inner) return found([inner]);
      const outer = closest(
        (name === "closest" ? element : element?.parent) ?? null,
        (one) => !selector || selector === one.name || findInside([], selector, run).includes(one),
      );
      return found(outer ? [outer] : object.elements);
    }
    case "matches":
    case "is":
    case "hasClass":
      narrow(called, object, name === "hasClass" ? `.${selector}` : selector);
      return null;
    case "eq":
    case "get":
    case "item": {
      const one = object.elements[Number(selector)];
      return one ? found([one]) : object;
    }
    case "first":
    case "last":
    case "filter":
    case "not":
    case "add":
    case "clone":
    case "cloneNode":
      return object;
    case "serialize":
      return null;
    default:
      return null;
  }
}
