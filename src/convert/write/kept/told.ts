import type { Node } from "@babel/types";
import { DEEPEST, listChildren } from "../../read/script/references.js";

/**
 * Whether a function comes from a statement to the chat. It does not where another branch, or a server's, which is no
 * part of the script, tells a visitor something and ends the function: `alert("..."); return false;`.
 *
 * @param isAfter whether a statement stands behind what starts the chat
 */
export function goesOn(
  body: Node,
  statement: Node,
  isAfter: (statement: Node) => boolean,
): boolean {
  const isEnd = (one: Node) => one.type === "ReturnStatement" && !isAfter(one);
  return isAfter(statement) || !listNext(body, statement).some(isEnd);
}

/** The statements behind another one in the same block. */
function listNext(block: Node, statement: Node, depth = 0): Node[] {
  if (depth > DEEPEST) return [];
  const children = listChildren(block);
  const at = children.indexOf(statement);
  if (at >= 0) return children.slice(at + 1);
  const start = statement.start ?? 0;
  const around = children.find((one) => (one.start ?? 0) <= start && start < (one.end ?? 0));
  return around ? listNext(around, statement, depth + 1) : [];
}
