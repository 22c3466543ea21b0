import { append, createElement } from "../element.js";
import { toText } from "../to-text.js";
import type { Value } from "../value.js";
import type { Called } from "./call.js";

const MAKERS = /^(?:createElement|_?jsxs?|jsxDEV|h|createVNode|createElementVNode)$/;
const NAMES: Record<string, string> = { className: "class", acceptCharset: "accept-charset" };

/** `React.createElement("a", { href }, "...")` and what JSX is compiled to: an element of the page. */
export function callHyperscript({ name, values, context, run }: Called): Value | null {
  const [tag, props, ...children] = values;
  if (!MAKERS.test(name) || tag?.kind !== "text" || props?.kind !== "object") return null;
  const element = createElement(tag.text, "script");
  run.made.push(element);
  for (const [key, value] of props.entries) {
    if (/^on[A-Z]/.test(key))
      run.later.push(() => run.handle(value, element, context, key.slice(2).toLowerCase()));
    else if (key === "children") children.push(value);
    else if (value.kind !== "function" && value.kind !== "object")
      element.attributes.set(NAMES[key] ?? key.toLowerCase(), toText(value, run));
  }
  for (const child of children) {
    for (const one of child.kind === "list" ? child.items : [child]) {
      if (one.kind === "elements") for (const inner of one.elements) append(element, inner);
      else if (one.kind === "text") append(element, one.text);
    }
  }
  return { kind: "elements", elements: [element] };
}
