import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import type { Called } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { contains, DEEPEST, listChildren } from "../../read/script/references.js";
import { nameOfCall } from "./statements.js";

/** Where a function starts the chat, or calls the next one through which it does; if that is not seen, behind its end. */
export function findPlace(step: Called, start: Start, facts: Facts): number {
  const { node, script } = step;
  if (contains(node, start.node)) return Number((start.node as Node).end);
  const next = start.chain[start.chain.indexOf(step) + 1];
  if (!next) return Number.POSITIVE_INFINITY;
  if (contains(node, next.node)) return Number(next.node.end);
  const source = next.script.text.slice(next.node.start ?? 0, next.node.end ?? 0);
  const [name] = [...facts.functions].find(([, text]) => text === source) ?? [];
  if (name === undefined) return Number.POSITIVE_INFINITY;
  const find = (at: Node, depth: number): number | null => {
    if (depth > DEEPEST) return null;
    const isCall = at.type === "CallExpression" || at.type === "OptionalCallExpression";
    if (isCall && nameOfCall(script.text.slice(at.start ?? 0, at.end ?? 0)) === name)
      return Number(at.end);
    for (const child of listChildren(at)) {
      const found = find(child, depth + 1);
      if (found !== null) return found;
    }
    return null;
  };
  return find(node, 0) ?? Number.POSITIVE_INFINITY;
}
