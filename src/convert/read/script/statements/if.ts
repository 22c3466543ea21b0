import type { IfStatement, Statement } from "@babel/types";
import { negate } from "../code.js";
import type { Context, Frame } from "../context.js";
import type { Run } from "../run.js";
import type { Value } from "../value.js";
import { isNegated, onlyAddsItems, readBranch } from "../values/asked.js";
import { codeOf } from "../values/code-of.js";
import { branchOf, decide, lastOf } from "../values/conditions.js";
import { leavesEarly } from "./after.js";
import { executeBlock } from "./block.js";
import { isSure, type Returned, under } from "./returns.js";

/** `if (isOpen) talk(); else call();`: one of both, if it is known which; both, each under what it takes. */
export function executeIf(node: IfStatement, context: Context, run: Run): Returned[] {
  const { target } = context.frame;
  const test = run.evaluate(node.test, context);
  if (test.kind === "window") test.window.isKept = true;
  const decided = decide(node.test, context, run) ?? (onlyAddsItems(node, context, run) || null);
  return decided === null
    ? executeBoth(node, { test, target }, context, run)
    : executeTaken(node, decided, context, run);
}

function executeTaken(
  { consequent, alternate }: IfStatement,
  holds: boolean,
  context: Context,
  run: Run,
): Returned[] {
  const [taken, left] = holds ? [consequent, alternate] : [alternate, consequent];
  if (left) context.frame.left.add(left);
  return inside(taken, context, run);
}

/** @param asked the test's answer, and what was clicked before it was asked */
function executeBoth(
  node: IfStatement,
  { test, target }: { test: Value; target: Frame["target"] },
  context: Context,
  run: Run,
): Returned[] {
  const read = (isTaken: boolean, body: Statement | null | undefined) => {
    const branch = branchOf(node.test, isTaken, test, context, run);
    return readBranch({ test: node.test, holds: isTaken }, target, context, () =>
      inside(body, branch, run),
    );
  };
  const first = read(true, node.consequent);
  const second = read(false, node.alternate);
  // `if (event.target.closest(".close")) return;`: what follows is about anything else.
  if (leavesEarly(node, context, run) && !isNegated(node.test)) context.frame.target = target;
  const code = codeOf(lastOf(node.test), context, run);
  const other = isSure(first) ? second : under(negate(code), second);
  return [...under(code, first), ...other];
}

function inside(body: Statement | null | undefined, branch: Context, run: Run): Returned[] {
  return body ? executeBlock(body, branch, run) : [];
}
