import type { Pieces } from "./pieces.js";

/** A text that is one of two, whichever was given last: what differs is said by its name. */
export function joinGiven(
  one: string,
  other: string,
  nameOf: (value: string) => string | null,
  pieces: Pieces,
): string {
  const [first, second] = [one, other].map((text) => splitAddress(text));
  if (!first || !second || one === other) return other;
  const hide = (before: string, after: string): string => {
    if (pieces.show(before) === pieces.show(after)) return after;
    const known = [...pieces.findCode(before), ...pieces.findCode(after)];
    const hidden = known.flatMap((piece) => piece.hidden);
    const name = nameOf(after) ?? nameOf(before);
    const names = [...new Set([...(name ? [name] : []), ...hidden])];
    const code = JSON.stringify(pieces.show(after || before));
    const isEncoded = known.every((piece) => piece.isEncoded);
    return pieces.addCode(code, { hidden: names.length > 0 ? names : ["…"], isEncoded });
  };
  const path =
    first.path.length === second.path.length
      ? second.path.map((part, at) => hide(first.path[at] ?? "", part)).join("")
      : second.path.join("");
  const keys = [...new Set([...first.query.keys(), ...second.query.keys()])];
  const pairs = keys.map((key) => {
    const text = hide(first.query.get(key) ?? "", second.query.get(key) ?? "");
    return second.query.has(key) || text ? `${key}=${text}` : key;
  });
  return pairs.length > 0 ? `${path}?${pairs.join("&")}` : path;
}

interface Parts {
  path: string[];
  query: Map<string, string>;
}

function splitAddress(text: string): Parts {
  const at = text.indexOf("?");
  const path = (at < 0 ? text : text.slice(0, at)).split(/(\/)/);
  const query = new Map<string, string>();
  for (const pair of at < 0 ? [] : text.slice(at + 1).split("&")) {
    const sign = pair.indexOf("=");
    if (sign < 0) query.set(pair, "");
    else query.set(pair.slice(0, sign), pair.slice(sign + 1));
  }
  return { path, query };
}
