import type { Node } from "@babel/types";
import { within } from "../births.js";
import { both, type Code, joinNeeds, negate } from "../code.js";
import { type Context, type Guard, sourceOf } from "../context.js";
import type { Run } from "../run.js";
import { codeOf } from "../values/code-of.js";
import { ends } from "./ends.js";
import { type Returned, under } from "./returns.js";

type Switch = Extract<Node, { type: "SwitchStatement" }>;

/** A `switch` that always begins with one case. */
export function executeFrom(
  first: number,
  { cases }: Switch,
  context: Context,
  run: Run,
): Returned[] {
  const after = cases.findIndex((one, at) => at >= first && one.consequent.some(ends));
  const taken = cases.slice(first, after < 0 ? cases.length : after + 1);
  for (const one of cases) if (!taken.includes(one)) context.frame.left.add(one);
  return taken.flatMap(({ consequent }) => run.execute(consequent, context));
}

/** So many cases are told from what comes after them. */
const MOST_PASSED = 8;

/** A `switch` of which any case may be the one. @param context in front of it */
export function executeCases(
  { discriminant, cases }: Switch,
  context: Context,
  run: Run,
): Returned[] {
  const returned: Returned[] = [];
  let tests: Node[] = [];
  const passed: Guard[] = [];
  /** The case before goes on into this one. */
  let isEntered = false;
  for (const { test, consequent } of cases) {
    if (test) tests.push(test);
    // `case "a": case "b": ...`
    if (test && consequent.length === 0) continue;
    const guard = test && !isEntered ? guardOf(discriminant, tests, context, run) : null;
    const guards = [...context.guards, ...passed, ...(guard ? [guard] : [])];
    const decided = guard?.code ?? (test || isEntered ? null : noneOf(passed));
    const condition = decided && within(context, decided);
    const found = run.execute(consequent, { ...context, guards, isConditional: true, condition });
    returned.push(...(guard ? under(guard.code, found) : found));
    tests = [];
    isEntered = !consequent.some(ends);
    // What comes after is for what this case is not.
    if (guard && passed.length < MOST_PASSED && !isEntered) passed.push({ ...guard, holds: false });
  }
  return returned;
}

/** What decides that it is the `default`: none of the cases before it. */
function noneOf(passed: readonly Guard[]): Code | null {
  if (passed.length === 0 || passed.length === MOST_PASSED) return null;
  return passed.map(({ code }) => negate(code)).reduce(both);
}

/** What holds if it is one of these cases. */
function guardOf(asked: Node, tests: readonly Node[], context: Context, run: Run): Guard | null {
  const test = tests.at(-1);
  if (!test) return null;
  const join = (left: string, rights: string[]) =>
    rights.map((right) => `${left} === ${right}`).join(" || ");
  const source = join(
    sourceOf(asked, context),
    tests.map((one) => sourceOf(one, context)),
  );
  const left = codeOf(asked, context, run);
  const rights = tests.map((one) => codeOf(one, context, run));
  const code = join(
    left.code,
    rights.map((one) => one.code),
  );
  return { test, holds: true, source, code: { code, ...joinNeeds([left, ...rights]) } };
}
