import type { Changes } from "./run-parts.js";
/** What a name or a member is at the click, of which a script changes the value. */

import type { OldElement } from "../markup/element.js";
import type { Context, Handling } from "./context.js";
import type { Run } from "./run.js";
import type { Scope } from "./scope.js";
import { codeValue, isNothing, textValue, type Value } from "./value.js";

/** Whether a name gets other values than the one that it is declared with. */
export function isChanging(name: string, scope: Scope, changes: Changes): boolean {
  return scope.changing.has(name) || (scope.isGlobal && changes.assigned.has(name));
}

/** Whether something of an object's or a component's own gets other values. */
export function isState(name: string, value: Value, changes: Changes): boolean {
  const { members, assigned, indexed } = changes;
  const isChanged = members.has(name) || assigned.has(name) || indexed.has("this");
  return isChanged && (value.kind === "object" || isPlain(value));
}

type ObjectValue = Extract<Value, { kind: "object" }>;

/** A text that is no address: those are put together step by step. */
export function isPlain(value: Value): boolean {
  return value.kind === "text" && value.text !== "" && !/\/\//.test(value.text);
}

/** What a variable is at the click: its own name, if that is not its first value. */
export function settle(name: string, value: Value | null, scope: Scope, run: Run): Value | null {
  if (!value || run.show || !isChanging(name, scope, run.changes)) return value;
  // Svelte's `$:` and `$derived` read what has nothing in it at first again once it has.
  const isEmpty = run.language === "svelte" && isNothing(value);
  if (isEmpty || isPlain(value)) return codeValue(name, { hidden: scope.isGlobal ? [] : [name] });
  // Vue's `ref("a")`
  const inner =
    value.kind === "object" && run.language === "vue" ? value.entries.get("value") : null;
  if (inner) return isPlain(inner) && value.code ? { kind: "code", code: value.code } : value;
  if (value.kind === "object" && /^(?:vue|svelte)$/.test(run.language))
    settleMembers(name, value, scope, run);
  return value;
}

/** Vue's `reactive({ type: "a" })`: a computed value reads its members again once they have changed. */
function settleMembers(code: string, { entries }: ObjectValue, scope: Scope, run: Run): void {
  if (!run.step()) return;
  const hidden = scope.isGlobal ? [] : [code.replace(/\..*/, "")];
  for (const [key, one] of [...entries]) {
    const own = `${code}.${key}`;
    if (one.kind === "object") settleMembers(own, one, scope, run);
    else if (run.changes.members.has(key) && isPlain(one))
      entries.set(key, codeValue(own, { hidden }));
  }
}

/** React's `this.state`, which `setState` changes: what is no address is known at the click alone. */
export function withoutState(name: string, value: Value, run: Run): Value {
  if (name !== "state" || run.language !== "jsx" || value.kind !== "object") return value;
  const kept = [...value.entries].filter(([, one]) => !isPlain(one));
  const code = { code: "this.state", hidden: [], isAwaited: false };
  return { kind: "object", entries: new Map(kept), code };
}

/** Notes what an object is given that is of a handler's event. */
export function noteEvent(value: Value, { handler, trigger }: Context, run: Run): void {
  const texts = value.kind === "text" ? run.pieces.findCode(value.text) : [];
  const codes = value.kind === "code" ? [value.code] : texts;
  if (codes.some(({ code }) => /\bevent\b/.test(code)))
    run.births.madeBy.set(value, { handler, trigger });
}

/** Whether a value was made of the event of another handler. */
export function isOfOther(
  value: Value,
  context: Context,
  { births: { madeBy }, gifts: { isMasked } }: Run,
): boolean {
  const made = madeBy.get(value);
  return made !== undefined && (isMasked || !isWithin(made, context));
}

/** Whether what a handler has done is done before what is read now. */
function isWithin(made: Handling, { handler, trigger }: Handling): boolean {
  return (
    (made.handler !== null && made.handler === handler) ||
    (made.trigger !== null && made.trigger === trigger)
  );
}

/** What the same handler has put into a field that a visitor types into; `null` if it has not. */
export function readFilled(
  field: OldElement | undefined,
  context: Context | null,
  { page: { filled } }: Run,
): Value | null {
  const made = field && filled.get(field);
  if (!made || !context || !isWithin(made, context)) return null;
  return textValue(field.attributes.get("value") ?? "");
}
