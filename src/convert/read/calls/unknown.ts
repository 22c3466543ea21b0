import { append, createElement, walk } from "../markup/element.js";
import { parseMarkup } from "../markup/markup.js";
import { asksApp } from "../script/apps.js";
import { type Context, inLoop } from "../script/context.js";
import type { Run } from "../script/run.js";
import { addForm, addStart, KAKAO, withChoices } from "../script/start.js";
import { callLater } from "../script/statements/functions.js";
import {
  codeValue,
  type FunctionValue,
  type OpenedWindow,
  textValue,
  type Value,
} from "../script/value.js";
import { isMarkup } from "../script/values/markup-text.js";
import { encodeEntries, toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { callNative } from "./native.js";
import { callOptions, underAnswer } from "./options.js";
import { findAll, isOfMoment } from "./query.js";
import { mayWrap, wrap } from "./wrapped.js";

/** `addHidden(form, "uuid", "@channel")`: what else would it do? */
function addField([form, name, text]: Value[], run: Run): void {
  const [element] = form?.kind === "elements" ? form.elements : [];
  if (element?.name !== "form" || element.origin !== "script" || name?.kind !== "text" || !text)
    return;
  const field = createElement("input", "script", [
    ["name", name.text],
    ["value", toText(text, run)],
  ]);
  append(element, field);
}

/** `router.push(url)`; `dataLayer.push(...)` is none. */
function isNavigation(name: string, object: Value | null): boolean {
  if (!/^(push|replace|navigate|navigateTo|redirect)$/.test(name)) return false;
  const code = object?.kind === "native" ? object.name : (object?.code?.code ?? "");
  return object === null ? name !== "push" : /rout|navig|history|nav\b/i.test(code);
}

/** `toQuery({ uuid: "@shop" })`: what else would it make? */
function readQuery(name: string, [first]: Value[], run: Run): Value | null {
  const isQuery = /stringify|query|serialize|param/i.test(name) && first?.kind === "object";
  if (!isQuery || !first.entries.has("uuid")) return null;
  const entries = [...first.entries].map(([key, one]): [string, string] => [key, toText(one, run)]);
  return textValue(encodeEntries(entries, run));
}

const LISTENS =
  /^(?:on|one|bind|live|delegate|addEventListener|attachEvent|addEvent|observe|click|tap)$/;

/** A component's own word for the page's window: `this.document.defaultView`, `this.windowRef.nativeWindow`. */
const WINDOW = /(?:^|[.#])(?:window|win|\w+Window|defaultView)(?:\(\))?$/;

/** `popup.document.write("<form ...>")`: a form that another page sends. */
function addMarkup(html: string, { context, run, node }: Called): void {
  for (const form of walk(parseMarkup(html, "script")))
    if (form.name === "form") addForm(run, context, node, form, { target: null });
}

/** `{"type":"open","url":"https://..."}`: the message to an app, in which the address stands. */
function addressOf(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text;
  return /(?:https?:)?\/\/bizmessage\.kakao\.com[^"\\\s]*/i.exec(text)?.[0] ?? text;
}

/** Whether the shop's own app is asked to open an address. */
function isOfApp(object: Value | null, name: string, { guards }: Context): boolean {
  const code = object?.kind === "native" ? object.name : (object?.code?.code ?? "");
  return asksApp(`${code}.${name}`) || guards.some(({ source, holds }) => holds && asksApp(source));
}

/** What returns what its function has made. */
const MAKES = /^(?:map|flatMap|from|reduce)$/;
const GOES_THROUGH = /^(?:each|forEach|map|filter|some|every|find|reduce|flatMap|from)$/;

/**
 * What a list that is not known goes through is no element that is known, either.
 *
 * @returns the markup that is made of each of its items
 */
function callBack(value: FunctionValue, called: Called): Value | null {
  const { name, context, run } = called;
  if (!GOES_THROUGH.test(name)) {
    if (mayWrap(called)) return wrap(value, called);
    // What is told the answer asks for it itself: `confirm("...", (isYes) => { if (isYes) open(); })`.
    const isTold = /confirm/i.test(name) && value.node.params.length > 0;
    callLater(value, [], isTold ? context : underAnswer(called), run);
    return null;
  }
  const self = value.self ?? codeValue("this", { hidden: ["this"] });
  const made = callLater({ ...value, self }, [], inLoop(context), run);
  if (!MAKES.test(name) || !isMarkup(made, context)) return null;
  return name === "reduce" ? made : { kind: "list", items: [made] };
}

/** A function that is not in what was pasted: it may open the address that it is given. */
export function callUnknown(called: Called): Value | null {
  const { object, name, values, run } = called;
  if (name === "open" && object?.code && WINDOW.test(object.code.code))
    return callNative(called, "window.open");
  addField(values, run);
  addController(called);
  const query = readQuery(name, values, run);
  if (query) return query;
  if (LISTENS.test(name) && values[0]?.kind !== "object") return listenToUnknown(called);
  // `this.shadowRoot.querySelector(".talk")`
  if (object && /^querySelector(?:All)?$/.test(name) && values[0]?.kind === "text")
    return findInUnknown(toText(values[0], run), called);
  return readGiven(called);
}

/** Stimulus' `application.register("talk", class extends Controller {})` */
function addController({ name, values: [key, made], run }: Called): void {
  if (name === "register" && key?.kind === "text" && made?.kind === "object" && made.isClass)
    run.calls.controllers.set(key.text, made);
}

/** Of what is clicked nothing is known; but it is a click. */
function listenToUnknown({ name, values, context, run }: Called): null {
  const handler = [...values].reverse().find(({ kind }) => kind === "function");
  const event = values[0]?.kind === "text" ? toText(values[0], run).replace(/^on/, "") : name;
  if (handler) run.handle(handler, null, { ...context, isAtLoad: false }, event);
  return null;
}

function findInUnknown(selector: string, { context, run }: Called): Value | null {
  if (isOfMoment(selector, context)) return null;
  return { kind: "elements", elements: findAll(run, selector) };
}

/**
 * What is done with each argument: a function is called, markup is read, an address is opened.
 *
 * @returns the markup that a function among them makes
 */
function readGiven(called: Called): Value | null {
  let markup: Value | null = null;
  for (const [index, value] of called.values.entries()) {
    if (value.kind === "function") markup = callBack(value, called) ?? markup;
    if (value.kind === "object" && !value.isClass) callOptions(value, called);
    openGiven(value, called.values.slice(index + 1), called);
  }
  return markup;
}

/** What takes an address down, looks at it or tells of it, and does not open it. */
const KEEPS =
  /^(?:info|warn|error|push|set|test|match|includes|indexOf|useState|\w*track\w*|log\w*|\w+Log|send\w*Event)$/i;

/** `openChat("https://...", "width=400")`: an argument that is a chat's address, with those after it. */
function openGiven(value: Value, after: readonly Value[], called: Called): void {
  const { node, object, name, context, run } = called;
  const url = value.kind === "text" || value.kind === "code" ? addressOf(toText(value, run)) : "";
  if (/^\s*</.test(url)) addMarkup(url, called);
  if (run.show || /</.test(url) || !url || !KAKAO.test(withChoices(run, url))) return;
  const isRouter = isNavigation(name, object);
  // Nuxt's `navigateTo(url, { open: { target: "_blank" } })`
  const [options] = after;
  const opens = options?.kind === "object" && options.entries.has("open");
  if (!isRouter && KEEPS.test(name)) return;
  const window = readWindow(after, called);
  addStart(run, context, node, {
    how: isRouter && !opens ? "router" : "caller",
    url,
    caller: isRouter ? "" : name,
    isInApp: !isRouter && isOfApp(object, name, context),
    target: null,
    ...(window && { window }),
  });
}

/** The window that a size among the arguments makes: `"width=400,height=600"`. */
function readWindow(given: readonly Value[], { context, run }: Called): OpenedWindow | null {
  const features = given.map((one) => toText(one, run));
  const size = features.find((text) => /(^|[,\s])(width|height)\s*=/i.test(text));
  if (!size) return null;
  return {
    name: null,
    features: size,
    trigger: context.trigger,
    isLate: context.isLate,
    isKept: false,
    isOpenerCut: true,
    hasChat: true,
  };
}
