import type { Node } from "@babel/types";
import {
  contains,
  isFunction,
  listChildren,
  listNames,
  listReferences,
  nameOfRoot,
} from "../read/script/references.js";
import { listDeclared } from "./own-names.js";
import type { Scene } from "./scene.js";
import { isOpening } from "./statements.js";

/**
 * The statements of a function that fill what one of its others uses, as they are written: without
 * `var _nasa = {}; _nasa["cnv"] = wcs.cnv("4", "1");`, `wcs_do(_nasa)` counts nothing.
 */
export function listPreparing(statement: Node, { step, start, sourceOf }: Scene): string[] {
  const { body } = step.node;
  if (!body) return [];
  const declared = new Set<string>();
  listDeclared(body, declared);
  const wanted = listMentioned(statement, declared);
  const found: string[] = [];
  for (const one of listBefore(body, statement).reverse()) {
    if (!fills(one, wanted) || contains(one, start.node) || isOpening(sourceOf(one))) continue;
    found.unshift(sourceOf(one).trim().replace(/;?$/, ";"));
    for (const name of listMentioned(one, declared)) wanted.add(name);
  }
  return found;
}

/** Which of these names a node mentions. */
function listMentioned(node: Node, names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const visit = (at: Node) => {
    if (at.type === "Identifier" && names.has(at.name)) found.add(at.name);
    listReferences(at).forEach(visit);
  };
  visit(node);
  return found;
}

/** The statements that run before another, in the blocks around it. */
function listBefore(block: Node, statement: Node): Node[] {
  const start = statement.start ?? 0;
  return listChildren(block)
    .filter((one) => (one.start ?? 0) < start && !isFunction(one))
    .flatMap((one) => ((one.end ?? 0) > start ? listBefore(one, statement) : [one]));
}

/** Whether all that a statement does is to fill one of these names. */
function fills(node: Node, names: ReadonlySet<string>): boolean {
  switch (node.type) {
    case "VariableDeclaration": {
      const own = new Set<string>();
      for (const { id } of node.declarations) listNames(id, own);
      return [...own].some((name) => names.has(name));
    }
    case "ExpressionStatement":
      return fills(node.expression, names);
    case "AssignmentExpression":
      return names.has(nameOfRoot(node.left));
    case "CallExpression":
      // `items.push(item)`
      return node.callee.type === "MemberExpression" && names.has(nameOfRoot(node.callee));
    case "BlockStatement":
      return node.body.length > 0 && node.body.every((one) => fills(one, names));
    case "IfStatement":
      return fills(node.consequent, names) && (!node.alternate || fills(node.alternate, names));
    default:
      return false;
  }
}
