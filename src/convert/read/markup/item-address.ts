import type { Node } from "@babel/types";
import { type Context, sourceOf } from "../script/context.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { CHAT, withChoices } from "../script/start.js";
import type { Value } from "../script/value.js";
import { decide } from "../script/values/conditions.js";
import { declarePattern } from "../script/values/pattern.js";
import { toText } from "../text/to-text.js";
import type { OldElement } from "./element.js";

/** The item of a list that stands for all of them. */
export interface OneItem {
  value: Value;
  /** Others lead elsewhere: a phone number beside a chat. */
  isOneOfSome: boolean;
  /** All of them. */
  items: readonly Value[];
  /** All that have a chat's address. */
  chats: readonly Value[];
}

/** The first item with a chat's address, if one has any. */
export function pickItem(items: readonly Value[], run: Run): OneItem | null {
  const chats = items.filter(hasChat);
  const value = chats[0] ?? items[0];
  const isKnown = items.every((item) => item.kind === "object" || item.kind === "text");
  const isOneOfSome = isKnown && chats.length > 0 && chats.length < items.length;
  return value && run.step() ? { value, isOneOfSome, items, chats } : null;
}

/** Whether a list's items have addresses of chats: what is made of each item can read that item's own. */
export function isListOfChats(value: Value): boolean {
  return value.kind === "list" && value.items.some(hasChat);
}

function hasChat(item: Value): boolean {
  return listTexts(item).some((text) => CHAT.test(text));
}

function listTexts(item: Value): string[] {
  if (item.kind === "text") return [item.text];
  return item.kind === "object"
    ? [...item.entries.values()].flatMap((one) => (one.kind === "text" ? [one.text] : []))
    : [];
}

/** The known list around an element, and what the function that is called for each of its items takes. */
export function findListed(
  { chain }: Context,
  { calls: { items } }: Run,
): { one: OneItem; params: readonly Node[] } | null {
  for (const { node } of chain) {
    const one = items.get(node);
    if (one) return { one, params: node.params };
  }
  return null;
}

/** `href={item.url}` in a list that a component makes of one that is known. */
export function readListAddress(
  node: Node,
  element: OldElement,
  context: Context,
  run: Run,
): string {
  const listed = findListed(context, run);
  const [param] = listed?.params ?? [];
  if (!listed || !param) return "";
  const { one } = listed;
  const bind = (value: Value): Context => {
    const inner = { ...context, scope: new Scope(context.scope) };
    declarePattern(param, value, inner, run, true);
    return inner;
  };
  // `if (item.isBig) return <a ...>`: what comes after it is of the others.
  const comesTo = (inner: Context) =>
    context.guards.every(({ test, holds }) => decide(test, inner, run) !== !holds);
  const places = (one.chats.length > 0 ? one.chats : [one.value]).map(bind);
  const inner = places.find(comesTo);
  if (!inner) return "";
  return noteItemAddress(element, run.evaluate(node, inner), one, sourceOf(node, context), run);
}

/**
 * Takes down that an element's address is of an item.
 *
 * @returns what is known of it, with the expression for the rest; `""` if it is no chat's
 */
export function noteItemAddress(
  element: OldElement,
  value: Value | null,
  { isOneOfSome }: Pick<OneItem, "isOneOfSome">,
  code: string,
  run: Run,
): string {
  const [start] = value ? (CHAT.exec(withChoices(run, toText(value, run))) ?? []) : [];
  if (start === undefined) return "";
  element.isOfItem = true;
  if (isOneOfSome) element.chatIf = code;
  return start + run.pieces.addCode(code, { isEncoded: true });
}
