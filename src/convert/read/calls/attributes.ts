import { toDashes } from "../markup/dataset.js";
import type { OldElement } from "../markup/element.js";
import { readFilled } from "../script/settled.js";
import { appendHtml, assignElement } from "../script/statements/assign-element.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { readValue } from "../script/values/field-value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { callCss, callSize } from "./css.js";
import type { Elements } from "./elements.js";
import { makeGiven } from "./setter.js";
import { readAllTyped, readTyped } from "./typed-data.js";

/** Methods that change how an element looks, or what it says to the keyboard: nothing that is read. */
const LOOKS =
  /^(?:removeClass|toggleClass|show|hide|hover|focus|fadeIn|fadeOut|end|off|unbind|undelegate|die|stop|animate|slideDown|slideUp|blur)$/;

/** @param key its first argument, as a text */
type Method = (called: Called, object: Elements, key: string) => Value | null;

/** What each of them reads or sets, by the method's name. */
const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    setAttribute: callAttribute,
    attr: callAttribute,
    prop: callAttribute,
    data: callAttribute,
    removeAttr: (called, object, key) => setAll(called, object, key, UNDEFINED),
    removeAttribute: (called, object, key) => setAll(called, object, key, UNDEFINED),
    getAttribute: (_, { elements: [element] }, key) => readAttribute(element, key),
    val: callVal,
    html: callHtml,
    text: (called, object) => {
      const [first] = called.values;
      return first ? setAll(called, object, "text", first) : null;
    },
    addClass,
    css: callCss,
    width: callSize,
    height: callSize,
  }),
);

/** What reads and sets an element's attributes and its text. */
export function callAttributes(called: Called, object: Elements): Value | null {
  const { name, values, run } = called;
  const key = toText(values[0] ?? textValue(""), run);
  if (LOOKS.test(name)) return object;
  return METHODS.get(name)?.(called, object, key) ?? null;
}

function setAll({ context, run }: Called, object: Elements, name: string, value: Value): Elements {
  for (const [index, each] of object.elements.entries()) {
    const given = makeGiven(value, name, [each, index], context, run);
    if (given) assignElement(each, name, given, context, run);
  }
  return object;
}

/** `$(link).attr("href", url)`, `$(link).attr({ href, target })`; `.data("orderNo")` is of `data-order-no`. */
function callAttribute(called: Called, object: Elements, key: string): Value | null {
  const { name, values } = called;
  const [element] = object.elements;
  const [first, second] = values;
  const isData = name === "data";
  const toName = (one: string) => (isData ? `data-${toDashes(one)}` : one);
  if (first?.kind === "object") {
    for (const [one, value] of first.entries) setAll(called, object, toName(one), value);
    return object;
  }
  if (second) return setAll(called, object, toName(key), second);
  if (!first && element) return readAllTyped(element, called);
  const own = readAttribute(element, toName(key));
  return isData && own?.kind === "text" ? readTyped(own.text, "", called) : own;
}

/** `$("#kind").val()`, `$("#kind").val("talk")` */
function callVal(called: Called, object: Elements): Value | null {
  const { values, context, run } = called;
  const [element] = object.elements;
  if (values[0]) return setAll(called, object, "value", values[0]);
  return readFilled(element, context, run) ?? (element ? readValue(element) : null);
}

/** `$("#list").html("<button>...")` */
function callHtml({ values, context, run }: Called, object: Elements, html: string): Value | null {
  if (!values[0]) return null;
  for (const each of object.elements) appendHtml(each, html, run, context);
  return object;
}

/** `$("<button>").addClass("talk")` */
function addClass({ values: [first] }: Called, object: Elements, name: string): Value {
  for (const { origin, attributes } of object.elements)
    if (origin === "script" && first?.kind === "text")
      attributes.set("class", `${attributes.get("class") ?? ""} ${name}`.trim());
  return object;
}

/** An attribute that the page has is what the script reads; nothing is known of others. */
function readAttribute(element: OldElement | undefined, name: string): Value | null {
  const value = element?.attributes.get(name);
  if (value === undefined || (value === "" && element?.origin === "absent")) return null;
  if (name === "value" && element?.origin === "page") return element ? readValue(element) : null;
  return textValue(value);
}
