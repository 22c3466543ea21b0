import type { TemplateLiteral } from "@babel/types";
import { append, type OldElement, walk } from "../markup/element.js";
import { findEvent } from "../markup/handler-names.js";
import { parseMarkup } from "../markup/markup.js";
import { type Context, inPlace, placeOf, sourceOf } from "../script/context.js";
import type { Run } from "../script/run.js";
import type { Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import { listLocals } from "./jsx.js";

/** Attributes by which a chat can be started. */
const ADDRESSES = /^(?:href|action|value|target)$/;

/** An expression of a template, and what stands for it while its markup is read. */
interface Filled {
  piece: string;
  value: Value;
}

/** Markup of lit's or htm's, as elements of the page: its expressions stay in it as they are written. */
export function readLit(quasi: TemplateLiteral, outer: Context, run: Run): void {
  if (run.page.jsx.has(quasi)) return;
  const context = { ...outer, reach: outer.scope.list() };
  const filled: Filled[] = [];
  const from = (quasi.start ?? 0) + 1;
  let text = sourceOf(quasi, context).slice(1, -1);
  for (const [index, expression] of quasi.expressions.entries()) {
    const [start, end] = [quasi.quasis[index]?.end ?? 0, quasi.quasis[index + 1]?.start ?? 0];
    const source = context.script.text.slice(start, end);
    const piece = run.pieces.addTemplate(source, source.length);
    text = text.slice(0, start - from) + piece + text.slice(end - from);
    filled.push({ piece, value: run.evaluate(expression, context) });
  }
  const root = parseMarkup(text, "page");
  run.page.jsx.set(quasi, { element: root, scope: outer.scope });
  const place = placeOf(quasi, context) + 1;
  for (const element of [...walk(root)]) {
    move(element, place);
    element.locals = listLocals(outer);
    readAttributes(element, filled, context, run);
  }
  for (const child of root.children) append(run.root, child);
}

/** Puts an element where it stands in what was pasted. */
function move(element: OldElement, by: number): void {
  element.start += by;
  element.end += by;
  element.tagEnd += by;
  element.closeStart += by;
}

function readAttributes(
  element: OldElement,
  filled: readonly Filled[],
  context: Context,
  run: Run,
): void {
  for (const [name, text] of [...element.attributes]) {
    const event = findEvent(name);
    const handler = filled.find(({ piece }) => piece === text)?.value;
    if (event && handler) {
      element.attributes.delete(name);
      run.calls.later.push(() => run.handle(handler, element, inPlace(context), event));
    } else if (ADDRESSES.test(name)) {
      let address = text;
      for (const { piece, value } of filled)
        address = address.replaceAll(piece, toText(value, run));
      element.attributes.set(name, address);
    }
  }
}
