import type { Node } from "@babel/types";
import type { Context } from "../context.js";
import { isCall, nameOfCallee } from "../references.js";
import { jqueryAs, type Value } from "../value.js";

/**
 * What a variable gets. jQuery that `noConflict(true)` gives back, the page has by that variable's name alone: by jQuery's
 * own it has another, or none.
 */
export function nameJquery(id: Node, init: Node, value: Value, { scope }: Context): Value {
  const isJquery = value.kind === "native" && value.name === "jQuery";
  if (!isJquery || id.type !== "Identifier" || !isCall(init)) return value;
  if (nameOfCallee(init.callee) !== "noConflict") return value;
  const { name } = id;
  if (scope.isGlobal) return jqueryAs(name);
  const [all] = init.arguments;
  const isGone = all?.type === "BooleanLiteral" && all.value;
  return isGone ? { ...value, code: { code: name, hidden: [name], isAwaited: false } } : value;
}
