import { type OldElement, walk } from "../markup/element.js";
import { parseExpression } from "../script/parse-script.js";
import { listNames } from "../script/references.js";

/** A part of Svelte's markup that knows names of its own. */
interface Block {
  start: number;
  end: number;
  names: Set<string>;
  /** What is within it is there under this condition; `""` under none. */
  condition: string;
  /** What it goes through, and by which names. */
  loop: { pattern: string; list: string } | null;
}

/** What `{#each list as item}`, `{#snippet row(item)}` and `{:then answer}` name, by their places. */
export class SvelteBlocks {
  readonly #all: Block[] = [];
  readonly #open: Block[] = [];

  /** @param source what stands in a block's braces */
  note(source: string, place: number): void {
    if (source.startsWith("/")) {
      const closed = this.#open.pop();
      if (closed) closed.end = place;
    } else if (source.startsWith("#"))
      this.#begin(place, /^#if\s+([\s\S]+)$/.exec(source)?.[1] ?? "", findLoop(source));
    else if (source.startsWith(":else")) this.#otherwise(source, place);
    const names = this.#open.at(-1)?.names;
    if (names) readPattern(findPattern(source), names);
  }

  #begin(start: number, condition: string, loop: Block["loop"] = null): void {
    const names = new Set<string>();
    const block = { start, end: Number.MAX_SAFE_INTEGER, names, condition, loop };
    this.#all.push(block);
    this.#open.push(block);
  }

  /** `{:else}` and `{:else if ...}` end a branch, and begin another. */
  #otherwise(source: string, place: number): void {
    const { condition = "" } = this.#open.at(-1) ?? {};
    if (!condition) return;
    const [, asked = ""] = /^:else\s+if\s+([\s\S]+)$/.exec(source) ?? [];
    const before = this.#open.pop();
    if (before) before.end = place;
    this.#begin(place, asked ? `!(${condition}) && (${asked})` : `!(${condition})`);
  }

  /** Tells the elements the names that the blocks around them know, and when they are there. */
  tell(root: OldElement): void {
    if (this.#all.length === 0) return;
    for (const element of walk(root)) {
      const around = this.#all.filter(
        ({ start, end }) => start < element.start && element.start < end,
      );
      if (around.length > 0) element.locals = new Set(around.flatMap(({ names }) => [...names]));
      const loops = around.flatMap(({ loop }) => loop ?? []);
      if (loops.length > 0) element.loops = loops;
      const conditions = around.flatMap(({ condition }) => (condition ? [condition] : []));
      if (conditions.length > 0) element.shownIf = conditions.map((one) => `(${one})`).join(" && ");
    }
  }
}

/** The pattern of `#each list as pattern, index (key)`, the parameters of a snippet. */
function findPattern(source: string): string {
  const [, kind, rest = ""] =
    /^(#each|#snippet|#await|:then|:catch)\b([\s\S]*)$/.exec(source.trim()) ?? [];
  switch (kind) {
    case "#each":
      return withoutKey(rest.slice(rest.lastIndexOf(" as ") + 4));
    case "#snippet":
      return rest.slice(rest.indexOf("(") + 1, rest.lastIndexOf(")"));
    case "#await": {
      const at = rest.lastIndexOf(" then ");
      return at < 0 ? "" : rest.slice(at + 6);
    }
    default:
      return rest;
  }
}

/** `{#each list as pattern}` */
function findLoop(source: string): Block["loop"] {
  const [, list] = /^#each\s+([\s\S]+)\sas\s/.exec(source) ?? [];
  return list === undefined ? null : { pattern: findPattern(source), list };
}

/** `item, index` of `item, index (item.id)` */
function withoutKey(pattern: string): string {
  const text = pattern.trim();
  if (!text.endsWith(")")) return text;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ")") depth++;
    if (text[at] === "(" && --depth === 0) return text.slice(0, at);
  }
  return text;
}

function readPattern(pattern: string, names: Set<string>): void {
  const made = pattern.trim() ? parseExpression(`(${pattern}) => 0`) : null;
  if (made?.type === "ArrowFunctionExpression")
    for (const param of made.params) listNames(param, names);
}
