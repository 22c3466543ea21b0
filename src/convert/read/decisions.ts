import type { Part, Pieces } from "./pieces.js";
import { isControl } from "./templates.js";

/** Whether a part of a text is what a server only decides by: `{% if no %}`, `<% } else { %>`. */
export function isDecision(part: Part): boolean {
  return "kind" in part && part.kind === "template" && isControl(part.source);
}

function sourceOf(part: Part): string {
  return "source" in part ? part.source : "";
}

const END =
  /^(?:\{%-?\s*end|<\/|\{\{?\/|@end|<[%?](?:php)?\s*(?:\}|end(?:if|foreach|for)?)\s*;?\s*[%?]>)/i;
const OTHER = /\belse/i;

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
  const all = [before, ...query.split("&", 200)];
  const hasElse = pieces
    .split(query)
    .some((part) => isDecision(part) && OTHER.test(sourceOf(part)));
  if (hasElse) return { before, pairs: all.slice(1) };
  const values: string[] = [];
  let open = "";
  let first = 0;
  for (const [index, pair] of all.entries()) {
    const parts = pieces.split(pair);
    const decisions = parts.filter(isDecision);
    const ends = decisions.filter((part) => END.test(sourceOf(part)));
    let text = "";
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

/** `b=2` with a condition around its value. */
function surround(pair: string, open: string, end: string): string {
  const at = pair.indexOf("=");
  return at < 0 ? pair : `${pair.slice(0, at + 1)}${open}${pair.slice(at + 1)}${end}`;
}
