import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { awaited, callLater } from "../script/statements/functions.js";
import type { Value } from "../script/value.js";
import { codeOfValue } from "../script/values/code-of-value.js";

/** `store.select(id).subscribe((id) => ...)`, `.subscribe({ next: (id) => ... })`: what is read at the click is its first value. */
export function callSubscribe(
  object: Value,
  values: readonly Value[],
  context: Context,
  run: Run,
): Value {
  const [observer] = values;
  const next = observer?.kind === "object" ? observer.entries.get("next") : observer;
  const others =
    observer?.kind === "object"
      ? [...observer.entries.values()].filter((one) => one !== next)
      : values.slice(1);
  if (next?.kind === "function")
    callLater(next, [awaited(firstOf(object, run), run)], context, run);
  for (const one of others) if (one.kind === "function") callLater(one, [], context, run);
  return object;
}

/** An observable is no promise: to `await` it gives the observable itself. */
function firstOf(observable: Value, run: Run): Value {
  const code = codeOfValue(observable, run);
  if (observable.kind !== "code" || !code) return observable;
  // A store of Svelte's takes the function alone.
  const taken = run.language === "svelte" ? "resolve" : "{ next: resolve, error: reject }";
  // TypeScript takes the value of a promise that says nothing of it for unknown.
  const typed = run.language === "angular" ? "resolve: (value: any) => void" : "resolve";
  const written = `new Promise((${typed}, reject) => ${code.code}.subscribe(${taken}))`;
  return { kind: "code", code: { ...code, code: written } };
}
