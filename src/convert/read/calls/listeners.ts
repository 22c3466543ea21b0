import { attribute, closest, type OldElement } from "../markup/element.js";
import { isAnyOfMany } from "../markup/repeated.js";
import { type Context, createFrame, inLoop } from "../script/context.js";
import { nameLooped } from "../script/looped.js";
import type { Run } from "../script/run.js";
import { codeValue, numberValue, plainCode, textValue, type Value } from "../script/value.js";
import { addForm, addStart } from "../start.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import type { Elements } from "./elements.js";
import { findInside } from "./query.js";

/** What listens to elements, and what presses them. */
export function callHandlers(called: Called, object: Elements): Value | null {
  const { name, values, context, run, node } = called;
  const [element] = object.elements;
  const handler = [...values]
    .reverse()
    .map(toHandler)
    .find((value) => value.kind === "function" || value.kind === "code");
  const bind = (event: string) => {
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
      const others = run.delegated.get(handler.node) ?? [];
      run.delegated.set(handler.node, [...others, () => listen(find())]);
    } else listen(found);
    return object;
  };
  switch (name) {
    case "on":
    case "one":
    case "bind":
    case "addEventListener":
    case "live":
    case "delegate":
    case "addEvent":
    case "observe":
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
      press(called, element, node);
      return object;
    case "ready":
    case "load":
      if (handler)
        run.handle(handler, null, { ...context, isAtLoad: true }, "ready", object.jquery);
      return object;
    case "each":
    case "forEach":
      for (const [index, one] of object.elements.slice(0, 50).entries()) {
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
        const called = isFree ? { ...handler, self } : handler;
        // One that was not pasted stands for any number, as does one that a server repeats.
        const isSome = context.trigger !== null && isAnyOfMany(one, run.pieces);
        const around = isSome ? inLoop(context) : context;
        if (called) run.call(called, values, { ...around, trigger: context.trigger ?? one });
      }
      return object;
    default:
      return null;
  }
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
    const heard = run.heard.filter((one) => one.element === element);
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
  if (!read()) run.later.push(read);
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
    if (element.origin === "script") run.pressed.add(element);
    addStart(run, context, node, { how: "link", url: attribute(element, "href"), target });
  }
}
