import type { Node } from "@babel/types";
import { joinNeeds } from "../code.js";
import { type Context, type Guard, sourceOf } from "../context.js";
import { parseExpression } from "../parse-script.js";
import type { Run } from "../run.js";
import { CHAT } from "../start.js";
import { UNDEFINED, type Value } from "../value.js";
import { codeOf } from "./code-of.js";
import { NO_CODE } from "./field-value.js";

/** So many functions are told apart. */
const MOST = 30;

/**
 * `acts[item.key]`, `acts[index]`: one of several functions, or objects that have some, each with the condition that it is the
 * one; `null` if there is none among them.
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
  if (entries.length > MOST || !entries.some(([, one]) => acts(one))) return null;
  // TypeScript's `key as Key`
  const bare = key.type === "TSAsExpression" ? key.expression : key;
  const asked = codeOf(bare, context, run);
  const source = sourceOf(bare, context);
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

/** A function, or an object that has some: `{ label: "...", open }`. */
function acts(value: Value): boolean {
  const own = value.kind === "object" ? [...value.entries.values()] : [value];
  return own.some(({ kind }) => kind === "function");
}

/** `acts[item.key].open`, `LINKS[lang].url`: that of each; `null` if there is no function and no chat's address among them. */
export function readOfEach(
  { choices = [], keys }: Extract<Value, { kind: "code" }>,
  name: string,
): Value | null {
  const members = choices.map((one) =>
    one.kind === "object" ? (one.entries.get(name) ?? UNDEFINED) : UNDEFINED,
  );
  const isKnown = keys ? members.some(acts) : hasAddress(members);
  return isKnown ? { kind: "code", code: NO_CODE, choices: members, ...(keys && { keys }) } : null;
}

/** Whether all are texts, and several of them are addresses of chats. */
function hasAddress(values: readonly Value[]): boolean {
  const texts = values.flatMap((one) => (one.kind === "text" ? [one.text] : []));
  return texts.length === values.length && texts.filter((text) => CHAT.test(text)).length > 1;
}

/** What an object or a list has, by the code of its keys. */
function listEntries(object: Value | null): [string, Value][] {
  if (object?.kind === "list") return object.items.map((one, at) => [String(at), one]);
  if (object?.kind !== "object") return [];
  return [...object.entries].map(([name, one]) => [JSON.stringify(name), one]);
}
