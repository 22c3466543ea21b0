import type { Run } from "../script/run.js";
import { KAKAO, withChoicesOf } from "../script/start.js";
import { appendHtml } from "../script/statements/assign-element.js";
import type { Value } from "../script/value.js";
import { type OldElement, walk } from "./element.js";

/**
 * Puts markup into the page that functions only return: `return '<a href="https://...">'`. What calls them was not
 * pasted; where anything that was pasted opens a chat, or holds its address, that is read alone.
 */
export function putReturned(run: Run): void {
  if (run.language !== "html" || run.found.starts.length > 0) return;
  const isChat = (text: string) => KAKAO.test(withChoicesOf(run.pieces, text));
  const holdsChat = ({ attributes }: OldElement) => [...attributes.values()].some(isChat);
  const elements = [run.root, ...run.page.made].flatMap((top) => [top, ...walk(top)]);
  if (elements.some(holdsChat)) return;
  const texts = new Map(
    run.calls.returned.flatMap(listTexts).map((text) => [run.pieces.show(text), text]),
  );
  const shown = [...texts.keys()];
  for (const [key, text] of texts) {
    // A list's markup has its items' in it.
    const isWithin = shown.some((other) => other !== key && other.includes(key));
    if (TAG.test(text) && isChat(text) && !isWithin) appendHtml(run.root, text, run);
  }
}

const TAG = /^\s*<[a-z]/i;

function listTexts(value: Value): string[] {
  if (value.kind === "text") return [value.text];
  return value.kind === "code" ? (value.choices ?? []).flatMap(listTexts) : [];
}
