import type { Chat } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import type { Facts } from "./read/read.js";
import type { Called } from "./read/script/context.js";
import type { Start } from "./read/script/found.js";
import { shorten } from "./shorten.js";

/** Functions that start a button's chat, too, with nothing clicked: by a timer, after an answer, as the page loads. */
export function listOtherCallers(chats: readonly Chat[], { starts }: Facts): Finding[] {
  const found = new Map<unknown, Finding>();
  for (const { start } of chats) {
    if (!start.trigger || !start.node) continue;
    const same = starts.filter(({ node }) => node === start.node);
    const ofClicks = same.filter(({ trigger }) => trigger).flatMap(({ chain }) => chain);
    for (const other of same) {
      const [caller] = other.chain;
      if (!caller || !isUnclicked(other, start)) continue;
      const at = other.chain.findIndex((one) => ofClicks.some(({ node }) => node === one.node));
      const [before, opener] = other.chain.slice(Math.max(0, at - 1));
      // The opener itself, which something that was not pasted may call, or only gets: `removeEventListener("click", ask)`.
      if (at < 1 || !before || !opener || !calls(before, nameOf(opener))) continue;
      const place = caller.script.offset < 0 ? -1 : caller.script.offset + (caller.node.start ?? 0);
      const values = { cause: "caller", source: nameOf(caller) };
      found.set(caller.node, finding("KC966", place, values));
    }
  }
  return [...found.values()];
}

function isUnclicked({ trigger, isAtLoad, isLate }: Start, start: Start): boolean {
  return !trigger && ((isAtLoad && !start.isAtLoad) || (isLate && !start.isLate));
}

/** Whether a function calls another by its name, or has it called later. */
function calls(caller: Called, name: string): boolean {
  const source = sourceOf(caller);
  return [...source.matchAll(CALLED), ...source.matchAll(LATER)].some(([, one]) => one === name);
}

const CALLED = /([\w$]+)\s*\(/g;
const LATER = /\b(?:setTimeout|setInterval|requestAnimationFrame|then)\s*\(\s*(?:this\.)?([\w$]+)/g;

function sourceOf({ node, script }: Called): string {
  return script.text.slice(node.start ?? 0, node.end ?? 0);
}

/** `resume` of `function resume()`, `resume() {` and `const resume = () =>`, else how it begins. */
function nameOf(called: Called): string {
  const { node, script } = called;
  if ("id" in node && node.id) return node.id.name;
  if ("key" in node && node.key.type === "Identifier") return node.key.name;
  const before = script.text.slice(0, node.start ?? 0);
  const [, name] = /([\w$]+)\s*[=:]\s*$/.exec(before.slice(-80)) ?? [];
  return name ?? shorten(sourceOf(called), 60);
}
