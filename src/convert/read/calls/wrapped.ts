import { isRendered } from "../frameworks/reach.js";
import { callLater } from "../script/statements/functions.js";
import { answerOf } from "../script/statements/returns.js";
import type { FunctionValue, Value } from "../script/value.js";
import { codeOf } from "../script/values/code-of.js";
import type { Called } from "./call.js";

/** What makes no handler: what takes one off again, and what calls a function by itself. */
const OTHER =
  /^(?:remove\w*|off|un(?!til)\w+|detach\w*|clear\w*|cancel\w*|use\w*Effect\w*|on[A-Z]\w*|watch\w*|mounted|componentDidMount)$/;

/** Whether a component makes a handler of a function by one that was not pasted: `const ask = withLogin(() => open())`. */
export function mayWrap({ node, name, values, context, run }: Called): boolean {
  const functions = values.filter(({ kind }) => kind === "function");
  return (
    isRendered(context, run) &&
    node.type === "CallExpression" &&
    !OTHER.test(name) &&
    functions.length === 1
  );
}

/** What is made of the function: it calls that, if what it asks before allows that. If nothing is its handler, it is read by itself. */
export function wrap(value: FunctionValue, { node, context, run }: Called): Value {
  run.calls.later.push(() => {
    run.calls.later.push(() => {
      if (!run.calls.entered.has(value.node)) callLater(value, [], context, run);
    });
  });
  const hidden = ["…"];
  const code = codeOf(node, context, run);
  const guard = { ...answerOf(node, context), test: node.callee, code: { ...code, hidden } };
  return { kind: "code", code, choices: [value], keys: [guard] };
}
