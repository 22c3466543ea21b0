import { attribute, closest, type OldElement } from "../markup/element.js";
import { isAnyOfMany } from "../markup/repeated.js";
import { type Context, createFrame, inLoop } from "../script/context.js";
import { nameLooped } from "../script/looped.js";
import type { Run } from "../script/run.js";
import { addForm, addStart } from "../script/start.js";
import { codeValue, numberValue, plainCode, textValue, type Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import type { Elements, Method } from "./elements.js";
import { findInside } from "./query.js";

/** What each of them does, by the method's name. */
const LISTENERS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    on: listen,
    one: listen,
    bind: listen,
    addEventListener: listen,
    live: listen,
    delegate: listen,
    addEvent: listen,
    observe: listen,
    attachEvent: listen,
    click: listenOrPress,
    trigger: listenOrPress,
    submit: listenOrPress,
    requestSubmit: listenOrPress,
    ready: callReady,
    load: callReady,
    each: callEach,
    forEach: callEach,
  }),
);

/** What listens to elements, and what presses them. */
export function callHandlers(called: Called, object: Elements): Value | null {
  return LISTENERS.get(called.name)?.(called, object) ?? null;
}

/** What is called: the last function of the arguments. */
function findHandler({ values }: Called): Value | undefined {
  return [...values]
    .reverse()
    .map(toHandler)
    .find((value) => value.kind === "function" || value.kind === "code");
}

/** `button.addEventListener("click", open)`, `$(button).on({ click: open })` */
function listen(called: Called, object: Elements): Value {
  const { name, values, context, run } = called;
  const events = values[name === "delegate" ? 1 : 0];
  if (events?.kind === "object") {
    for (const [event, one] of events.entries)
      for (const each of object.elements) run.handle(one, each, context, event);
    return object;
  }
  return bind(called, object, toText(events ?? textValue("click"), run).replace(/^on/, ""));
}

/** `$("#list").on("click", ".talk", open)`: what is made later listens once it is made. */
function bind(called: Called, object: Elements, event: string): Value {
  const { name, values, context, run } = called;
  const handler = findHandler(called);
  const selector = values[name === "delegate" ? 0 : 1];
  const isDelegated = selector?.kind === "text" && name !== "addEventListener";
  const find = () =>
    isDelegated ? findInside(object.elements, selector.text, run) : object.elements;
  const listen = (found: readonly OldElement[]) => {
    for (const one of found) if (handler) run.handle(handler, one, context, event);
  };
  const found = find();
  const isMadeLater = isDelegated && found.every(({ origin }) => origin === "absent");
  if (isMadeLater && handler?.kind === "function") {
    const others = run.clicks.delegated.get(handler.node) ?? [];
    run.clicks.delegated.set(handler.node, [...others, () => listen(find())]);
  } else listen(found);
  return object;
}

/** `$(button).click(open)`, `link.click()`, `form.submit()` */
function listenOrPress(called: Called, object: Elements): Value {
  const { name, node } = called;
  const [element] = object.elements;
  if (findHandler(called) && name !== "trigger") return bind(called, object, name);
  press(called, element, node);
  return object;
}

/** `$(document).ready(start)` */
function callReady(called: Called, object: Elements): Value {
  const { context, run } = called;
  const handler = findHandler(called);
  if (handler) run.handle(handler, null, { ...context, isAtLoad: true }, "ready", object.jquery);
  return object;
}

/** `buttons.forEach((button, index) => ...)`, `$(buttons).each(function (index) { ... })` */
function callEach(called: Called, object: Elements): Value {
  const handler = findHandler(called);
  for (const [index, one] of object.elements.slice(0, 50).entries())
    callWithOne(handler, { one, index }, called, object);
  return object;
}

function callWithOne(
  handler: Value | undefined,
  { one, index }: { one: OldElement; index: number },
  { name, context, run }: Called,
  object: Elements,
): void {
  const code = context.trigger ? null : nameLooped(object, one, run);
  const own = code && { code, isOwn: true };
  const each: Value = { kind: "elements", elements: [one], ...own };
  // Which of them the page has is not known if it was not pasted.
  const at =
    one.origin === "absent" ? codeValue("index", { hidden: ["index"] }) : numberValue(index);
  const values = name === "each" ? [at, each] : [each, at];
  // In a click's own handler, `this` is not what was clicked.
  const isOther = context.trigger !== null || code !== null;
  const self = { ...each, code: code ?? { ...plainCode("this"), hidden: ["this"] } };
  const isFree = isOther && handler?.kind === "function" && !handler.self;
  // One that was not pasted stands for any number, as does one that a server repeats.
  const isSome = context.trigger !== null && isAnyOfMany(one, run.pieces);
  const around = isSome ? inLoop(context) : context;
  const trigger = context.trigger ?? one;
  const called = isFree ? { ...handler, self } : handler;
  if (called) run.call(called, values, { ...around, trigger });
}

/** An object's `handleEvent()`, if that listens: `element.addEventListener("click", this)`. */
function toHandler(value: Value): Value {
  const method = value.kind === "object" ? value.entries.get("handleEvent") : undefined;
  return method?.kind === "function" ? { ...method, self: value } : value;
}

/** `$("#chat").trigger("click")` in another element's handler: what a press of that one does, this click does. */
function pressOther(element: OldElement, context: Context, run: Run): void {
  if (!context.trigger || context.trigger === element) return;
  const read = () => {
    const heard = run.clicks.heard.filter((one) => one.element === element);
    for (const { value } of heard) {
      const self = value.self ?? elementValue(element);
      run.call({ ...value, self }, [{ kind: "native", name: "event" }], {
        ...context,
        frame: createFrame(),
      });
    }
    return heard.length > 0;
  };
  // What listens may come after what presses it.
  if (!read()) run.calls.later.push(read);
}

/** An element as a script finds it. */
function elementValue(element: OldElement): Value {
  const id = attribute(element, "id");
  const code = `document.getElementById(${JSON.stringify(id)})`;
  return {
    kind: "elements",
    elements: [element],
    code: { code, hidden: id ? [] : ["this"], isAwaited: false },
  };
}

/** A script sends a form, or clicks on a link itself. */
function press(
  { name, values, context, run }: Called,
  element: OldElement | undefined,
  node: Called["node"],
): void {
  if (!element) return;
  const event = name === "trigger" ? toText(values[0] ?? textValue(""), run) : name;
  const isSubmit =
    /submit/i.test(event) ||
    (event === "click" && /submit|image/i.test(attribute(element, "type")));
  const form = isSubmit
    ? closest(element, (one) => one.name === "form" || one.origin === "absent")
    : null;
  if (event === "click") pressOther(element, context, run);
  if (form) addForm(run, context, node, form);
  else if (event === "click" && element.attributes.has("href")) {
    const target = attribute(element, "target");
    if (element.origin === "script") run.page.pressed.add(element);
    addStart(run, context, node, { how: "link", url: attribute(element, "href"), target });
  }
}
