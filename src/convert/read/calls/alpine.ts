import { toCode, UNDEFINED, type Value } from "../script/value.js";
import type { Called } from "./call.js";

/** `Alpine.data("order", () => ({ ... }))` gives the page's markup a function by that name. */
export function callAlpine({ object, name, values, context }: Called): Value | null {
  const [named, made] = values;
  const owner = object && toCode(object);
  const isAlpine = owner?.kind === "code" && owner.code.code === "Alpine";
  if (!isAlpine || name !== "data" || named?.kind !== "text" || made?.kind !== "function")
    return null;
  const page = [...context.scope.list()].find(({ isGlobal }) => isGlobal);
  page?.declare(named.text, made);
  return UNDEFINED;
}
