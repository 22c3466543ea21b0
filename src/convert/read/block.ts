import type { Statement } from "@babel/types";
import type { Context, Run } from "./run.js";
import type { Value } from "./value.js";

/** Reads a statement, or those in braces. */
export function executeBlock(node: Statement, context: Context, run: Run): Value | null {
  if (context.depth > 300) return null;
  const inner = { ...context, depth: context.depth + 1 };
  return node.type === "BlockStatement"
    ? run.execute([...node.directives, ...node.body], inner)
    : run.execute([node], inner);
}
