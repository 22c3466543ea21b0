import type { Node } from "@babel/types";

/** Whether nothing after a statement is reached. */
export function ends(node: Node | null | undefined): boolean {
  if (!node) return false;
  if (node.type === "BlockStatement") return ends(node.body.at(-1));
  if (node.type === "IfStatement") return ends(node.consequent) && ends(node.alternate);
  if (node.type === "TryStatement")
    return ends(node.finalizer) || (ends(node.block) && (!node.handler || ends(node.handler.body)));
  return /^(?:Return|Throw|Break|Continue)Statement$/.test(node.type);
}

/** `try { ...; return; } catch {}`: what stands behind it is reached if something in it fails, and then alone. */
export function leavesUnlessItFails(node: Node | undefined): boolean {
  return node?.type === "TryStatement" && ends(node.block) && !ends(node);
}
