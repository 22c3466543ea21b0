import type { Context } from "../script/context.js";
import { callLater } from "../script/statements/functions.js";
import { answerOf } from "../script/statements/returns.js";
import type { Value } from "../script/value.js";
import type { Called } from "./call.js";

/** Functions that ask something before they call what they are given: `checkLogin(open)`, `layerConfirm("...", open)`. */
const ASKS =
  /login|auth|member|confirm|agree|consent|terms|verif|certif|permi|valid|check|requir|ensure|guard|ask|only|allow|dialog|modal|layer|popup|prompt|notice|adult/i;
/** What is called once somebody has said yes. */
const IS_ANSWER = /^(?:on)?(?:confirm(?:ed)?|ok|yes|accept|agree|allow)$|^(?:확인|네|예|동의)$/i;

/** Where a function that is given another calls it: under what it asks, which nobody knows. */
export function underAnswer({ node, object, name, context }: Called, key = ""): Context {
  // jQuery only wraps what it is given.
  if (/^(?:\$|jQuery)$/.test(name)) return context;
  const isAsked = key !== "" || (ASKS.test(name) && !/track|log(?!in)/i.test(name));
  if (!isAsked || (object?.kind === "elements" && key === "")) return context;
  return { ...context, guards: [...context.guards, answerOf(node, context)] };
}

/** Options with callbacks, `{ buttons: { confirm: { action: open } } }`: when they are called is not known. */
export function callOptions(
  { entries }: Extract<Value, { kind: "object" }>,
  called: Called,
  answer = "",
  depth = 0,
): void {
  const { context, run } = called;
  for (const [key, one] of entries) {
    const given = IS_ANSWER.test(key) ? key : answer;
    const later = { ...(given ? underAnswer(called, given) : context), isAtLoad: false };
    if (one.kind === "object" && !one.isClass && depth < DEEPEST_OPTIONS)
      callOptions(one, called, given, depth + 1);
    if (one.kind !== "function") continue;
    // `m("button", { onclick: () => ... })`
    const event = /^on([A-Z]\w*|click|tap|submit)$/.exec(key)?.[1];
    if (event === undefined || given) callLater(one, [], later, run);
    else run.handle(one, null, { ...context, isAtLoad: false }, event.toLowerCase());
  }
}

/** Options within options, at most. */
const DEEPEST_OPTIONS = 4;
