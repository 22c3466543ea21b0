import type { CallExpression, NewExpression, Node, OptionalCallExpression } from "@babel/types";
import { both, type Code, isWrapped, joinNeeds } from "../code.js";
import { type Context, type Guard, sourceOf } from "../context.js";
import type { Run } from "../run.js";
import { choose, isNothing, isUndefined, textValue, UNDEFINED, type Value } from "../value.js";
import { codeOfValue } from "../values/code-of-value.js";

type ObjectValue = Extract<Value, { kind: "object" }>;

/** What statements return; one of several, if conditions decide. */
export interface Returned {
  value: Value;
  /** `null`: whatever else holds. */
  test: Code | null;
}

/** What decides cannot be told. */
export const UNCLEAR: Code = { code: "", hidden: ["…"], isAwaited: false };

type Call = CallExpression | OptionalCallExpression | NewExpression;

/** What a call decides, which nothing else can ask: whether a function that it is given is called. */
export function answerOf(call: Call, context: Context): Guard {
  return { test: call, holds: true, source: `${sourceOf(call.callee, context)}()`, code: UNCLEAR };
}

/** What is done where something has failed is done under that condition, which nothing else can ask. */
export function failureOf(test: Node, source: string): Guard {
  return { test, holds: true, source, code: UNCLEAR, isFailure: true };
}

/** What is returned if a condition holds as well. */
export function under(test: Code, returned: readonly Returned[]): Returned[] {
  return returned.map((one) => ({ ...one, test: one.test ? both(test, one.test) : test }));
}

export function isSure(returned: readonly Returned[]): boolean {
  return returned.some(({ test }) => test === null);
}

/** The one value of all that a function may return: the first whose condition holds. */
export function joinReturned(returned: readonly Returned[], run: Run): Value {
  const sure = returned.findIndex(({ test }) => test === null);
  const possible = sure < 0 ? returned : returned.slice(0, sure + 1);
  return possible.reduceRight<Value>(
    (rest, { value, test }) => (test ? either(test, value, rest, run) : value),
    UNDEFINED,
  );
}

function either(test: Code, value: Value, rest: Value, run: Run): Value {
  // Where nothing is returned, nothing is started.
  if (isUndefined(value)) return rest;
  if (value.kind === "object" && rest.kind === "object")
    return eitherObject(test, value, rest, run);
  if (isUndefined(rest) || !isExpression(value) || !isExpression(rest)) return value;
  const [one, other] = [value, rest].map((each) => codeOfValue(each, run));
  const code =
    one && other
      ? {
          code: `${group(test.code)} ? ${one.code} : ${other.code}`,
          ...joinNeeds([test, one, other]),
        }
      : UNCLEAR;
  const made = [value, rest].filter((each) => each.kind === "text" || !isNothing(each));
  // Something or nothing: that is asked for later.
  return made.length < 2
    ? { kind: "code", code, choices: made }
    : choose(made, code, code === UNCLEAR ? undefined : test.code);
}

/** One of two objects, member by member. */
export function eitherObject(test: Code, value: ObjectValue, rest: ObjectValue, run: Run): Value {
  const names = new Set([...value.entries.keys(), ...rest.entries.keys()]);
  const nothing = textValue("");
  const entries = [...names].map((name): [string, Value] => [
    name,
    either(test, value.entries.get(name) ?? nothing, rest.entries.get(name) ?? nothing, run),
  ]);
  return { kind: "object", entries: new Map(entries) };
}

/** In parentheses, if something in it could bind less than a condition does. */
function group(code: string): string {
  const isLoose = /\?|=>|,|[^=!<>]=[^=]/.test(code);
  return isLoose && !isWrapped(code) ? `(${code})` : code;
}

function isExpression({ kind }: Value): boolean {
  return kind === "text" || kind === "code" || kind === "native";
}
