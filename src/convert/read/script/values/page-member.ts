import type { Node } from "@babel/types";
import { isComponent } from "../../frameworks/reach.js";
import type { Code } from "../code.js";
import { type Context, sourceOf } from "../context.js";
import {
  isChangedElsewhere,
  isFilledOutOfReach,
  isMemberChanged,
  isSettable,
} from "../elsewhere.js";
import { nameOfRoot } from "../references.js";
import type { Run } from "../run.js";
import type { Binding, Scope } from "../scope.js";
import { isOfOther } from "../settled.js";
import { isNothing, plainCode, type Value } from "../value.js";

/**
 * What `order.no` is said by, if an object of a page's scripts has something there at the click that it has not at first,
 * or that another handler has put in: its name, which markup reaches if it is the page's.
 */
export function nameFilled(node: Node, context: Context, run: Run): Code | null {
  if (isComponent(run) || run.show || context.scope.isGlobal) return null;
  if (node.type !== "MemberExpression") return null;
  if (node.computed || node.property.type !== "Identifier") return null;
  const owner = nameOfRoot(node);
  const found = context.scope.find(owner);
  const value = findValue(node, context);
  if (!value || !found || found.scope === context.scope) return null;
  const { isGlobal } = found.scope;
  const isWritten = run.changes.members.has(node.property.name) || run.changes.indexed.has(owner);
  const isFilled =
    (isNothing(value) && (isWritten || (isGlobal && run.hasOtherScript))) ||
    (isGlobal && context.event !== null && isFilledOutOfReach(value)) ||
    (isSettable(value) && isChanged(node, owner, found, context, run));
  if (!isFilled && !isOfOther(value, context, run)) return null;
  const source = sourceOf(node, context);
  return { ...plainCode(source), hidden: isGlobal ? [] : [source] };
}

/** Whether something else than what is read now gives a member other values. */
function isChanged(
  { object, property }: Extract<Node, { type: "MemberExpression" }>,
  owner: string,
  found: { binding: Binding; scope: Scope },
  context: Context,
  run: Run,
): boolean {
  const holder = findValue(object, context);
  if (holder?.kind !== "object" || property.type !== "Identifier") return false;
  const isOpen = isChangedElsewhere(owner, found, context, run);
  return isMemberChanged(holder, property.name, isOpen, context, run);
}

/** What a path of names leads to, through objects alone. */
function findValue(node: Node, context: Context): Value | null {
  if (node.type === "Identifier") return context.scope.find(node.name)?.binding.value ?? null;
  if (node.type !== "MemberExpression" || node.computed) return null;
  const owner = findValue(node.object, context);
  if (owner?.kind !== "object" || node.property.type !== "Identifier") return null;
  return owner.entries.get(node.property.name) ?? null;
}
