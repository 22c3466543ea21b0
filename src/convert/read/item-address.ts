import type { Node } from "@babel/types";
import { declarePattern } from "./pattern.js";
import { type Context, type Run, sourceOf } from "./run.js";
import { Scope } from "./scope.js";
import { withChoices } from "./start.js";
import { toText } from "./to-text.js";
import type { Value } from "./value.js";

const CHAT = /^(?:https?:)?\/\/bizmessage\.kakao\.com\/(?:v1\/)?chat\/(?:open\/|write\?uuid=)/i;

/** `href={item.url}` in a list that a component makes of one that is known. */
export function readListAddress(node: Node, context: Context, run: Run): string {
  const item = context.chain.find((called) => run.firstItems.has(called.node));
  const first = item ? run.firstItems.get(item.node) : undefined;
  const [param] = item?.node.params ?? [];
  if (!first || !param) return "";
  const inner = { ...context, scope: new Scope(context.scope) };
  declarePattern(param, first, inner, run, true);
  return toItemAddress(run.evaluate(node, inner), sourceOf(node, context), run);
}

/** What is known of an item's address, with the expression for the rest; `""` if it is no chat's. */
export function toItemAddress(value: Value | null, code: string, run: Run): string {
  const [start] = value ? (CHAT.exec(withChoices(run, toText(value, run))) ?? []) : [];
  return start === undefined ? "" : start + run.pieces.addCode(code, { isEncoded: true });
}
