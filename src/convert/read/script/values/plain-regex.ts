import type { Node } from "@babel/types";

/** Letters, classes such as `\s`, and what stands between them, or one of these again and again: nothing that takes long. */
const PLAIN = /^(?:(?:\\[sSdDwWnrt./]|[^\\()[\]{}*+?])*|(?:\\[sSdDwWnrt]|[^\\()[\]{}*+?^$|])\+)$/;

/** A regular expression of the old code's, if it may be run here. */
export function readRegex(node: Node | undefined): RegExp | null {
  if (node?.type !== "RegExpLiteral" || !PLAIN.test(node.pattern)) return null;
  // Of a flag that stands twice, or that nobody knows, a browser makes an error.
  const flags = ["g", "i", "m", "s"].filter((flag) => node.flags.includes(flag));
  return new RegExp(node.pattern, flags.join(""));
}
