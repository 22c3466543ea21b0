import type { Node } from "@babel/types";
import { joinNeeds } from "../code.js";
import { type Context, type Guard, sourceOf } from "../context.js";
import { parseExpression } from "../parse-script.js";
import type { Run } from "../run.js";
import type { Value } from "../value.js";
import { codeOf } from "./code-of.js";
import { NO_CODE } from "./field-value.js";

/** So many functions are told apart. */
const MOST = 30;

/**
 * `acts[item.key]`, `acts[index]`: one of several functions, each with the condition that it is the one; `null` if there is
 * none among them.
 *
 * @param key what is known at the click alone
 */
export function chooseByKey(
  object: Value | null,
  key: Node,
  context: Context,
  run: Run,
): Value | null {
  const entries = listEntries(object);
  if (entries.length > MOST || !entries.some(([, { kind }]) => kind === "function")) return null;
  const asked = codeOf(key, context, run);
  const source = sourceOf(key, context);
  const keys = entries.map(([name]): Guard | undefined => {
    const code = `${asked.code} === ${name}`;
    const test = parseExpression(code);
    return test
      ? {
          test,
          holds: true,
          source: `${source} === ${name}`,
          code: { code, ...joinNeeds([asked]) },
        }
      : undefined;
  });
  return { kind: "code", code: NO_CODE, choices: entries.map(([, one]) => one), keys };
}

/** What an object or a list has, by the code of its keys. */
function listEntries(object: Value | null): [string, Value][] {
  if (object?.kind === "list") return object.items.map((one, at) => [String(at), one]);
  if (object?.kind !== "object") return [];
  return [...object.entries].map(([name, one]) => [JSON.stringify(name), one]);
}
