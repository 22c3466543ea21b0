import type { Statement } from "@babel/types";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import type { Returned } from "./returns.js";

/** Reads a statement, or those in braces. */
export function executeBlock(node: Statement, context: Context, run: Run): Returned[] {
  if (context.depth > 300) return [];
  const inner = { ...context, depth: context.depth + 1 };
  return node.type === "BlockStatement"
    ? run.execute([...node.directives, ...node.body], inner)
    : run.execute([node], inner);
}
