import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import { DEEPEST, findTarget, listChildren } from "../../read/script/references.js";

/** A name longer than this is none that is given a value. */
const LONGEST = 200;

/**
 * The names and members that functions read, but those that a statement reads only to give them a new value.
 *
 * @param place what stands before it in the first of them is not counted
 */
export function listReads(chain: Chat["start"]["chain"], place = -1): ReadonlySet<string> {
  const reads = new Set<string>();
  for (const [at, { node, script }] of chain.entries()) {
    const first = at === 0 ? place : -1;
    const sourceOf = ({ start, end }: Node) => {
      const isShort = (end ?? 0) - (start ?? 0) < LONGEST;
      return isShort ? script.text.slice(start ?? 0, end ?? 0) : "";
    };
    const visit = (at: Node, given: string, depth: number): void => {
      if (depth > DEEPEST) return;
      const isName = at.type === "Identifier" || at.type === "MemberExpression";
      const source = isName ? sourceOf(at) : "";
      if (source !== given && Number(at.start) > first) reads.add(source);
      const target = findTarget(at);
      const own = target ? sourceOf(target) : given;
      for (const child of listChildren(at)) visit(child, own, depth + 1);
    };
    visit(node, "", 0);
  }
  return reads;
}
