import type { Node } from "@babel/types";

/** Letters, classes such as `\s`, and what stands between them, or one of these again and again: nothing that takes long. */
const PLAIN = /^(?:(?:\\[sSdDwWnrt./]|[^\\()[\]{}*+?])*|(?:\\[sSdDwWnrt]|[^\\()[\]{}*+?^$|])\+)$/;

/** A regular expression of the old code's, if it may be run here. */
export function readRegex(node: Node | undefined): RegExp | null {
  if (node?.type !== "RegExpLiteral" || !PLAIN.test(node.pattern)) return null;
  return new RegExp(node.pattern, node.flags.replace(/[dvy]/g, ""));
}
