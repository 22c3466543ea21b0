import type { Run } from "../script/run.js";
import type { Scope } from "../script/scope.js";
import { isState } from "../script/settled.js";
import { codeValue, toCode, UNDEFINED, type Value } from "../script/value.js";
import type { Called } from "./call.js";

/** `Alpine.data("order", () => ({ ... }))` gives the page's markup a function by that name, `Alpine.store` an object in `$store`. */
export function callAlpine({ object, name, values, context, run }: Called): Value | null {
  const [named, made] = values;
  const owner = object && toCode(object);
  const isAlpine = owner?.kind === "code" && owner.code.code === "Alpine";
  const page = [...context.scope.list()].find(({ isGlobal }) => isGlobal);
  if (!isAlpine || named?.kind !== "text" || !page) return null;
  if (name === "data" && made?.kind === "function") {
    page.declare(named.text, made);
    return UNDEFINED;
  }
  return name === "store" ? callStore(named.text, made, page, run) : null;
}

/** `Alpine.store("chat", { ... })`, `Alpine.store("chat")` */
function callStore(name: string, made: Value | undefined, page: Scope, run: Run): Value | null {
  const known = page.bindings.get("$store")?.value;
  const stores = known?.kind === "object" ? known.entries : new Map<string, Value>();
  if (!made) return stores.get(name) ?? null;
  if (made.kind === "object")
    for (const [key, one] of made.entries)
      if (isState(key, one, run.changes)) made.entries.set(key, codeValue(`$store.${name}.${key}`));
  page.declare("$store", { kind: "object", entries: stores.set(name, made) });
  return UNDEFINED;
}
