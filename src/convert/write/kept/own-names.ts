import type { Node } from "@babel/types";
import type { Called } from "../../read/script/context.js";
import { DEEPEST, listChildren, listDeclared, listNames } from "../../read/script/references.js";

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

/** What makes something that is not on the page: a window, or an element. */
const MAKES = /^(?:window\.open|open|document\.createElement|(?:\$|jQuery)\(\s*["'`]<)/;

/** The names among these that stand for what the functions make, and for nothing that the page has. */
export function listMadeNames(
  chain: readonly Called[],
  own: ReadonlySet<string>,
): ReadonlySet<string> {
  const made = new Set(own);
  const visit = (node: Node, text: string, depth: number): void => {
    if (depth > DEEPEST) return;
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.init) {
      const { start, end } = node.init;
      const isCall = /^(?:Call|OptionalCall|New|Await)Expression$/.test(node.init.type);
      if (isCall && !MAKES.test(text.slice(start ?? 0, end ?? 0))) made.delete(node.id.name);
    }
    for (const child of listChildren(node)) visit(child, text, depth + 1);
  };
  for (const { node, script } of chain) if (node.body) visit(node.body, script.text, 0);
  return made;
}
