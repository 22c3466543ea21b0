import { toText } from "../../text/to-text.js";
import { areOpposite, type Code, isWrapped } from "../code.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { textValue, type Value } from "../value.js";
import { chooseHidden, conditionOf, decide, isAddress, isText } from "./decide.js";

/** What a place that had nothing is filled with under conditions. */
export interface Fill {
  /** In the order in which they are asked. */
  tests: readonly Code[];
  /** As if one of them held. */
  filled: Value;
}

/** What is filled under a condition, `let no = ""; if (isMember) no = "1"`: that, or nothing as before. */
export function fillIf(
  before: Value,
  value: Value,
  condition: Context["condition"],
  run: Run,
  name: string,
): Value {
  if (condition?.isSure || isAddress(value, run)) return value;
  if (!condition) return chooseHidden(value, before, name);
  const made = decide(condition, value, before, run);
  if (made?.kind === "code") run.births.fills.set(made, { tests: [condition], filled: value });
  return made ?? value;
}

/** What a filled place is after a further condition: if one of all must hold, it is not left with nothing. */
export function orFilled(
  before: Value,
  value: Value,
  condition: Code,
  decided: Value,
  run: Run,
): Value {
  const fill = run.births.fills.get(before);
  const filled = fill && decide(condition, value, fill.filled, run);
  if (!fill || !filled) return decided;
  if (isRest(fill.tests, condition)) return filled;
  if (decided.kind === "code")
    run.births.fills.set(decided, { tests: [...fill.tests, condition], filled });
  return decided;
}

/** Whether a condition is the `else` of these: `!(a) && b !== 1` of `a` and of `!(a) && b === 1`. */
function isRest(tests: readonly Code[], { code }: Code): boolean {
  let asked = "";
  for (const test of tests) {
    const own = test.code.startsWith(asked) ? test.code.slice(asked.length) : test.code;
    const part = findPart(code.slice(asked.length), withoutGroup(own));
    if (part === null) return false;
    asked += `${part} && `;
  }
  return asked === `${code} && `;
}

/** What a condition begins with, up to one of its `&&` or its end, if that is the opposite of another. */
function findPart(code: string, other: string): string | null {
  for (let end = 0; end < code.length; ) {
    const next = code.indexOf(" && ", end + 1);
    end = next < 0 ? code.length : next;
    const part = code.slice(0, end);
    if (areOpposite(withoutGroup(part), other)) return part;
  }
  return null;
}

function withoutGroup(code: string): string {
  return isWrapped(code) ? code.slice(1, -1) : code;
}

/** `text += more`, if what is added under a condition is no part of an address: that part, or nothing. */
export function addIf(before: Value, added: Value, context: Context, run: Run): Value | null {
  const condition = conditionOf(context);
  if (!condition || context.server || run.show || !isText(added)) return null;
  const isPart = /^[?&]/.test(toText(added, run));
  if (isPart || isAddress(before, run) || isAddress(added, run)) return null;
  return decide(condition, added, textValue(""), run);
}
