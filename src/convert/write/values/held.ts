import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import { DEEPEST, listReferences } from "../../read/script/references.js";
import { parseCode } from "./parse-code.js";

/** By custom, what a component is given as a ref. */
const REF = /ref$/i;

/** Whether an expression reads what is known at the click alone: an element, or what is kept without being rendered anew. */
export function asksHeld(
  code: string,
  { held, language }: Pick<Facts, "held" | "language">,
): boolean {
  const visit = (node: Node, depth: number): boolean => {
    if (depth > DEEPEST) return true;
    if (node.type === "Identifier" && (held.has(node.name) || node.name === "$refs")) return true;
    if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") {
      const name = nameOf(node.property);
      const isOwn = node.object.type === "ThisExpression";
      if (isOwn && (held.has(`this.${name}`) || /^\$?refs$/.test(name))) return true;
      if (name === "nativeElement") return true;
      const isRef = name === "current" && REF.test(nameOfLast(node.object));
      if (isRef && /^(?:jsx|lit)$/.test(language)) return true;
    }
    return listReferences(node).some((child) => visit(child, depth + 1));
  };
  return visit(parseCode(code).program, 0);
}

/** `inputRef` of `props.inputRef` */
function nameOfLast(node: Node): string {
  const isMember = node.type === "MemberExpression" || node.type === "OptionalMemberExpression";
  return nameOf(isMember ? node.property : node);
}

function nameOf(node: Node): string {
  return node.type === "Identifier" ? node.name : "";
}
