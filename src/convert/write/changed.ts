import type { Node } from "@babel/types";
import type { Start } from "../read/found.js";
import type { Guard } from "../read/script/context.js";
import { findTarget, listChildren } from "../read/script/references.js";

/** Methods that change what they are called of: `button.classList.add("busy")`. */
const CHANGES = /^(?:(?:add|remove|toggle|set)\w*|data|attr|prop|push|html|text)$/;
/** Words that many expressions have: they are no sign that two are about the same. */
const COMMON =
  /^(?:document|window|this|event|e|ev|\$|jQuery|getElementById|querySelector|value|val)$/;

/** Whether the click itself changes what is asked for, such as a sign of loading: the new code would ask too late. */
export function isChanged({ source }: Guard, other: Node | null, { chain }: Start): boolean {
  const asked = new Set(listWords(source));
  const visit = (node: Node, text: string): boolean => {
    if (node === other) return false;
    const target = findTarget(node) ?? findReceiver(node);
    const words = target ? listWords(text.slice(target.start ?? 0, target.end ?? 0)) : [];
    return (
      words.some((word) => asked.has(word)) ||
      listChildren(node).some((child) => visit(child, text))
    );
  };
  return chain.some(({ node, script }) => node.body && visit(node.body, script.text));
}

function listWords(source: string): string[] {
  return (source.match(/[\w$-]+/g) ?? []).filter((word) => !COMMON.test(word));
}

function findReceiver(node: Node): Node | null {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  const { object, property } = node.callee;
  return property.type === "Identifier" && CHANGES.test(property.name) ? object : null;
}
