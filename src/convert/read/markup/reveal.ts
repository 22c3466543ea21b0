import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import type { Value } from "../script/value.js";

/** A text in which names of the component around it count as written. */
export function revealNames(text: string, context: Context, { pieces }: Run): string {
  if (context.reach.size === 0 || pieces.findCode(text).length === 0) return text;
  return pieces.reveal(text, (name) => isReached(name, context));
}

function isReached(name: string, { scope, reach }: Context): boolean {
  const found = scope.find(name);
  if (found && found.binding.value?.kind !== "code") return reach.has(found.scope);
  // A function that was given the name's value knows it by another name, or by none.
  return [...reach].some(({ bindings }) => bindings.has(name));
}

/** The same of the keys by which a function is chosen: `const act = acts[key]` stands beside the markup. */
export function revealKeys(value: Value, context: Context): Value {
  if (value.kind !== "code" || !value.keys) return value;
  const keys = value.keys.map((one) => {
    const hidden = one?.code.hidden.filter((name) => !isReached(name, context));
    return one && hidden && { ...one, code: { ...one.code, hidden } };
  });
  return { ...value, keys };
}
