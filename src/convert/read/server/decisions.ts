import { isWrapped } from "../script/code.js";
import type { Part, Pieces } from "../text/pieces.js";
import { kindOfLibraryTag } from "./tag-libraries.js";
import { BLADE_BRANCHES } from "./template-forms.js";
import { isControl } from "./templates.js";

/** Whether a part of a text is what a server only decides by: `{% if no %}`, `<% } else { %>`. */
export function isDecision(part: Part): boolean {
  return "kind" in part && part.kind === "template" && isControl(part.source);
}

function sourceOf(part: Part): string {
  return "source" in part ? part.source : "";
}

const END =
  /^(?:#\{?end|\{%-?\s*end|\{\{-?\s*end\b|<\/|\{\{?\/|<!--(?:@|\/)end|<!--\{\s*\/|@end|<[%?](?:php)?-?\s*(?:\}|end(?:\s?(?:if|foreach|for))?)\s*;?\s*-?[%?]>)/i;
const OTHER = /\bel(?:se|if|sif)|^<!--\{\s*:/i;
const OPEN = new RegExp(
  String.raw`^(?:<[?%](?:php)?[\s\S]*(?:[{:]|\bThen|\bdo(?:\s*\|[^|]*\|)?)\s*-?[?%]>$|<%-?\s*(?:if|unless)\b|\{%-?\s*(?:if|for|unless)\b|\{(?:if|foreach)\b|\{\{[#^]|\{\{-?\s*(?:if|with|range)\b|<#(?:if|list)\b|<!--\{\s*\?|<!--(?:@|\/)(?:if|foreach|for|while|loop)|#\{?(?:if|foreach)\b|@(?:${BLADE_BRANCHES})\b)`,
  "i",
);

/** What a server's tag does to what stands behind it: begins a branch, another one, or ends the last. */
export function kindOfBranch(source: string): "open" | "other" | "end" | null {
  if (!isControl(source)) return null;
  const kind = kindOfLibraryTag(source);
  if (kind !== undefined) return kind;
  if (END.test(source)) return "end";
  if (OTHER.test(source)) return "other";
  return OPEN.test(source) ? "open" : null;
}

/** Whether a tag that begins and ends no branch leaves nothing on the page either: a comment, the end of a case. */
export function writesNothing(source: string): boolean {
  return /^(?:<%--|<#--|<\/|\{#|\{\*|\{\{!)/.test(source);
}

/** The condition in a server's tag, as its author wrote it. */
export function testOf(source: string): string {
  const [, quoted] = /\b(?:test|th:if)=["'](?:\$\{)?(.*?)\}?["']/s.exec(source) ?? [];
  const [, plain = source] =
    /\bif\s*(.*?)\s*(?:[{:]|\bThen)?\s*-?(?:[?%]>|%\}|\}\}?|>)?$/is.exec(source) ?? [];
  const test = quoted ?? plain.trim();
  return isWrapped(test) ? test.slice(1, -1).trim() : test;
}

/** A text that is a server's branches alone, of which it sends one whatever holds: what each of them has. */
export interface AllBranches {
  texts: string[];
  /** The same branches around other texts. */
  join: (texts: readonly string[]) => string;
}

/** Reads such a text; `null` of any other. */
export function readAllBranches(text: string, pieces: Pieces): AllBranches | null {
  const [only, ...more] = readItems(text.trim(), pieces) ?? [];
  if (more.length > 0 || !only || typeof only === "string") return null;
  const last = sourceOf(pieces.split(only.tags.at(-1) ?? "")[0] ?? { text: "" });
  const isAll =
    only.items.length > 1 && OTHER.test(last) && !/\b(?:else?s?\s?if|when)\b/i.test(last);
  const texts = only.items.map((items) =>
    items.every((item) => typeof item === "string") ? items.join("").trim() : null,
  );
  const known = texts.filter((one) => one !== null);
  return isAll && known.length === texts.length
    ? { texts: known, join: (others) => join(only, others) }
    : null;
}

/** A part of a text, or a server's branches in it. */
type Item = string | Branches;

interface Branches {
  /** What begins each branch: `{% if vip %}`, `{% else %}`. */
  tags: string[];
  items: Item[][];
  end: string;
}

/** More parameters than this no address has. */
const MOST_PAIRS = 200;

/**
 * The parameters of a query, each with the condition that it stands under within its value, so that it can be
 * written by itself: `a=1{% if b %}&b={{ b }}{% endif %}` becomes `a=1` and `b={% if b %}{{ b }}{% endif %}`.
 *
 * @param before what stands before the query, which may end with a condition
 */
export function splitPairs(
  before: string,
  query: string,
  pieces: Pieces,
): { before: string; pairs: string[] } {
  const items = readItems(`${before}&${query}`, pieces);
  if (!items) return { before, pairs: query.split("&", MOST_PAIRS) };
  const [first = "", ...pairs] = splitItems(items).slice(0, MOST_PAIRS);
  return { before: first, pairs };
}

/** A text with a server's branches as a tree; `null` if one has no end. */
function readItems(text: string, pieces: Pieces): Item[] | null {
  const whole: Item[] = [];
  const open: Branches[] = [];
  const add = (item: Item) => (open.at(-1)?.items.at(-1) ?? whole).push(item);
  let at = 0;
  for (const [part, length] of pieces.measure(text)) {
    const written = text.slice(at, at + length);
    at += length;
    const kind = kindOfBranch(sourceOf(part));
    const last = open.at(-1);
    if (kind === "open") open.push({ tags: [written], items: [[]], end: "" });
    else if (kind === "other" && last) {
      last.tags.push(written);
      last.items.push([]);
    } else if (kind === "end" && last) {
      open.pop();
      last.end = written;
      add(last);
    } else if (kind) return null;
    else add(written);
  }
  return open.length === 0 ? whole : null;
}

/** The parameters, the first of which goes on with what stands before. */
function splitItems(items: readonly Item[]): string[] {
  const pairs = [""];
  const addToLast = (text: string) => pairs.push((pairs.pop() ?? "") + text);
  for (const item of items) {
    if (typeof item === "string") {
      const [first = "", ...more] = item.split("&");
      addToLast(first);
      pairs.push(...more);
      continue;
    }
    const branches = item.items.map((one) => splitItems(beginWithParameter(one)));
    const heads = branches.map(([head = ""]) => head);
    // A condition within one value stays there.
    if (heads.some(Boolean) || branches.every(({ length }) => length === 1))
      addToLast(join(item, heads));
    const named = branches.map((one) => new Map(one.slice(1).filter(Boolean).map(splitPair)));
    for (const name of new Set(named.flatMap((one) => [...one.keys()]))) {
      const values = named.map((one) => one.get(name) ?? "");
      pairs.push(`${name}=${join(item, values)}`);
    }
  }
  return pairs;
}

/** What begins a branch with a parameter: a `?` stands for a `&` there. */
function beginWithParameter([first, ...more]: Item[]): Item[] {
  if (first === undefined) return more;
  const begun = typeof first === "string" ? first.replace(/^[?&]+(?=[\w.-]+=)/, "&") : first;
  return [begun, ...more];
}

function splitPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf("=");
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}

function join({ tags, end }: Branches, texts: readonly string[]): string {
  return tags.map((tag, at) => tag + (texts[at] ?? "")).join("") + end;
}
