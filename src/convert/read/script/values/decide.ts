import { toText } from "../../text/to-text.js";
import { type Code, joinNeeds } from "../code.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { choose, isNothing, toCode, type Value } from "../value.js";
import { codeOfValue } from "./code-of-value.js";

const OBJECTS = /^(?:window|self|top|parent|opener|document|location|navigator|history|event)$/;

/** What can be sent: a name of the page's, too, but for the browser's own objects. */
export function isText(value: Value): boolean {
  if (value.kind === "native") return !isNothing(value) && !OBJECTS.test(value.name);
  return value.kind === "text" || value.kind === "code";
}

/** Whether a value is an address, or begins one: without it there is no chat. */
export function isAddress(value: Value, run: Run): boolean {
  return toText(value, run).includes("//");
}

/** What decides whether something happens, if the new code can ask for that. */
export function conditionOf({ isConditional, condition }: Context): Context["condition"] {
  const isAsked = isConditional && condition?.hidden.length === 0 && !condition.isSure;
  return isAsked ? condition : null;
}

/** `test ? yes : no` */
export function decide(condition: Code, yes: Value, no: Value, run: Run): Value | null {
  const code = codeOfEither(condition, yes, no, run);
  return code && choose([yes, no].map(toCode), code, condition.code);
}

/** The same as code alone. */
export function codeOfEither(condition: Code, yes: Value, no: Value, run: Run): Code | null {
  const [one, other] = [yes, no].map((each) => codeOfValue(each, run));
  if (!one || !other) return null;
  const code = `${condition.code} ? ${one.code} : ${other.code}`;
  return { code, ...joinNeeds([condition, one, other]) };
}

/** One of two, by what nothing can ask again. */
export function chooseHidden(value: Value, before: Value, name: string): Value {
  return choose([value, before], { code: name, hidden: [name], isAwaited: false });
}
