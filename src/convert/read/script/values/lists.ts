import { toText } from "../../text/to-text.js";
import { sinceBirth } from "../births.js";
import { areOpposite } from "../code.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import type { Births } from "../run-parts.js";
import { addPiece, byServer, writeInBranch } from "../statements/writes.js";
import { textValue, type Value } from "../value.js";
import { conditionOf, decide } from "./decide.js";
import { isMarkup } from "./markup-text.js";

type List = Extract<Value, { kind: "list" }>;

/** `list.push(...)`, `list.unshift(...)` */
export function addItems(
  { items }: List,
  values: readonly Value[],
  at: "start" | "end",
  context: Context,
  run: Run,
): void {
  if (items.length >= 1000) return;
  const since = sinceBirth(items, context, run.births);
  const added = values.map((one) => onlyIf(one, since, run));
  items.splice(at === "start" ? 0 : items.length, 0, ...added);
  run.births.written.add(items);
}

/** An item, or a pair of a query, that is there only if what is read now is reached. */
export function onlyIf(item: Value, context: Context, run: Run): Value {
  if (item.kind === "list") {
    const [name, value, ...more] = item.items;
    if (!name || !value || more.length > 0) return item;
    const only = writeInBranch(undefined, value, context, run, toText(name, run));
    return { ...item, items: [name, only] };
  }
  const isSure = !context.isConditional || context.condition?.isSure;
  if ((isSure && !context.server) || isMarkup(item, context)) return item;
  const one = { ...item };
  run.births.onlyIf.set(one, { value: item, context });
  return one;
}

/** What is made of an item is there as often as that is. */
export function withOnlyIf(value: Value, item: Value, births: Births): Value {
  const only = births.onlyIf.get(item);
  if (!only) return value;
  const made = { ...value };
  births.onlyIf.set(made, { ...only, value });
  return made;
}

/** `list.join(sign)`; nothing if it takes the list itself to tell. */
export function joinItems({ items }: List, sign: string, run: Run): string | null {
  const merged = mergeOpposites(items, run);
  const first = merged.findIndex((item) => !run.births.onlyIf.has(item));
  if (first < 0) return merged.length === 0 ? "" : null;
  let text = "";
  for (const [at, item] of merged.entries()) {
    const [before, after] = at < first ? ["", sign] : [at > first ? sign : "", ""];
    const added = addSigned(before, item, after, run);
    if (added === null) return null;
    text += added;
  }
  return text;
}

/** The pairs of a query, joined: an empty one does no harm. */
export function joinQuery({ items }: List, run: Run): string {
  return items.map((item) => toPair(item, run)).join("&");
}

function toPair(item: Value, run: Run): string {
  const added = run.births.onlyIf.has(item) ? addSigned("&", item, "", run) : null;
  return added ?? toText(item, run);
}

/** An item with the sign before or after it; under its condition both. */
function addSigned(before: string, item: Value, after: string, run: Run): string | null {
  const only = run.births.onlyIf.get(item);
  const text = before + toText(item, run) + after;
  if (!only) return text;
  const { context } = only;
  const condition = conditionOf(context);
  if (context.isConditional && !condition && !context.condition?.isSure) return null;
  const made = condition ? addPiece(text, condition, run) : text;
  if (!context.server) return made;
  return toText(byServer(textValue(""), textValue(made), context, run, ""), run);
}

/** `if (a) list.push("b"); else list.push("c");`: one item, whichever of the two it is. */
function mergeOpposites(items: readonly Value[], run: Run): Value[] {
  const merged: Value[] = [];
  for (const item of items) {
    const last = merged.at(-1);
    const either = last && eitherItem(last, item, run);
    if (either) merged[merged.length - 1] = either;
    else merged.push(item);
  }
  return merged;
}

function eitherItem(one: Value, other: Value, run: Run): Value | null {
  const [first, second] = [one, other].map((item) => run.births.onlyIf.get(item));
  const [asked, opposite] = [first, second].map((only) => only && conditionOf(only.context));
  if (!first || !second || !asked || !opposite) return null;
  if (first.context.server || second.context.server) return null;
  return areOpposite(asked.code, opposite.code)
    ? decide(asked, first.value, second.value, run)
    : null;
}
