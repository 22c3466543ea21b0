import type { Node } from "@babel/types";
import type { Called } from "../../read/script/context.js";
import { DEEPEST, listChildren, listNames } from "../../read/script/references.js";

/** The names that functions declare, with those of functions around them that have ended. */
export function listOwnNames(chain: readonly Called[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { node, around } of chain) {
    for (const name of around) own.add(name);
    for (const param of node.params) listNames(param, own);
    if (node.body) listDeclared(node.body, own);
  }
  return own;
}

/** The variables that are declared within a node. */
export function listDeclared(node: Node, names: Set<string>, depth = 0): void {
  if (depth > DEEPEST) return;
  if (node.type === "VariableDeclarator") listNames(node.id, names);
  for (const child of listChildren(node)) listDeclared(child, names, depth + 1);
}
