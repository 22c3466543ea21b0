import jsTokens from "js-tokens";
import type { Pieces } from "../text/pieces.js";
import type { SvelteBlocks } from "./svelte-blocks.js";

const SCRIPT = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
/** An expression of this length is none. */
const LONGEST = 4000;

/** Svelte's `{expression}`, as pieces that an HTML parser reads over. */
export function maskBraces(html: string, pieces: Pieces, blocks: SvelteBlocks): string {
  const kept: [start: number, end: number][] = [...html.matchAll(SCRIPT)].map((found) => [
    found.index,
    found.index + found[0].length,
  ]);
  let text = "";
  let at = 0;
  let budget = html.length * 4;
  for (
    let start = html.indexOf("{");
    start >= 0 && budget > 0;
    start = html.indexOf("{", Math.max(at, start + 1))
  ) {
    const inside = kept.find(([from, to]) => from <= start && start < to);
    if (inside) {
      text += html.slice(at, inside[1]);
      at = inside[1];
      continue;
    }
    const part = html.slice(start, start + LONGEST);
    const length = measureBraces(part);
    budget -= length ?? part.length;
    if (length === null || length < 4) continue;
    const source = part.slice(1, length - 1);
    text += html.slice(at, start);
    const isBlock = /^[#/:@]/.test(source);
    if (isBlock) blocks.note(source, start);
    text += isBlock ? " ".repeat(length) : pieces.add(toPiece(source), length);
    at = start + length;
  }
  return text + html.slice(at);
}

/** `{f}` is too short for a piece of its own length: as an attribute's value it becomes one later. */
export function readShortBraces(value: string, pieces: Pieces): string {
  const name = /^\{([\w$])\}$/.exec(value)?.[1];
  return name ? pieces.add(toPiece(name)) : value;
}

function toPiece(source: string) {
  return {
    kind: "code" as const,
    code: source,
    hidden: [],
    isAwaited: false,
    isEncoded: false,
    choices: [],
  };
}

/** The length of an expression in braces, from the first to the one that closes it. */
function measureBraces(text: string): number | null {
  let depth = 0;
  let length = 0;
  for (const { type, value } of jsTokens(text)) {
    length += value.length;
    if (type === "TemplateHead" || (type === "Punctuator" && value === "{")) depth++;
    else if (type === "TemplateTail" || (type === "Punctuator" && value === "}")) depth--;
    if (depth === 0) return length;
  }
  return null;
}
