/**
 * What is read at a click is not always what the page began with: another handler, or a function that
 * something else calls, may have changed it by then. It is said by its name.
 */

import type { Node } from "@babel/types";
import type { OldElement } from "../markup/element.js";
import type { Code } from "./code.js";
import type { Context } from "./context.js";
import type { Run } from "./run.js";
import type { Calls, Changes } from "./run-parts.js";
import type { Binding, Scope } from "./scope.js";
import { isNothing, plainCode, type Value } from "./value.js";

/** One event after the page has loaded, and the functions that have run because of it. */
export interface Happening {
  element: OldElement | null;
  ran: Set<Node>;
}

type ObjectValue = Extract<Value, { kind: "object" }>;

/** Objects within each other, at most. */
const DEEPEST = 5;

/** Takes down that a function is run. */
export function noteRun(node: Node, { event }: Context, calls: Calls): void {
  (event ? event.ran : calls.ranAtLoad).add(node);
  if (event) calls.ranLater.add(node);
}

/** Whether something was written by another event than the one that is read now; `null` if none has written it. */
function isByOther(
  writer: Happening | undefined,
  { event }: Context,
  { gifts: { isMasked } }: Run,
): boolean | null {
  if (!writer || !event) return null;
  if (isMasked) return true;
  return writer !== event && (writer.element === null || writer.element !== event.element);
}

/** Whether a function that changes something runs at another time: neither now nor, once, as the page loads. */
function runsElsewhere(node: Node, { event }: Context, { calls, gifts }: Run): boolean {
  return (gifts.isMasked || !event?.ran.has(node)) && runsAtClicks(node, calls);
}

function runsAtClicks(node: Node, { ranAtLoad, ranLater }: Calls): boolean {
  return !ranAtLoad.has(node) || ranLater.has(node);
}

/** Whether what a name stands for, or something in it, may be another at the click than it was at first. */
export function isChangedElsewhere(
  name: string,
  { binding, scope }: { binding: Binding; scope: Scope },
  context: Context,
  run: Run,
): boolean {
  if (!context.event || run.show) return false;
  const known = isByOther(binding.writer, context, run);
  if (known !== null) return known;
  if (scope.isGlobal && run.changes.assigned.has(name)) return true;
  // What a call has made is made once: whoever changes it, this click too, another click finds it changed.
  const isMade = binding.value?.kind === "code" && !isNamed(binding.value);
  return [...(scope.changing.get(name) ?? [])].some((node) =>
    isMade ? runsAtClicks(node, run.calls) : runsElsewhere(node, context, run),
  );
}

/** Whether it is a text that holds an address. */
function isAddress(value: Value): boolean {
  return value.kind === "text" && value.text.includes("//");
}

/** Whether it is what handlers change: a text that is no address, a list, what a call has made, or nothing yet. */
export function isSettable(value: Value): boolean {
  if (value.kind === "text") return !isAddress(value);
  if (value.kind === "code") return !(value.choices ?? []).some(isAddress);
  return value.kind === "list" || isNothing(value);
}

/** Whether all that a name stands for is what another event has given it: `chosen = rows[index]`. */
export function isGivenElsewhere({ value, writer }: Binding, context: Context, run: Run): boolean {
  if (!value || !isByOther(writer, context, run)) return false;
  const isData = (one: Value) => one.kind !== "function";
  return value.kind === "object" ? [...value.entries.values()].every(isData) : isSettable(value);
}

/** Whether all of it, or something in it, is said by its name at a click. */
export function isOfClick(
  name: string,
  found: { binding: Binding; scope: Scope },
  context: Context,
  run: Run,
): boolean {
  const { value } = found.binding;
  if (!value || found.scope === context.scope) return false;
  if (isGivenElsewhere(found.binding, context, run)) return true;
  const isChanged = isChangedElsewhere(name, found, context, run);
  if (value.kind === "object")
    return asAtClick(value, plainCode(name), isChanged, context, run) !== value;
  return isChanged && isSettable(value);
}

/** Whether a framework's own name stands for it already. */
function isNamed(value: Value): boolean {
  return value.kind === "code" && !value.code.code.includes("(");
}

/** Notes which event has written a member. */
export function noteWriter(
  entries: object,
  name: string,
  { event }: Context,
  changes: Changes,
): void {
  if (!event) return;
  const writers = changes.writers.get(entries) ?? new Map<string, Happening>();
  changes.writers.set(entries, writers.set(name, event));
}

/**
 * An object as it is at a click: what is changed elsewhere is said by its name.
 *
 * @param code what says the object itself
 * @param isOpen members may be changed by whoever has the object, and not by its own functions alone
 */
export function asAtClick(
  value: ObjectValue,
  code: Code,
  isOpen: boolean,
  context: Context,
  run: Run,
  depth = 0,
): ObjectValue {
  if (!context.event || run.show || depth > DEEPEST || !run.step()) return value;
  const changed = new Map<string, Value>();
  for (const [name, one] of value.entries) {
    const own = { ...code, code: `${code.code}.${name}` };
    if (one.kind === "object") {
      const inner = asAtClick(one, own, isOpen, context, run, depth + 1);
      if (inner !== one) changed.set(name, inner);
    } else if (
      (isFilledOutOfReach(one) && code.hidden.length === 0) ||
      (!isAddress(one) &&
        isByOther(run.changes.writers.get(value.entries)?.get(name), context, run)) ||
      (isSettable(one) && !isNamed(one) && isMemberChanged(value, name, isOpen, context, run))
    ) {
      changed.set(name, { kind: "code", code: own });
    }
  }
  if (changed.size === 0) return value;
  return { ...value, entries: new Map([...value.entries, ...changed]), code };
}

/** Whether what fills it cannot be written elsewhere: an answer's, for example. */
export function isFilledOutOfReach(value: Value): boolean {
  return value.kind === "code" && value.code.hidden.length > 0;
}

/** @param isOpen members may be changed by whoever has the object, and not by its own functions alone */
export function isMemberChanged(
  { entries }: ObjectValue,
  name: string,
  isOpen: boolean,
  context: Context,
  run: Run,
): boolean {
  const known = isByOther(run.changes.writers.get(entries)?.get(name), context, run);
  if (known !== null) return known;
  if (isOpen && run.changes.members.has(name)) return true;
  return [...(run.changes.ownChanges.get(name) ?? [])].some((node) =>
    runsElsewhere(node, context, run),
  );
}
