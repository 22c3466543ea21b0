import { isWrapped } from "../script/code-of.js";
import type { Part, Pieces } from "../text/pieces.js";
import { isControl } from "./templates.js";

/** Whether a part of a text is what a server only decides by: `{% if no %}`, `<% } else { %>`. */
export function isDecision(part: Part): boolean {
  return "kind" in part && part.kind === "template" && isControl(part.source);
}

function sourceOf(part: Part): string {
  return "source" in part ? part.source : "";
}

const END =
  /^(?:#\{?end|\{%-?\s*end|\{\{-?\s*end\b|<\/|\{\{?\/|@end|<[%?](?:php)?-?\s*(?:\}|end(?:\s?(?:if|foreach|for))?)\s*;?\s*-?[%?]>)/i;
const OTHER = /\bel(?:se|if|sif)/i;
const OPEN =
  /^(?:<[?%](?:php)?[\s\S]*(?:[{:]|\bThen|\bdo(?:\s*\|[^|]*\|)?)\s*-?[?%]>$|<%-?\s*(?:if|unless)\b|\{%-?\s*(?:if|for|unless)\b|\{(?:if|foreach)\b|\{\{[#^]|\{\{-?\s*(?:if|with|range)\b|<c:(?:if|forEach|choose)\b[\s\S]*[^/]>$|<#(?:if|list)\b|<!--\{\s*\?|#\{?(?:if|foreach)\b|@(?:if|unless|isset|empty|auth|guest|for|foreach)\b)/i;

/** What a server's tag does to what stands behind it: begins a branch, another one, or ends the last. */
export function kindOfBranch(source: string): "open" | "other" | "end" | null {
  if (!isControl(source)) return null;
  if (/^<\/?c:(?:when|otherwise)\b/i.test(source)) return source.startsWith("</") ? null : "other";
  if (END.test(source)) return "end";
  if (OTHER.test(source)) return "other";
  return OPEN.test(source) ? "open" : null;
}

/** The condition in a server's tag, as its author wrote it. */
export function testOf(source: string): string {
  const [, quoted] = /\btest=["'](?:\$\{)?(.*?)\}?["']/s.exec(source) ?? [];
  const [, plain = source] =
    /\bif\s*(.*?)\s*(?:[{:]|\bThen)?\s*-?(?:[?%]>|%\}|\}\}?|>)?$/is.exec(source) ?? [];
  const test = quoted ?? plain.trim();
  return isWrapped(test) ? test.slice(1, -1).trim() : test;
}

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
  const all = spreadBranches(`${before}&${query}`, pieces).split("&", 200);
  const values: string[] = [];
  let open = "";
  let first = 0;
  for (const [index, pair] of all.entries()) {
    const parts = pieces.split(pair);
    const decisions = parts.filter((part) => isDecision(part) && !isOther(part));
    const ends = decisions.filter((part) => END.test(sourceOf(part)));
    let text = "";
    if (decisions.length === 0 && parts.some(isOther)) return split(before, query);
    // A condition within one value stays there.
    const isWhole = ends.length * 2 === decisions.length;
    for (const part of parts) {
      const written = "text" in part ? part.text : pieces.add(part);
      if (isWhole || !isDecision(part)) text += written;
      else if (END.test(sourceOf(part))) {
        values[index] = text;
        for (let at = first; open && at <= index; at++)
          values[at] = surround(values[at] ?? "", open, written);
        text = values[index] ?? "";
        open = "";
      } else {
        open = written;
        first = text === "" ? index : index + 1;
      }
    }
    values[index] = text;
  }
  return { before: values[0] ?? "", pairs: values.slice(1) };
}

function split(before: string, query: string) {
  return { before, pairs: query.split("&", 200) };
}

function isOther(part: Part): boolean {
  return isDecision(part) && OTHER.test(sourceOf(part));
}

/** What begins a parameter: a `?` or a `&` stands before it, unless it is the first. */
const PARAMETER = /^[?&]+(?=[\w.-]+=)/;

/**
 * Branches that say whole parameters, each of those by itself: `{% if a %}&b=1{% else %}&c=2{% endif %}` becomes
 * `&b={% if a %}1{% else %}{% endif %}&c={% if a %}{% else %}2{% endif %}`.
 */
function spreadBranches(text: string, pieces: Pieces): string {
  const parts = pieces.split(text);
  const write = (part: Part) => ("text" in part ? part.text : pieces.add(part));
  let spread = "";
  for (let at = 0; at < parts.length; at++) {
    const open = parts[at];
    if (!open) break;
    const length = parts.slice(at + 1).findIndex((part) => isDecision(part) && !isOther(part)) + 1;
    const inside = parts.slice(at + 1, at + length);
    const end = parts[at + length];
    const isBlock = isDecision(open) && end && END.test(sourceOf(end)) && inside.some(isOther);
    const branches = isBlock ? splitBranches(inside, write) : [];
    if (!end || !branches.some((one) => PARAMETER.test(one.text))) {
      spread += write(open);
      continue;
    }
    const read = branches.map((one) => ({ ...one, pairs: readPairs(one.text) }));
    const names = new Set(read.flatMap(({ pairs }) => [...pairs.keys()]));
    for (const name of names) {
      const values = read.map(({ before, pairs }) => before + (pairs.get(name) ?? ""));
      spread += `&${name}=${write(open)}${values.join("")}${write(end)}`;
    }
    at += length;
  }
  return spread;
}

/** The texts of the branches of one condition, with what stands before each. */
function splitBranches(
  parts: readonly Part[],
  write: (part: Part) => string,
): { before: string; text: string }[] {
  const branches = [{ before: "", text: "" }];
  for (const part of parts) {
    const last = branches.at(-1);
    if (isOther(part)) branches.push({ before: write(part), text: "" });
    else if (last) last.text += write(part);
  }
  return branches;
}

function readPairs(text: string): Map<string, string> {
  const pairs = text.replace(PARAMETER, "").split("&");
  return new Map(
    pairs.flatMap((pair): [string, string][] => {
      const at = pair.indexOf("=");
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    }),
  );
}

/** `b=2` with a condition around its value. */
function surround(pair: string, open: string, end: string): string {
  const at = pair.indexOf("=");
  return at < 0 ? pair : `${pair.slice(0, at + 1)}${open}${pair.slice(at + 1)}${end}`;
}
