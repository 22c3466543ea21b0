import { appendHtml, assignElement } from "../assign.js";
import { codeOfValue } from "../code-of.js";
import { createElement, type OldElement } from "../element.js";
import { awaited, callLater } from "../functions.js";
import { placeOf } from "../run.js";
import { addStart, addWindow, KAKAO, withChoices } from "../start.js";
import { encodeEntries, encodeText, toText } from "../to-text.js";
import { textValue, UNDEFINED, type Value } from "../value.js";
import type { Called } from "./call.js";
import { callQuery, findAll } from "./query.js";

/** Functions of the browser's and of libraries, by their dotted names. */
export function callNative(called: Called, name: string): Value | null {
  return (
    (called.run.show ? callServer(called, name) : null) ??
    callText(called, name) ??
    callPage(called, name) ??
    callData(called, name) ??
    callLaterKnown(called, name) ??
    callSdk(called, name)
  );
}

/** PHP's own functions, while a server's code is read. */
function callServer({ values, context, run }: Called, name: string): Value | null {
  const [first, ...rest] = values.map((value) => toText(value, run));
  switch (name) {
    case "define":
      if (first && values[1]) context.scope.declare(first, values[1]);
      return UNDEFINED;
    case "sprintf":
    case "printf": {
      let at = 0;
      const text = (first ?? "").replace(/%(?:%|\d*[sd])/g, (sign) =>
        sign === "%%" ? "%" : (rest[at++] ?? ""),
      );
      if (name === "printf") appendHtml(run.root, text, run);
      return textValue(text);
    }
    default:
      return null;
  }
}

function callText({ values, run }: Called, name: string): Value | null {
  const text = () => toText(values[0] ?? textValue(""), run);
  switch (name) {
    case "encodeURIComponent":
    case "escape":
    case "$.trim":
    case "jQuery.trim":
    case "String":
    case "encodeURI": {
      const isEncoded = name === "encodeURIComponent" || name === "escape";
      return textValue(isEncoded ? encodeText(text(), run) : text());
    }
    case "atob":
      return run.pieces.has(text()) ? null : decodeBase64(text());
    case "decodeURIComponent":
    case "unescape":
    case "decodeURI":
      return run.pieces.has(text()) ? null : textValue(decode(text()));
    default:
      return null;
  }
}

function decodeBase64(text: string): Value | null {
  try {
    return textValue(atob(text));
  } catch {
    return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function callPage(called: Called, name: string): Value | null {
  const { node, values, context, run } = called;
  const text = (index: number) => toText(values[index] ?? textValue(""), run);
  switch (name) {
    case "open":
    case "window.open": {
      const url = text(0);
      const target = text(1);
      const isKnown = run.pieces.findCode(target).length === 0;
      const window = addWindow(run, context, {
        name: isKnown ? (values[1] ? target : "_blank") : null,
        features: text(2),
        hasChat: KAKAO.test(withChoices(run, url)),
      });
      addStart(run, context, node, { how: "window", url, window, target: window.name });
      return { kind: "window", window };
    }
    case "location.assign":
    case "location.replace":
    case "document.location.assign":
    case "document.location.replace":
      addStart(run, context, node, { how: "page", url: text(0) });
      return UNDEFINED;
    case "document.write":
    case "document.writeln":
      appendHtml(run.root, text(0), run);
      return UNDEFINED;
    case "document.createElement": {
      const element = createElement(text(0).toLowerCase(), "script");
      element.isConditional = context.isConditional;
      run.made.push(element);
      return { kind: "elements", elements: [element] };
    }
    case "document.addEventListener":
    case "addEventListener":
      if (values[1]) run.handle(values[1], null, context, text(0));
      return UNDEFINED;
    case "body.appendChild":
    case "body.append":
    case "body.prepend":
    case "body.insertBefore":
    case "document.documentElement.appendChild":
      for (const value of values) if (value.kind === "elements") attach(value.elements);
      return values[0] ?? UNDEFINED;
    case "body.removeChild":
      for (const value of values) if (value.kind === "elements") detach(value.elements);
      return UNDEFINED;
    case "body.insertAdjacentHTML":
      appendHtml(run.root, text(1), run);
      return UNDEFINED;
    default:
      return callQuery(called, name);
  }
}

export function attach(elements: OldElement[]): void {
  for (const element of elements) element.isAttached = true;
}

export function detach(elements: OldElement[]): void {
  for (const element of elements) element.isRemoved = true;
}

function callData(called: Called, name: string): Value | null {
  const { values, context, run } = called;
  const [first, second] = values;
  switch (name) {
    case "URLSearchParams":
    case "FormData":
      return { kind: "params", entries: first ? listEntries(first, called) : [] };
    case "URL": {
      const base = toText(first ?? textValue(""), run);
      return { kind: "params", entries: [], base };
    }
    case "$.param":
    case "jQuery.param":
    case "qs.stringify":
    case "querystring.stringify":
    case "Qs.stringify":
      return first && (first.kind === "object" || first.kind === "list")
        ? textValue(encodeEntries(listEntries(first, called), run))
        : null;
    case "JSON.stringify": {
      const plain = first && toPlain(first, called);
      return plain === undefined ? null : textValue(JSON.stringify(plain));
    }
    case "Object.assign":
    case "$.extend":
    case "jQuery.extend": {
      if (first?.kind === "elements") {
        for (const value of values)
          if (value.kind === "object")
            for (const [key, one] of value.entries)
              for (const element of first.elements) assignElement(element, key, one, context, run);
        return first;
      }
      const target = values.find((value) => value.kind === "object");
      if (target?.kind !== "object") return null;
      for (const value of values) {
        if (value.kind === "object")
          for (const [key, one] of value.entries) target.entries.set(key, one);
      }
      return target;
    }
    case "Object.entries":
    case "Object.keys":
    case "Object.values":
      return first?.kind === "object" ? listObject(first.entries, name) : null;
    case "Array.from":
      return first?.kind === "list" || first?.kind === "elements" ? first : null;
    case "$.each":
    case "jQuery.each":
      if (first?.kind === "object" && second) {
        for (const [key, one] of first.entries) run.call(second, [textValue(key), one], context);
        return UNDEFINED;
      }
      return null;
    case "$.noConflict":
    case "jQuery.noConflict":
      return { kind: "native", name: "jQuery" };
    default:
      return null;
  }
}

function listObject(entries: Map<string, Value>, name: string): Value {
  const pairs = [...entries].slice(0, 200);
  const items = pairs.map(([key, value]): Value => {
    if (name === "Object.keys") return textValue(key);
    if (name === "Object.values") return value;
    return { kind: "list", items: [textValue(key), value] };
  });
  return { kind: "list", items };
}

/** The pairs that a query is made of. */
function listEntries(value: Value, { run }: Called): [string, string][] {
  if (value.kind === "params") return [...value.entries];
  if (value.kind === "object") {
    return [...value.entries]
      .slice(0, 200)
      .filter(([, one]) => !(one.kind === "native" && one.name === "undefined"))
      .map(([key, one]) => [key, toText(one, run)]);
  }
  if (value.kind === "list") {
    return value.items.flatMap((item): [string, string][] => {
      if (item.kind === "list") {
        return [[toText(item.items[0] ?? UNDEFINED, run), toText(item.items[1] ?? UNDEFINED, run)]];
      }
      if (item.kind !== "object") return [];
      const [name, text] = [item.entries.get("name"), item.entries.get("value")];
      return name && text ? [[toText(name, run), toText(text, run)]] : [];
    });
  }
  if (value.kind !== "text" || run.pieces.has(value.text)) return [];
  return [...new URLSearchParams(value.text)];
}

/** A value as JSON has it; `undefined` if something in it is not known. */
function toPlain(value: Value, called: Called): unknown {
  if (value.kind === "text") {
    if (called.run.pieces.has(value.text)) return undefined;
    return value.isBare ? JSON.parse(value.text) : value.text;
  }
  if (value.kind === "list") {
    const items = value.items.map((item) => toPlain(item, called));
    return items.includes(undefined) ? undefined : items;
  }
  if (value.kind !== "object") return undefined;
  const entries = [...value.entries].map(([key, one]) => [key, toPlain(one, called)] as const);
  return entries.some(([, one]) => one === undefined) ? undefined : Object.fromEntries(entries);
}

const REQUEST =
  /^(?:(?:\$|jQuery)\.(?:ajax|get|post|getJSON)|fetch|axios(?:\.\w+)?|\$fetch|ky(?:\.\w+)?)$/;
const TIMER =
  /^(?:window\.)?(?:setTimeout|setInterval|requestAnimationFrame|queueMicrotask|setImmediate)$/;

function callLaterKnown(called: Called, name: string): Value | null {
  const { values, context, run } = called;
  if (TIMER.test(name)) {
    callLater(values[0], [], context, run);
    return UNDEFINED;
  }
  if (name === "Promise") {
    if (values[0]) run.call(values[0], [], context);
    return null;
  }
  if (!REQUEST.test(name)) return null;
  const answer = [awaited({ kind: "code", code: withoutCallbacks(called, name) }, run)];
  for (const value of values) {
    if (value.kind === "function") callLater(value, answer, context, run);
    if (value.kind !== "object") continue;
    for (const [key, one] of value.entries) {
      if (one.kind === "function") callLater(one, key === "success" ? answer : [], context, run);
    }
  }
  return null;
}

/** The request as an expression that can be awaited: without the functions that take its answer. */
function withoutCallbacks({ values, run }: Called, name: string) {
  const hidden: string[] = [];
  const list = values.flatMap((value) => {
    if (value.kind === "function") return [];
    if (value.kind === "object") return [writeObject(value.entries, run, hidden)];
    const code = codeOfValue(value, run);
    hidden.push(...(code?.hidden ?? ["…"]));
    return [code?.code ?? "undefined"];
  });
  return { code: `${name}(${list.join(", ")})`, hidden, isAwaited: false };
}

function writeObject(entries: Map<string, Value>, run: Called["run"], hidden: string[]): string {
  const written = [...entries].flatMap(([key, value]) => {
    if (value.kind === "function") return [];
    const code = codeOfValue(value, run);
    hidden.push(...(code?.hidden ?? ["…"]));
    return [`${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}: ${code?.code ?? "undefined"}`];
  });
  return `{ ${written.join(", ")} }`;
}

function callSdk({ node, values, context, run }: Called, name: string): Value | null {
  if (!/^Kakao\.(Channel|PlusFriend)\.\w+$/.test(name)) return null;
  const [first] = values;
  const id =
    first?.kind === "object"
      ? [...first.entries].find(([key]) => /channelPublicId|plusFriendId/i.test(key))
      : null;
  const container = first?.kind === "object" ? first.entries.get("container") : undefined;
  const trigger = container ? (findAll(run, toText(container, run))[0] ?? null) : context.trigger;
  run.sdkCalls.push({
    name,
    id: id ? run.pieces.show(toText(id[1], run)) : "",
    place: placeOf(node, context),
    trigger,
  });
  return UNDEFINED;
}
