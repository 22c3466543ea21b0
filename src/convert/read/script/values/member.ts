import type { Node } from "@babel/types";
import { attribute, type OldElement, textOf, walk } from "../../markup/element.js";
import { toText } from "../../text/to-text.js";
import { type Context, sourceOf } from "../context.js";
import type { Run } from "../run.js";
import type { Births } from "../run-parts.js";
import { isOfOther, readFilled } from "../settled.js";
import { globalNamed, textValue, UNDEFINED, type Value } from "../value.js";
import { chooseByKey, readOfEach } from "./by-key.js";
import { CLICKED, codeOfClicked, isOfListener } from "./clicked.js";
import { codeOf } from "./code-of.js";
import { readElement } from "./element-member.js";
import { NO_CODE } from "./field-value.js";
import { nameFilled } from "./page-member.js";

type Member = Extract<Node, { type: "MemberExpression" | "OptionalMemberExpression" }>;

/** The name of a member, if it can be told. */
export function nameOfMember(node: Member, context: Context, run: Run): string {
  if (!node.computed && node.property.type === "Identifier") return node.property.name;
  if (node.property.type === "PrivateName") return `#${node.property.id.name}`;
  const value = run.evaluate(node.property, context);
  // A loop's counter: which of them it is does not matter.
  return value.kind === "text" ? value.text : toText(value, run);
}

/** `object.name` */
export function readMember(node: Member, context: Context, run: Run): Value {
  const filled = nameFilled(node, context, run);
  if (filled) return { kind: "code", code: filled };
  const object = run.evaluate(node.object, context);
  const name = nameOfMember(node, context, run);
  const fallback = (): Value => ({ kind: "code", code: codeOf(node, context, run) });
  const found =
    readReference(node.object, name, context, run) ??
    readWords(object, name, context) ??
    readInstead(node, object, name, context) ??
    (run.pieces.has(name) ? chooseByKey(object, node.property, context, run) : null) ??
    readProperty(object, name, context, run);
  if (!found) return fallback();
  if (isOfOther(found, context, run)) return fallback();
  // What Vue's data begin with may be the module's alone, which the markup does not know: it says their names.
  const isOfVue = run.language === "vue" && node.object.type === "ThisExpression";
  if (found.kind !== "code" || (found.code.code && !isOfVue)) return found;
  return { ...found, code: codeOf(node, context, run) };
}

/** React's `form.current`, Vue's `this.$refs.form` and `form.value`: the element that names it. */
export function readReference(
  object: Node,
  name: string,
  context: Context,
  run: Run,
): Value | null {
  const source = sourceOf(object, context);
  const isRef = name === "current" || (name === "value" && run.language === "vue");
  const wanted = isRef ? source : /(?:\$refs)$/.test(source) ? name : "";
  if (!wanted) return null;
  const element = [...walk(run.root)].find(
    (one) => one.sources?.get("ref") === `ref={${wanted}}` || one.attributes.get("ref") === wanted,
  );
  return element ? { kind: "elements", elements: [element] } : null;
}

/** A text of an object that another script of the page's may have another for: `cfg.kind` of `cfg = window.SITE || {...}`. */
function readInstead(node: Member, object: Value, name: string, context: Context): Value | null {
  if (object.kind !== "object" || object.instead === undefined) return null;
  // `App.url` of `window.App = window.App || {...}`
  const isItself = sourceOf(node.object, context).endsWith(object.instead);
  const value = object.entries.get(name);
  if (isItself || value?.kind !== "text" || !value.text) return null;
  return { kind: "code", code: NO_CODE, choices: [value], defaulted: sourceOf(node, context) };
}

/** The words of an element, as a script finds them while the page loads. */
function readWords(object: Value, name: string, { event }: Context): Value | null {
  if (event !== null || object.kind !== "elements") return null;
  const [element, ...more] = object.elements;
  const isOne = more.length === 0 && element?.origin === "page";
  return isOne && /^(?:textContent|innerText)$/.test(name) ? textValue(textOf(element)) : null;
}

/** What a member of a value is; `null` if that is not known. */
export function readProperty(
  object: Value,
  name: string,
  context: Context,
  run: Run,
): Value | null {
  switch (object.kind) {
    case "object":
      return readOfObject(object, name, context, run);
    case "list":
      return readOfList(object, name, run.births);
    case "text":
      return name === "length" && !run.pieces.has(object.text)
        ? textValue(String(object.text.length))
        : null;
    case "function":
      if (name === "prototype" && object.prototype)
        return { kind: "object", entries: object.prototype };
      return object.members?.get(name) ?? null;
    case "elements": {
      const filled = name === "value" ? readFilled(object.elements[0], context, run) : null;
      return filled ?? readElement(object, name, run);
    }
    case "params":
      if (object.base !== undefined && name === "searchParams") return object;
      return name === "href" ? textValue(toText(object, run)) : null;
    case "native":
      return readNative(object.name, name, context, run);
    case "window":
      return name === "location" ? object : null;
    case "code":
      // A property of one of several objects, such as `LINKS[language].url`.
      return readOfEach(object, name);
    default:
      return null;
  }
}

function readOfObject(
  object: Extract<Value, { kind: "object" }>,
  name: string,
  context: Context,
  run: Run,
): Value | null {
  // PHP's `Talk::link()`
  if (name === "__static") return object;
  const value = object.entries.get(name) ?? readAny(object.entries, name, run);
  return value && isGetter(value) ? run.call(value, [], context) : value;
}

function readOfList(
  { items, isFiltered }: Extract<Value, { kind: "list" }>,
  name: string,
  births: Births,
): Value | null {
  // Which of them is the first is known at the click alone.
  if (isFiltered === "of some") return null;
  if (name !== "length") return items[Number(name)] ?? null;
  return items.some((one) => births.onlyIf.has(one)) ? null : textValue(String(items.length));
}

/** `get url() { ... }` */
export function isGetter(value: Value): boolean {
  return value.kind === "function" && "kind" in value.node && value.node.kind === "get";
}

/** One of an object's values, if which of them is known at the click alone. */
function readAny(entries: Map<string, Value>, name: string, run: Run): Value | null {
  const values = [...entries.values()];
  const isUnknown = run.pieces.has(name) && values.length > 0 && values.length < 20;
  return isUnknown ? { kind: "code", code: NO_CODE, choices: values } : null;
}

function readNative(name: string, member: string, context: Context, run: Run): Value | null {
  if (name === "event") {
    if (!CLICKED.test(member)) return null;
    return {
      kind: "elements",
      elements: [context.trigger ?? run.root],
      isOwn: isOfListener(member),
      code: codeOfClicked(member, context, run),
    };
  }
  if (/^(window|self|top|parent|globalThis)$/.test(name)) {
    if (member === "undefined") return UNDEFINED;
    // A script's own `const open` is not the window's.
    const found = /^(open|location|document)$/.test(member)
      ? null
      : run.global.bindings.get(member);
    return found?.value ?? globalNamed(member);
  }
  if (name === "document") {
    if (member === "forms") return { kind: "elements", elements: findAll(run, "form") };
    const form = findNamed(run, member, /^(form|img|iframe)$/);
    return form
      ? { kind: "elements", elements: [form] }
      : { kind: "native", name: `document.${member}` };
  }
  if (name === "undefined" || name === "null") return UNDEFINED;
  const given = /^(?:\$|jQuery)$/.test(name) ? run.calls.statics.get(member) : undefined;
  if (given) return given;
  // A server's `a["b"]` is not its `a.b`.
  if (run.show) return null;
  // Kakao's addresses are of `https:` whatever the page's own is.
  if (/(?:^|\.)location$/.test(name) && member === "protocol") return textValue("https:");
  return { kind: "native", name: `${name}.${member}` };
}

/** An element that a script names by its id alone. */
export function findById(id: string, { page: { ids }, root }: Run): OldElement | undefined {
  if (ids.size === 0) {
    ids.set("", root);
    for (const one of walk(root)) {
      const own = attribute(one, "id");
      if (own && !ids.has(own)) ids.set(own, one);
    }
  }
  return ids.get(id);
}

function findAll(run: Run, tag: string): OldElement[] {
  return [...walk(run.root)].filter(({ name }) => name === tag);
}

/** What `document.<name>` and `form.<name>` find. */
function findNamed(run: Run, name: string, kind: RegExp): OldElement | undefined {
  return [...walk(run.root)].find(
    (one) =>
      kind.test(one.name) && (attribute(one, "name") === name || attribute(one, "id") === name),
  );
}
