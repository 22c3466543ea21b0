import { toDashes } from "../markup/dataset.js";
import { closest, isElement, type OldElement } from "../markup/element.js";
import { isRepeated } from "../markup/repeated.js";
import { listSiblings } from "../markup/siblings.js";
import type { Run } from "../script/run.js";
import { readFilled } from "../script/settled.js";
import { appendHtml, assignElement } from "../script/statements/assign-element.js";
import { numberValue, textValue, UNDEFINED, type Value } from "../script/value.js";
import { readValue } from "../script/values/field-value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { callHandlers } from "./listeners.js";
import { narrow } from "./narrow.js";
import { elements, findAll, findInside, isOfMoment } from "./query.js";
import { makeGiven } from "./setter.js";
import { callTree } from "./tree.js";
import { readAllTyped, readTyped } from "./typed-data.js";
import { callOptions } from "./unknown.js";

export type Elements = Extract<Value, { kind: "elements" }>;

/** Methods of elements, the browser's and jQuery's. */
export function callElements(called: Called, object: Elements): Value | null {
  called.run.touched.set(called.node, object.elements);
  return (
    callAttributes(called, object) ??
    callTree(called, object) ??
    callHandlers(called, object) ??
    callFinders(called, object) ??
    callPlugin(called, object)
  );
}

function callPlugin(called: Called, object: Elements): Value | null {
  const { name, values, context, run } = called;
  const plugin = run.plugins.get(name);
  if (!plugin) {
    for (const value of values) if (value.kind === "object") callOptions(value, called);
    return null;
  }
  run.call({ ...plugin, self: object }, values, context);
  return object;
}

function callAttributes(called: Called, object: Elements): Value | null {
  const { name, values, context, run } = called;
  const [element] = object.elements;
  const [first, second] = values;
  const key = toText(first ?? textValue(""), run);
  const setAll = (one: string, value: Value) => {
    for (const [index, each] of object.elements.entries()) {
      const given = makeGiven(value, one, [each, index], context, run);
      if (given) assignElement(each, one, given, context, run);
    }
    return object;
  };
  switch (name) {
    case "setAttribute":
    case "attr":
    case "prop":
    case "data": {
      // `.data("orderNo")` is of `data-order-no`.
      const isData = name === "data";
      const toName = (one: string) => (isData ? `data-${toDashes(one)}` : one);
      if (first?.kind === "object") {
        for (const [one, value] of first.entries) setAll(toName(one), value);
        return object;
      }
      if (second) return setAll(toName(key), second);
      if (!first && element) return readAllTyped(element, called);
      const own = readAttribute(element, toName(key));
      return isData && own?.kind === "text" ? readTyped(own.text, "", called) : own;
    }
    case "removeAttr":
    case "removeAttribute":
      return setAll(key, UNDEFINED);
    case "getAttribute":
      return readAttribute(element, key);
    case "val":
      if (first) return setAll("value", first);
      return readFilled(element, context, run) ?? (element ? readValue(element) : null);
    case "html":
      if (first) for (const each of object.elements) appendHtml(each, key, run, context);
      return first ? object : null;
    case "text":
      return first ? setAll("text", first) : null;
    case "addClass":
      for (const { origin, attributes } of object.elements)
        if (origin === "script" && first?.kind === "text")
          attributes.set("class", `${attributes.get("class") ?? ""} ${key}`.trim());
      return object;
    case "css":
    case "removeClass":
    case "toggleClass":
    case "show":
    case "hide":
    case "hover":
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
      return object;
    case "width":
    case "height":
      return first ? object : null;
    default:
      return null;
  }
}

/** An attribute that the page has is what the script reads; nothing is known of others. */
function readAttribute(element: OldElement | undefined, name: string): Value | null {
  const value = element?.attributes.get(name);
  if (value === undefined || (value === "" && element?.origin === "absent")) return null;
  if (name === "value" && element?.origin === "page") return element ? readValue(element) : null;
  return textValue(value);
}

/** The place among its siblings, unless a server may repeat one of them. */
function readIndex(element: OldElement, run: Run): Value | null {
  const siblings = element.parent?.children ?? [];
  const index = siblings.filter(isElement).indexOf(element);
  return isRepeated(element, run.pieces) || index < 0 ? null : numberValue(index);
}

const FINDS_WITHIN =
  /^(?:find|children|querySelector(?:All)?|filter|siblings|(?:next|prev)(?:All)?)$/;

function callFinders(called: Called, object: Elements): Value | null {
  const { name, values, context, run } = called;
  const [element] = object.elements;
  const selector = toText(values[0] ?? textValue(""), run);
  if (FINDS_WITHIN.test(name) && isOfMoment(selector, context)) return null;
  const found = (one: OldElement[]) => elements(one, object.jquery);
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
      // What is around the clicked element, but was not pasted, is not that element.
      if (!outer) return context.trigger || context.event ? null : object;
      return isOfMoment(selector, context) ? null : found([outer]);
    }
    case "next":
    case "nextAll":
    case "prev":
    case "prevAll":
    case "siblings": {
      const beside = object.elements.flatMap((one) => listSiblings(one, name) ?? []);
      const named = selector ? new Set(findInside([], selector, run)) : null;
      const all = beside.filter((one) => named?.has(one) ?? true);
      return all.length > 0 ? found(all) : null;
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
    case "add": {
      const [first] = values;
      const isMarkup = /^\s*</.test(selector);
      const more = first?.kind === "elements" ? first.elements : [];
      const all = first?.kind === "text" && !isMarkup ? findAll(run, selector) : more;
      return all.length > 0 ? found([...new Set([...object.elements, ...all])]) : object;
    }
    case "index":
      return values.length === 0 && element ? readIndex(element, run) : null;
    case "first":
    case "last":
    case "filter":
    case "not":
    case "clone":
    case "cloneNode":
      return object;
    case "serialize":
      return null;
    default:
      return null;
  }
}
