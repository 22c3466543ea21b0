import type { Node } from "@babel/types";
import { toDashes } from "../markup/dataset.js";
import type { OldElement } from "../markup/element.js";
import { sinceElement } from "../script/births.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import type { Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import type { Elements } from "./elements.js";

/** Properties of whose numbers jQuery makes no lengths. */
const NUMBERS =
  /^(?:animation-iteration-count|aspect-ratio|column-count|fill-opacity|flex(?:-grow|-shrink)?|font-weight|grid-[\w-]+|line-height|opacity|order|orphans|scale|widows|z-index|zoom)$/;

/** `$("<div>").css({ right: 20 })`, `.css("right", "20px")` */
export function callCss({ values, context, run }: Called, object: Elements): Value {
  const [first, second] = values;
  if (first?.kind === "object") addStyles(object.elements, first.entries, context, run);
  else if (first && second)
    addStyles(object.elements, new Map([[toText(first, run), second]]), context, run);
  return object;
}

/** `$("<div>").width(72)` */
export function callSize({ name, values, context, run }: Called, object: Elements): Value | null {
  const [first] = values;
  if (!first) return null;
  addStyles(object.elements, new Map([[name, first]]), context, run);
  return object;
}

/**
 * What a script gives the elements that it makes as it makes them: what a click changes is none of their looks.
 *
 * @param unit that a number gets which is a length
 */
export function addStyles(
  elements: readonly OldElement[],
  styles: ReadonlyMap<string, Value>,
  context: Context,
  run: Run,
  unit = "px",
): void {
  for (const [property, value] of styles) {
    const name = toDashes(property);
    const text = run.pieces.toFirst(toText(value, run));
    if (value.kind === "function") continue;
    const isLength = /^-?\d+(?:\.\d+)?$/.test(text) && text !== "0" && !NUMBERS.test(name);
    const style = `${name}:${text}${isLength ? unit : ""}`;
    for (const element of elements) {
      const { origin, attributes } = element;
      const isSame = run.births.born.get(element)?.event === context.event;
      if (origin !== "script" || !isSame) continue;
      const isKnown =
        run.pieces.findCode(text).length === 0 &&
        !sinceElement(element, context, run.births).isConditional;
      const before = attributes.get("style")?.replace(/;?\s*$/, ";") ?? "";
      if (isKnown) attributes.set("style", before + style);
      // What is known at the click alone, plain markup cannot have: it is named.
      else if (run.language === "html") attributes.set(`style.${name}`, run.pieces.addCode("…"));
    }
  }
}

/** `Object.assign(made.style, { right: "20px" })`, `made.style.setProperty("right", "20px")` */
export function callStyle({ node, name, values, context, run }: Called): null {
  const { callee } = node;
  const [first] = node.arguments;
  const [given, second] = values;
  const isAssign = name === "assign" && first !== undefined;
  const owner = isAssign ? ownerOfStyle(first) : "object" in callee && ownerOfStyle(callee.object);
  if (!owner || !given || !second || !(isAssign || name === "setProperty")) return null;
  const styles = isAssign
    ? values.slice(1).flatMap((one) => (one.kind === "object" ? [...one.entries] : []))
    : [[toText(given, run), second] as const];
  const found = run.evaluate(owner, context);
  if (found.kind === "elements") addStyles(found.elements, new Map(styles), context, run, "");
  return null;
}

/** `made` of `made.style` */
function ownerOfStyle(node: Node): Node | null {
  const isStyle =
    node.type === "MemberExpression" &&
    node.property.type === "Identifier" &&
    node.property.name === "style";
  return isStyle ? node.object : null;
}
