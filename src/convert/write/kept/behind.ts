import type { Node } from "@babel/types";
import { DEEPEST, listChildren } from "../../read/script/references.js";
import { ends } from "../../read/script/statements/ends.js";

/**
 * Whether a condition decides if code comes to a place: what stands in its branch, and what stands behind it if its other
 * branch leaves. What stands behind `isMember ? open() : login()` is come to either way.
 *
 * @param holds the condition has to hold for the chat to start
 */
export function isBehind(
  root: Node,
  isTest: (node: Node) => boolean,
  holds: boolean,
  place: number,
): boolean {
  const asking = findAsking(root, isTest, 0);
  if (!asking || Number(asking.start) > place) return false;
  if (Number(asking.end) > place) return true;
  if (asking.type !== "IfStatement") return false;
  return ends(holds ? asking.alternate : asking.consequent);
}

/** What asks a condition: an `if`, a `?:`, an `&&`, a `case`. */
function findAsking(node: Node, isTest: (node: Node) => boolean, depth: number): Node | null {
  if (depth > DEEPEST) return null;
  const tested = "test" in node ? node.test : node.type === "LogicalExpression" ? node.left : null;
  if (tested && isTest(tested)) return node;
  for (const child of listChildren(node)) {
    const found = findAsking(child, isTest, depth + 1);
    if (found) return found;
  }
  return null;
}
