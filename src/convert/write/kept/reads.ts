import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import { DEEPEST, findTarget, listChildren } from "../../read/script/references.js";

/** A name longer than this is none that is given a value. */
const LONGEST = 200;

/** Names and members, each with the place in the first function where it is read last. */
export type Reads = ReadonlyMap<string, number>;

/**
 * The names and members that functions read, but those that a statement reads only to give them a new value. What
 * another than the first reads has no place in that: it is read after all.
 */
export function listReads(chain: Chat["start"]["chain"]): Reads {
  const reads = new Map<string, number>();
  for (const [at, { node, script }] of chain.entries()) {
    const placeOf = ({ start }: Node) => (at === 0 ? Number(start) : Number.POSITIVE_INFINITY);
    const sourceOf = ({ start, end }: Node) => {
      const isShort = (end ?? 0) - (start ?? 0) < LONGEST;
      return isShort ? script.text.slice(start ?? 0, end ?? 0) : "";
    };
    const visit = (at: Node, given: string, depth: number): void => {
      if (depth > DEEPEST) return;
      const isName = at.type === "Identifier" || at.type === "MemberExpression";
      const source = isName ? sourceOf(at) : "";
      if (source !== given) reads.set(source, Math.max(placeOf(at), reads.get(source) ?? 0));
      const target = findTarget(at);
      const own = target ? sourceOf(target) : given;
      for (const child of listChildren(at)) visit(child, own, depth + 1);
    };
    visit(node, "", 0);
  }
  return reads;
}
