import type { Context } from "../script/context.js";
import { parseExpression } from "../script/parse-script.js";
import type { Run } from "../script/run.js";
import type { Value } from "../script/value.js";

/** `onClick="location.href='/talk'"`, as in HTML: the function that was meant. */
export function readTextHandler(value: Value, context: Context, run: Run): Value {
  if (value.kind !== "text") return value;
  const text = `(event) => { ${value.text}\n}`;
  const made = parseExpression(text);
  return made ? run.evaluate(made, { ...context, script: { text, offset: -1 } }) : value;
}
