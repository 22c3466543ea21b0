import { type Context, createContext } from "../script/context.js";
import type { Run } from "../script/run.js";
import type { Scope } from "../script/scope.js";

/** The scopes whose names markup can say: not those around a component that is an object or a class. */
export function reachOf(scope: Scope, run: Run): ReadonlySet<Scope> {
  const all = scope.list();
  if (run.component.modules.size > 0 && !run.component.isSetUp) all.delete(run.global);
  return all;
}

/** Under which circumstances a component's own code is read. */
export function contextOf(run: Run, scope: Scope): Context {
  const reach = isComponent(run) ? reachOf(scope, run) : new Set<Scope>();
  return createContext({ text: "", offset: -1, scope, reach }, run);
}

/** Whether code runs as a component is rendered, and at no event of an element's. */
export function isRendered({ trigger, event }: Context, run: Run): boolean {
  return isComponent(run) && !trigger && !event?.element;
}

/** Whether the markup is a framework's, which knows the names of its script. */
export function isComponent({ language }: Pick<Run, "language">): boolean {
  return language !== "html" && language !== "thymeleaf";
}
