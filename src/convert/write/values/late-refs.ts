import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { listReferences } from "../../read/script/references.js";
import { findNeeded } from "./needed.js";
import { writeOptional } from "./optional.js";

/** Computed values that read each other: more are not followed. */
const DEEPEST = 5;

/**
 * Whether one of the names is a computed value of Vue's that throws while something is still empty. What reads it at the
 * click, as the old code did, has it filled.
 */
export function asksLateRef(names: readonly string[], facts: Facts, depth = 0): boolean {
  return names.some((name) => {
    const made = facts.refs.get(name) ?? "";
    const getter = /^\(*computed\b/.test(made) ? parseExpression(made) : null;
    if (!getter || depth > DEEPEST) return false;
    const mayThrow = writeOptional(made, facts) !== made || readsEmpty(getter, facts.empty);
    return mayThrow || asksLateRef(findNeeded(made, facts), facts, depth + 1);
  });
}

/** Whether it reads a member of what is empty at first: `book.value.title`. */
function readsEmpty(node: Node, empty: ReadonlySet<string>): boolean {
  const isEmpty =
    node.type === "MemberExpression" &&
    node.object.type === "MemberExpression" &&
    node.object.object.type === "Identifier" &&
    empty.has(node.object.object.name);
  return isEmpty || listReferences(node).some((child) => readsEmpty(child, empty));
}
