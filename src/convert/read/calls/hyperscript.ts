import { append, createElement } from "../markup/element.js";
import { createAbsent } from "../markup/selector.js";
import { inPlace } from "../script/context.js";
import type { Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";

const MAKERS = /^(?:createElement|_?jsxs?|jsxDEV|h|m|createVNode|createElementVNode)$/;
const NAMES = new Map(Object.entries({ className: "class", acceptCharset: "accept-charset" }));
/** What mithril and others take for a tag: `button.talk[type=button]`. */
const SELECTOR = /^[a-z][\w-]*(?:[.#[][^\s>+~,]*)?$/;

/** `h("a", { href }, "...")`, `m("a.talk", { onclick })`: an element of the page. */
export function callHyperscript({ name, object, values, context, run }: Called): Value | null {
  const [tag, ...given] = values;
  if (!MAKERS.test(name) || tag?.kind !== "text" || !SELECTOR.test(tag.text)) return null;
  const [first, ...rest] = given;
  const isMithril = name === "m" && object === null;
  if (first?.kind !== "object" && !isMithril) return null;
  const element = isMithril
    ? { ...createAbsent(tag.text), origin: "script" as const }
    : createElement(tag.text, "script");
  run.page.made.push(element);
  const children = first?.kind === "object" ? rest : given;
  const entries = first?.kind === "object" ? first.entries : [];
  for (const [key, value] of entries) {
    if (/^on[A-Za-z]/.test(key) && value.kind === "function")
      run.calls.later.push(() =>
        run.handle(value, element, inPlace(context), key.slice(2).toLowerCase()),
      );
    else if (key === "children") children.push(value);
    else if (value.kind !== "function" && value.kind !== "object")
      element.attributes.set(NAMES.get(key) ?? key.toLowerCase(), toText(value, run));
  }
  for (const child of children) {
    for (const one of child.kind === "list" ? child.items : [child]) {
      if (one.kind === "elements") for (const inner of one.elements) append(element, inner);
      else if (one.kind === "text") append(element, one.text);
    }
  }
  return { kind: "elements", elements: [element] };
}
