import type { Node } from "@babel/types";
import { both } from "../code.js";
import { type Context, sourceOf } from "../context.js";
import type { Run } from "../run.js";
import { codeOf } from "../values/code-of.js";
import { decide, guard, lastOf, withGuard } from "../values/conditions.js";
import { ends, leavesUnlessItFails } from "./ends.js";
import { failureOf } from "./returns.js";
import { noteThrown } from "./thrown.js";

/** With what is known once a statement is left behind. */
export function after(node: Node, context: Context, run: Run): Context {
  if (node.type === "IfStatement") return afterIf(node, context, run);
  return node.type === "TryStatement" ? afterTry(node, context) : context;
}

/** What follows `if (...) return;` and `if (a) { if (b) return; }` */
function afterIf(
  node: Extract<Node, { type: "IfStatement" }>,
  context: Context,
  run: Run,
): Context {
  if (leavesEarly(node, context, run)) {
    const guarded = guard(node.test, false, context, run);
    if (guarded !== context) noteThrown(node.consequent, guarded);
    return guarded;
  }
  const { test, consequent, alternate } = node;
  if (decide(test, context, run) !== null) return context;
  const inner = consequent.type === "BlockStatement" ? consequent.body : [consequent];
  if (!alternate && leavesUnlessItFails(inner.at(-1)))
    return withGuard({ ...failureOf(test, sourceOf(test, context)), holds: false }, context);
  const leaving = inner.find((one) => one.type === "IfStatement" && leavesEarly(one, context, run));
  if (leaving?.type !== "IfStatement") return context;
  const source = `(${sourceOf(test, context)}) && ${sourceOf(leaving.test, context)}`;
  const read = (one: Node) => codeOf(lastOf(one), context, run);
  const code = both(read(test), read(leaving.test));
  const guarded = { test: leaving.test, holds: false, source, code };
  return withGuard(guarded, context);
}

/** What follows `try { ...; return; } catch {}` */
function afterTry(node: Extract<Node, { type: "TryStatement" }>, context: Context): Context {
  if (!node.handler || !leavesUnlessItFails(node)) return context;
  return withGuard(failureOf(node.handler.body, "catch"), context);
}

/** `if (...) return;`, if it depends on the click. */
export function leavesEarly(
  { test, consequent, alternate }: Extract<Node, { type: "IfStatement" }>,
  context: Context,
  run: Run,
): boolean {
  return !alternate && ends(consequent) && decide(test, context, run) === null;
}

/** Whether what follows a statement is never reached. */
export function endsHere(node: Node, context: Context, run: Run): boolean {
  if (node.type !== "IfStatement") return ends(node);
  const holds = decide(node.test, context, run);
  if (holds === null) return ends(node);
  return ends(holds ? node.consequent : node.alternate);
}
