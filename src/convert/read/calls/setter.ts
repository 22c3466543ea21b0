import type { OldElement } from "../markup/element.js";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { isUndefined, numberValue, plainCode, textValue, type Value } from "../script/value.js";
import { readValue } from "../script/values/field-value.js";

/**
 * What jQuery gives an attribute of each element: a function makes it of the element's place and what it has,
 * `.attr("href", (index, href) => href + "?extra=1")`.
 *
 * @returns nothing if the attribute stays as it is
 */
export function makeGiven(
  value: Value,
  name: string,
  [element, index]: [element: OldElement, index: number],
  context: Context,
  run: Run,
): Value | null {
  if (value.kind !== "function" || /^on[a-z]+$/.test(name)) return value;
  const own = name === "value" && element.origin === "page" ? readValue(element) : null;
  const before = own ?? textValue(element.attributes.get(name) ?? "");
  // In a click's own handler, `this` is not what was clicked.
  const isOther = context.trigger !== null && context.trigger !== element;
  const code = { ...plainCode("this"), hidden: ["this"] };
  const self: Value | null = isOther ? { kind: "elements", elements: [element], code } : null;
  const isArrow = value.node.type === "ArrowFunctionExpression";
  const called = isArrow ? value : { ...value, self };
  const made = run.call(called, [numberValue(index), before], {
    ...context,
    trigger: context.trigger ?? element,
  });
  return isUndefined(made) ? null : made;
}
