import type { Node } from "@babel/types";
import {
  findTarget,
  isCall,
  isFunction,
  listChildren,
  listDeclared,
  listNames,
  nameOfRoot,
} from "../../read/script/references.js";
import { findPushed, isPlain } from "../../read/script/values/loop-code.js";

/** What is new wherever it is written: nothing else is changed with it. */
const NEW = /^(?:(?:String|Numeric|Boolean|Null|Template)Literal|(?:Array|Object)Expression)$/;

/**
 * Whether all that a call does is to build a text, a list or an object of the function's own, by what it is given for each
 * of several: `items.forEach((item) => { text += item.name; })`. What is sent has it in it.
 *
 * @param own the names that the functions of the click declare
 */
export function onlyBuilds(call: Node, body: Node, own: ReadonlySet<string>): boolean {
  if (!isCall(call) || !isPlain(call, 0)) return false;
  const steps = call.arguments.flatMap((one) => (isFunction(one) ? [one] : []));
  const made = listNew(body);
  const inside = new Set(made);
  for (const step of steps) {
    listDeclared(step, inside);
    for (const param of step.params) listNames(param, inside);
  }
  let builds = false;
  const visit = (node: Node): boolean => {
    const target = findTarget(node);
    const filled = target?.type === "MemberExpression" ? target : findPushed(node);
    if (filled && !made.has(nameOfRoot(filled))) return false;
    if (target?.type === "Identifier" && !own.has(target.name) && !inside.has(target.name))
      return false;
    if (target || filled) builds = true;
    return listChildren(node).every(visit);
  };
  return steps.every(visit) && builds;
}

/** The names in a function that stand for something that it has made anew. */
function listNew(node: Node, names = new Set<string>()): Set<string> {
  const isNew = node.type === "VariableDeclarator" && node.init && NEW.test(node.init.type);
  if (isNew) listNames(node.id, names);
  for (const child of listChildren(node)) listNew(child, names);
  return names;
}
