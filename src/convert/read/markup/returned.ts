import type { Run } from "../script/run.js";
import { appendHtml } from "../script/statements/assign-element.js";
import type { Value } from "../script/value.js";
import { KAKAO, withChoicesOf } from "../start.js";
import { type OldElement, walk } from "./element.js";

/**
 * Puts markup into the page that functions only return: `return '<a href="https://...">'`. What calls them was not
 * pasted; where anything that was pasted opens a chat, or holds its address, that is read alone.
 */
export function putReturned(run: Run): void {
  if (run.language !== "html" || run.starts.length > 0) return;
  const isChat = (text: string) => KAKAO.test(withChoicesOf(run.pieces, text));
  const holdsChat = ({ attributes }: OldElement) => [...attributes.values()].some(isChat);
  const elements = [run.root, ...run.made].flatMap((top) => [top, ...walk(top)]);
  if (elements.some(holdsChat)) return;
  const texts = new Set(run.returned.flatMap(listTexts));
  for (const text of texts) if (TAG.test(text) && isChat(text)) appendHtml(run.root, text, run);
}

const TAG = /^\s*<[a-z]/i;

function listTexts(value: Value): string[] {
  if (value.kind === "text") return [value.text];
  return value.kind === "code" ? (value.choices ?? []).flatMap(listTexts) : [];
}
