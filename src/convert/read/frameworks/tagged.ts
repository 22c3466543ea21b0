import type { TemplateLiteral } from "@babel/types";
import { walk } from "../markup/element.js";
import { type Context, inPlace } from "../script/context.js";
import type { Run } from "../script/run.js";
import { appendHtml } from "../script/statements/assign-element.js";
import { textValue, type Value } from "../script/value.js";
import { toText } from "../text/to-text.js";

/** A handler of lit's: `<button @click=${this._open}>`. */
const EVENT = /\s@([\w-]+)=["']?$/;

interface Handler {
  /** Stands for it in the markup. */
  name: string;
  event: string;
  value: Value;
}

/** Markup of lit or htm, which is added to the page, and whose handlers are its elements' own. */
export function readMarkupTemplate(quasi: TemplateLiteral, context: Context, run: Run): Value {
  const handlers: Handler[] = [];
  const parts = quasi.quasis.map(({ value }, index) => {
    const text = value.cooked ?? value.raw;
    const expression = quasi.expressions[index];
    if (!expression) return text;
    const inner = run.evaluate(expression, context);
    const event = EVENT.exec(text)?.[1];
    if (!event || inner.kind !== "function") return text + toText(inner, run);
    const name = `handler-${run.page.made.length}-${index}`;
    handlers.push({ name, event, value: inner });
    return text + name;
  });
  const markup = parts.join("");
  appendHtml(run.root, markup, run);
  for (const { name, event, value } of handlers) {
    const element = [...walk(run.root)].find((one) => one.attributes.get(`@${event}`) === name);
    if (!element) continue;
    element.attributes.delete(`@${event}`);
    run.handle(value, element, inPlace(context), event);
  }
  return textValue(markup);
}
