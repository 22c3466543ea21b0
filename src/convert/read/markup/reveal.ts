import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";

/** A text in which names of the component around it count as written. */
export function revealNames(text: string, { scope, reach }: Context, { pieces }: Run): string {
  if (reach.size === 0 || pieces.findCode(text).length === 0) return text;
  return pieces.reveal(text, (name) => {
    const found = scope.find(name);
    if (found && found.binding.value?.kind !== "code") return reach.has(found.scope);
    // A function that was given the name's value knows it by another name, or by none.
    return [...reach].some(({ bindings }) => bindings.has(name));
  });
}
