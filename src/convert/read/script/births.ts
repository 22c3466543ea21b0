/**
 * What happens to a thing is under the conditions that have come since it was made: a form that a
 * branch makes, fills and sends has its fields without any.
 */

import type { OldElement } from "../markup/element.js";
import { both } from "./code.js";
import type { Context } from "./context.js";
import type { Births } from "./run-parts.js";
import { Scope } from "./scope.js";

/** Notes where something is made: an element, a list's items, an object's members, a function's names. */
export function noteBirth(thing: object, context: Context, births: Births): void {
  births.born.set(thing, context);
}

/** The circumstances of a write to a thing: those of all the calls since it was made. */
export function sinceBirth(thing: object, context: Context, births: Births): Context {
  const made = births.born.get(thing);
  return made ? since(made, context) : context;
}

/** The same of an element; the page's own is there from the start. */
export function sinceElement(element: OldElement, context: Context, births: Births): Context {
  return since(births.born.get(element) ?? null, context);
}

/** The same of a name; the page's own is there from the start. */
export function sinceDeclared(scope: Scope, context: Context, births: Births): Context {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const made = births.born.get(at);
    if (made) return since(made, context);
  }
  return since(null, context);
}

/** Whether a thing was made in one of the calls that are read now: a scope, or what is in it. */
export function isOfCall(thing: Scope | object, context: Context, births: Births): boolean {
  const calls = listCalls(context);
  let made = births.born.get(thing);
  for (let at = thing instanceof Scope ? thing.outer : null; at && !made; at = at.outer)
    made = births.born.get(at);
  return made !== undefined && calls.has(made.call);
}

function since(made: Context | null, context: Context): Context {
  const around = listCalls(made);
  let all = context;
  let at = context;
  while (!around.has(at.call) && at.call.caller) {
    at = at.call.caller;
    if (!isSameBranch(made, at)) all = addConditions(at, all);
  }
  return all === context && isSameBranch(made, context) ? withoutConditions(context) : all;
}

/** A call, and those that it was made in. */
function listCalls(context: Context | null): Set<Context["call"]> {
  const calls = new Set<Context["call"]>();
  for (let at = context; at; at = at.call.caller) calls.add(at.call);
  return calls;
}

function isSameBranch(made: Context | null, context: Context): boolean {
  return (
    made !== null &&
    made.call === context.call &&
    made.isConditional === context.isConditional &&
    made.condition === context.condition
  );
}

function withoutConditions(context: Context): Context {
  return { ...context, isConditional: false, condition: null };
}

/** A condition within those that are asked already; nothing within what cannot be asked: a loop, a `catch`. */
export function within(
  { isConditional, condition }: Context,
  own: NonNullable<Context["condition"]>,
): Context["condition"] {
  if (isConditional && !condition) return null;
  return condition && !condition.isSure ? both(condition, own) : own;
}

/** Where a value is written that has all its conditions in itself. */
export function decided(context: Context): Context {
  return { ...withoutConditions(context), call: { caller: null } };
}

function addConditions(outer: Context, inner: Context): Context {
  if (!outer.isConditional && !outer.server) return inner;
  const isKnown = !inner.isConditional || inner.condition;
  const own = inner.condition ? within(outer, inner.condition) : outer.condition;
  return {
    ...inner,
    isConditional: inner.isConditional || outer.isConditional,
    condition: isKnown ? own : null,
    server: inner.server ?? outer.server,
  };
}
