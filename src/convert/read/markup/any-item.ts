import type { Node } from "@babel/types";
import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { CHAT } from "../script/start.js";
import { textValue, type Value } from "../script/value.js";
import { NO_CODE } from "../script/values/field-value.js";
import { declarePattern } from "../script/values/pattern.js";

/**
 * A place in which an item's names stand for whichever of a known list's items it is: of what several chats have an
 * address in, `link.url`, all texts are known, and the name stays.
 *
 * @returns `null` if fewer than two items have an address of a chat
 */
export function placeAnyItem(
  params: readonly Node[],
  items: readonly Value[],
  context: Context,
  run: Run,
): Context | null {
  const [param] = params;
  const value = joinItems(items);
  if (!param || !value) return null;
  const scope = new Scope(context.scope);
  const inner = { ...context, scope, reach: new Set([...context.reach, scope]) };
  declarePattern(param, value, inner, run, true);
  return inner;
}

function joinItems(items: readonly Value[]): Value | null {
  const texts = joinTexts(items);
  if (texts) return texts;
  const objects = items.filter((one) => one.kind === "object");
  if (objects.length < items.length) return null;
  const entries = new Map<string, Value>();
  for (const key of new Set(objects.flatMap((one) => [...one.entries.keys()]))) {
    const joined = joinTexts(objects.map((one) => one.entries.get(key) ?? textValue("")));
    if (joined) entries.set(key, joined);
  }
  return entries.size > 0 ? { kind: "object", entries, isOpen: true } : null;
}

/** One of several texts, of which more than one is a chat's address. */
function joinTexts(values: readonly Value[]): Value | null {
  const texts = values.filter((one) => one.kind === "text");
  const chats = texts.filter(({ text }) => CHAT.test(text));
  if (texts.length < values.length || chats.length < 2) return null;
  return { kind: "code", code: NO_CODE, choices: texts };
}
