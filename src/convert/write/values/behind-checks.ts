import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import { listGuards } from "../../guards.js";
import { isInAlpine } from "../../read/frameworks/alpine.js";
import { isComponent } from "../../read/frameworks/reach.js";
import type { Facts } from "../../read/read.js";
import type { Guard } from "../../read/script/context.js";
import { isBuiltIn, listChildren, listReferences } from "../../read/script/references.js";
import { listKnown } from "./locals.js";
import { parseCode } from "./parse-code.js";

/** Objects of every component. */
const OWN = /^(?:props|this|(?:this\.)?(?:props|state|\$\w+)|(?:this\.)?\$route\.\w+)$/;

/** A constant object or list, a state that begins as one, and what a router's hooks give, is always there. In Vue, a store is, too. */
const SURE =
  /\b(?:const|let|var)\s+(\w+)\b[^=;\n]*=\s*(?:[{[]|(?:reactive|use(?:Router|Route|Params|Location|Search)\w*)\b)/g;
const SURE_STATE =
  /\[\s*(\w+)\b[^[\]=;]*\]\s*=\s*(?:React\.)?useState(?:<[^;=]{0,200}>)?\(\s*[{[]/g;
const SURE_IN_VUE = /\b(?:const|let|var)\s+(\w+)\s*=\s*use[A-Z]\w*\(/g;

/** Tells of an object, written as `data.user`, whether it may be missing as the markup is made. */
export type IsLate = (path: string) => boolean;

/**
 * The old code has asked something before it read a value: who has not logged in has no `profile`. The check is asked
 * at the click, while the markup reads the value as it is made. What the check itself reads is there.
 */
export function findLate({ start, item }: Chat, facts: Facts): IsLate {
  const { source, imported, isAstro, language } = facts;
  const isMarkup = (isComponent(facts) && !isAstro) || isInAlpine(start.trigger);
  const guards = isMarkup ? listGuards(start, facts).map(({ guard }) => guard) : [];
  const checks = guards.flatMap((one) => (item?.tests.has(one.test) ? [] : readCheck(one, facts)));
  if (checks.length === 0) return () => false;
  const there = new Set([...checks.flatMap(listOwners), ...listKnown(start.trigger, facts)]);
  for (const name of imported) there.add(name);
  for (const sure of language === "vue" ? [SURE, SURE_IN_VUE] : [SURE, SURE_STATE])
    for (const [, name = ""] of source.matchAll(sure)) there.add(name);
  return (path) => !OWN.test(path) && !there.has(path) && !isBuiltIn(path.replace(/\..*/, ""));
}

/** A check that asks what the component knows: `confirm()` alone says nothing of its values. */
function readCheck({ code }: Guard, { pieces }: Facts): Node[] {
  const { program } = parseCode(pieces.showCode(code.code));
  return asksOwn(program) ? [program] : [];
}

function asksOwn(node: Node): boolean {
  if (node.type === "Identifier") return !isBuiltIn(node.name);
  return node.type === "ThisExpression" || listReferences(node).some(asksOwn);
}

/** `store` and `store.user` of a check of `store.user.isAdult`. */
function listOwners(node: Node): string[] {
  const isMember = node.type === "MemberExpression";
  const path = isMember ? pathOf(node.object) : null;
  return [...(path === null ? [] : [path]), ...listChildren(node).flatMap(listOwners)];
}

/** `data.user` of the same, with `this` or without; `null` of a call and of what is computed. */
export function pathOf(node: Node): string | null {
  if (node.type === "Identifier") return node.name;
  if (node.type === "ThisExpression") return "this";
  if (node.type !== "MemberExpression" || node.computed) return null;
  const object = pathOf(node.object);
  if (object === null || node.property.type !== "Identifier") return null;
  return `${object}.${node.property.name}`;
}
