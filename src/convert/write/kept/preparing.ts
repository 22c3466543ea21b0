import type { Node } from "@babel/types";
import {
  contains,
  isFunction,
  listChildren,
  listDeclared,
  listNames,
  listReferences,
  nameOfRoot,
} from "../../read/script/references.js";
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
  const before = listBefore(body, statement);
  for (const one of before) listFilled(one, declared);
  const wanted = listMentioned(statement, declared);
  const found: string[] = [];
  for (const one of before.reverse()) {
    if (!fills(one, wanted) || contains(one, start.node) || isOpening(sourceOf(one))) continue;
    found.unshift(sourceOf(one).trim().replace(/;?$/, ";"));
    for (const name of listMentioned(one, declared)) wanted.add(name);
  }
  return found;
}

/** The page's own names that a statement fills: `_nasa` of `_nasa["cnv"] = 1` and `window._nasa = {}`. */
function listFilled(node: Node, names: Set<string>): void {
  if (node.type === "AssignmentExpression") names.add(nameOfFilled(node.left));
  for (const child of listChildren(node)) if (!isFunction(child)) listFilled(child, names);
}

/** What an assignment fills: a name of the page's, which may be said as a member of its window. */
function nameOfFilled(target: Node): string {
  const name = nameOfRoot(target);
  return /^(?:window|self|globalThis)$/.test(name) ? nameOfMember(target) : name;
}

/** `_nasa` of `window._nasa["cnv"]` */
function nameOfMember(node: Node): string {
  if (node.type !== "MemberExpression") return "";
  if (node.object.type === "MemberExpression") return nameOfMember(node.object);
  return node.property.type === "Identifier" && !node.computed ? node.property.name : "";
}

/** Which of these names a node mentions. */
function listMentioned(node: Node, names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const visit = (at: Node) => {
    const name =
      at.type === "MemberExpression" ? nameOfFilled(at) : at.type === "Identifier" ? at.name : "";
    if (names.has(name)) found.add(name);
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
      return names.has(nameOfFilled(node.left));
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
