import type { Node } from "@babel/types";
import type { OldElement } from "../../markup/element.js";
import { type Called, type Context, type Guard, sourceOf } from "../context.js";
import { isFunction, listChildren } from "../references.js";
import type { Run } from "../run.js";
import type { Clicks } from "../run-parts.js";
import { codeOf } from "../values/code-of.js";
import { readBoolean } from "../values/conditions.js";

/** A condition under which a handler lets the browser go its own way. */
export interface Cancel {
  trigger: OldElement;
  guard: Guard;
  /** It stands in the markup, and goes with it. */
  isInline: boolean;
}

/** Notes that a handler keeps the browser from going its own way: `preventDefault()`, `return false`. */
export function noteCancel({ trigger, chain, guards }: Context, clicks: Clicks): void {
  const last = guards.filter(({ isOfPage }) => !isOfPage).at(-1);
  const [own] = chain;
  if (!trigger || !last || chain.length > 1) return;
  if (own && !clicks.heard.some((one) => one.element === trigger && one.called.node === own.node))
    return;
  clicks.cancels.push({ trigger, guard: { ...last, holds: !last.holds }, isInline: !own });
}

/** `return false`, and in the markup `return confirm("...")` */
export function noteReturn(argument: Node, context: Context, run: Run): void {
  const { trigger, chain } = context;
  const known = readBoolean(argument);
  if (known !== null) {
    if (!known) noteCancel(context, run.clicks);
  } else if (trigger && chain.length === 0 && mayRefuse(argument, context, run)) {
    const source = sourceOf(argument, context);
    const guard = { test: argument, holds: true, source, code: codeOf(argument, context, run) };
    run.clicks.cancels.push({ trigger, guard, isInline: true });
  }
}

function mayRefuse(argument: Node, context: Context, run: Run): boolean {
  if (argument.type === "UnaryExpression") return argument.operator !== "void";
  if (argument.type !== "CallExpression") return true;
  const called = run.evaluate(argument.callee, context);
  return (
    called.kind !== "function" || listReturns(called.node).some((one) => readBoolean(one) !== true)
  );
}

/** What a function returns; nothing of the functions within it. */
function listReturns(node: Node, depth = 0): Node[] {
  if (depth > 100) return [];
  if (node.type === "ReturnStatement") return node.argument ? [node.argument] : [];
  return listChildren(node)
    .filter((child) => !isFunction(child))
    .flatMap((child) => listReturns(child, depth + 1));
}

/** The conditions of the handlers of elements, those of scripts that stay on the page apart. */
export function listCancels(
  elements: OldElement[],
  isInlineOnly: boolean,
  clicks: Clicks,
): Guard[] {
  return clicks.cancels
    .filter(({ trigger, isInline }) => elements.includes(trigger) && (isInline || !isInlineOnly))
    .map(({ guard }) => guard);
}

/** The handlers of elements that are not there any more. */
export function listHeard(elements: OldElement[], clicks: Clicks): Called[] {
  return clicks.heard
    .filter(({ element }) => elements.includes(element))
    .map(({ called }) => called);
}
