import { attach, createElement, detach } from "../markup/element.js";
import { noteBirth } from "../script/births.js";
import { placeOf } from "../script/context.js";
import { addStart, addWindow, KAKAO, withChoices } from "../script/start.js";
import { appendHtml, noteMade } from "../script/statements/assign-element.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { callText } from "./coding.js";
import { callData } from "./data.js";
import type { Reader } from "./objects.js";
import { callQuery, findAll } from "./query.js";
import { callLaterKnown } from "./requests.js";
import { callServer } from "./server.js";

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

/** What each of them does, by the function's dotted name. */
const PAGE: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    open: openWindow,
    "window.open": openWindow,
    "location.assign": leavePage,
    "location.replace": leavePage,
    "document.location.assign": leavePage,
    "document.location.replace": leavePage,
    "document.write": (called) => writeMarkup(called, 0),
    "document.writeln": (called) => writeMarkup(called, 0),
    "document.body.insertAdjacentHTML": (called) => writeMarkup(called, 1),
    "document.createElement": makeElement,
    "Alpine.data": declareData,
    "document.addEventListener": listen,
    addEventListener: listen,
    "document.body.appendChild": attachGiven,
    "document.body.append": attachGiven,
    "document.body.prepend": attachGiven,
    "document.body.insertBefore": attachGiven,
    "document.documentElement.appendChild": attachGiven,
    "document.body.removeChild": detachGiven,
  }),
);

/** What opens windows, leaves the page or writes it. */
function callPage(called: Called, name: string): Value | null {
  const reader = PAGE.get(name);
  return reader ? reader(called, name) : callQuery(called, name);
}

function textOf({ values, run }: Called, index: number): string {
  return toText(values[index] ?? textValue(""), run);
}

/** `window.open(url, "chat", "width=400")` */
function openWindow(called: Called): Value {
  const { node, values, context, run } = called;
  const url = textOf(called, 0);
  const target = textOf(called, 1);
  const isKnown = run.pieces.findCode(target).length === 0;
  const window = addWindow(run.found, context, {
    name: isKnown ? (values[1] ? target : "_blank") : null,
    features: textOf(called, 2),
    hasChat: KAKAO.test(withChoices(run, url)),
  });
  addStart(run, context, node, { how: "window", url, window, target: window.name });
  return { kind: "window", window };
}

/** `location.assign(url)` */
function leavePage(called: Called): Value {
  const { node, context, run } = called;
  addStart(run, context, node, { how: "page", url: textOf(called, 0) });
  return UNDEFINED;
}

/** `document.write("<form ...>")` */
function writeMarkup(called: Called, index: number): Value {
  appendHtml(called.run.root, textOf(called, index), called.run, called.context);
  return UNDEFINED;
}

/** `document.createElement("form")` */
function makeElement(called: Called): Value {
  const { context, run } = called;
  const element = createElement(textOf(called, 0).toLowerCase(), "script");
  element.isConditional = context.isConditional;
  noteMade([element], context, run);
  noteBirth(element, context, run.births);
  run.page.made.push(element);
  return { kind: "elements", elements: [element] };
}

/** `Alpine.data("talk", () => ({ open() {} }))` */
function declareData(called: Called): Value {
  const { values, run } = called;
  if (values[1]) run.global.declare(textOf(called, 0), values[1]);
  return UNDEFINED;
}

/** `document.addEventListener("click", open)` */
function listen(called: Called): Value {
  const { values, context, run } = called;
  if (values[1]) run.handle(values[1], null, context, textOf(called, 0));
  return UNDEFINED;
}

/** `document.body.appendChild(form)` */
function attachGiven({ values, context, run }: Called): Value {
  for (const value of values) {
    if (value.kind !== "elements") continue;
    attach(value.elements);
    noteMade(value.elements, context, run);
  }
  return values[0] ?? UNDEFINED;
}

/** `document.body.removeChild(form)` */
function detachGiven({ values }: Called): Value {
  for (const value of values) if (value.kind === "elements") detach(value.elements);
  return UNDEFINED;
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
  run.found.sdkCalls.push({
    name,
    id: id ? run.pieces.show(toText(id[1], run)) : "",
    place: placeOf(node, context),
    trigger,
    guards: context.guards,
  });
  return UNDEFINED;
}
