import { toText } from "../../text/to-text.js";
import { areOpposite, joinNeeds } from "../code.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { isNothing, textValue, type Value } from "../value.js";
import { codeOfValue } from "../values/code-of-value.js";
import { chooseHidden, codeOfEither, conditionOf, decide, isText } from "../values/decide.js";
import { fillIf, orFilled } from "../values/fill.js";
import { eitherObject } from "./returns.js";

/** What a place has after it is written to in a branch alone, if it had nothing: that, or nothing. */
export function writeInBranch(
  before: Value | undefined,
  value: Value,
  context: Context,
  run: Run,
  name: string,
): Value {
  if (before && !isNothing(before)) return joinWrites(before, value, context, run, name);
  return byServer(textValue(""), writeOnlyIf(value, context, run, name), context, run, name);
}

function writeOnlyIf(value: Value, context: Context, run: Run, name: string): Value {
  const condition = conditionOf(context);
  if (!isText(value)) return value;
  // What decides is out of reach by now.
  const isHidden = context.isConditional && (context.condition?.hidden.length ?? 0) > 0;
  if (isHidden && !run.show) return chooseHidden(value, textValue(""), name);
  if (!condition) return value;
  const made = codeOfValue(value, run);
  // `if (no) query.extra = no`
  if (!made || [made.code, `(${made.code})`].includes(condition.code)) return value;
  return decide(condition, value, textValue(""), run) ?? value;
}

/** The same of a place that holds a text: a query's entry, a field. */
export function writeText(
  before: string | undefined,
  value: Value,
  { context, run }: { context: Context; run: Run },
  name: string,
): string {
  const own = before === undefined ? undefined : readValue(before, run);
  return toText(writeInBranch(own, value, context, run, name), run);
}

/** The value that a text was made of. */
export function readValue(text: string, { pieces }: Run): Value {
  const [only, ...more] = pieces.split(text);
  if (more.length > 0 || !only || "text" in only || only.kind !== "code") return textValue(text);
  const { code, hidden, isAwaited, choices, test } = only;
  return {
    kind: "code",
    code: { code, hidden, isAwaited },
    ...(choices.length > 0 && { choices: choices.map(textValue) }),
    ...(test !== undefined && { test }),
  };
}

/** What a place has after a second write: in a branch, both are possible, and the click or the server decides. */
export function joinWrites(
  before: Value,
  value: Value,
  context: Context,
  run: Run,
  name: string,
): Value {
  return byServer(before, joinAtClick(before, value, context, run, name), context, run, name);
}

/** What is written in a server's branches, with its tags. */
export function byServer(
  before: Value,
  value: Value,
  { server }: Context,
  run: Run,
  name: string,
): Value {
  if (!server || !isText(value) || !(isText(before) || isNothing(before))) return value;
  const had = isNothing(before) ? "" : toText(before, run);
  let text = toText(value, run);
  for (let at: Context["server"] = server; at; at = at.outer) {
    const written = at.writes.write(at.at, had, text);
    if (written === null) return chooseHidden(value, before, name);
    text = written;
  }
  return textValue(text);
}

function joinAtClick(
  before: Value,
  value: Value,
  { isConditional, condition }: Context,
  run: Run,
  name: string,
): Value {
  if (!isConditional) return value;
  const either = condition && eitherMade(before, value, condition, run);
  if (either) return either;
  if (!isText(value)) return value;
  if (isNothing(before)) return fillIf(before, value, condition, run, name);
  if (!isText(before)) return value;
  const added = addOnlyIf(before, value, condition, run);
  if (added) return added;
  const other = condition && findOther(before, condition.code);
  const decided = other
    ? decide({ ...joinNeeds([condition]), code: other.test }, other.value, value, run)
    : condition && decide(condition, value, before, run);
  if (decided && condition) return orFilled(before, value, condition, decided, run);
  return chooseHidden(value, before, name);
}

/** One of two objects, or of two lists. */
function eitherMade(
  before: Value,
  value: Value,
  condition: NonNullable<Context["condition"]>,
  run: Run,
): Value | null {
  const isKind = (kind: "object" | "list") => before.kind === kind && value.kind === kind;
  if (condition.isSure || before === value || !(isKind("object") || isKind("list"))) return null;
  const code = codeOfEither(condition, value, before, run);
  if (before.kind === "object" && value.kind === "object" && !value.isClass) {
    const either = eitherObject(condition, value, before, run);
    return code ? { ...either, code } : either;
  }
  return before.kind === "list" && value.kind === "list" && code ? { kind: "code", code } : null;
}

/** What was written in the other branch of the same condition: nothing else is left of what was there before. */
function findOther(before: Value, asked: string): { test: string; value: Value } | null {
  if (before.kind !== "code" || before.test === undefined) return null;
  const [value, ...more] = before.choices ?? [];
  const { test } = before;
  return value && more.length === 1 && areOpposite(test, asked) ? { test, value } : null;
}

/** `if (no) url += "?extra=" + no`: what is added only then. */
function addOnlyIf(
  before: Value,
  value: Value,
  condition: Context["condition"],
  run: Run,
): Value | null {
  if (before.kind !== "text" || value.kind !== "text" || !value.text.startsWith(before.text))
    return null;
  const added = value.text.slice(before.text.length);
  if (!/^[?&]/.test(added) || !condition || condition.isSure || run.show) return null;
  return textValue(before.text + addPiece(added, condition, run));
}

/** A part of a query that is there under a condition. */
export function addPiece(
  text: string,
  condition: NonNullable<Context["condition"]>,
  { pieces }: Run,
): string {
  const { code: test } = condition;
  return pieces.addCode(`${test} ? ${pieces.toExpression(text)} : ""`, {
    ...joinNeeds([condition, ...pieces.findCode(text)]),
    test,
    choices: [text, ""],
  });
}
