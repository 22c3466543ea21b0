import type { Node } from "@babel/types";
import type { Context } from "../context.js";
import type { Run } from "../run.js";

/** A literal, a name of the function's own, a member of that or of what it was called with. */
export function isFixed(node: Node, context: Context, depth = 0): boolean {
  if (/^(?:String|Numeric|Boolean)Literal$/.test(node.type)) return true;
  if (node.type === "Identifier") {
    const found = context.scope.find(node.name);
    const isOwn = found?.scope === context.scope || found?.binding.isParameter === true;
    return found !== null && !found.scope.isGlobal && isOwn;
  }
  if (context.event === null && isOfMarkup(node, context, depth)) return true;
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return false;
  if (node.computed && !isFixed(node.property, context)) return false;
  const { scope } = context;
  const found = scope.find(node.object.name);
  // An enum, or constants of one object.
  if (found?.binding.value?.kind === "object" && /^[A-Z]/.test(node.object.name)) return true;
  return found?.binding.isParameter === true || (found?.scope === scope && !scope.isGlobal);
}

/** So many steps from an element to what is read of it are followed. */
const MOST_STEPS = 8;

/** What a script reads of an element while the page loads, as it stands in the markup: `link.dataset.kind`. */
function isOfMarkup(node: Node, context: Context, depth: number): boolean {
  if (depth > MOST_STEPS) return false;
  const isPart = (one: Node) => isFixed(one, context, depth + 1);
  if (node.type === "MemberExpression")
    return !node.computed && node.object.type !== "Identifier" && isPart(node.object);
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { callee, arguments: given } = node;
  return !callee.computed && [callee.object, ...given].every(isPart);
}

/** `data.hasOwnProperty(key)` of an object and a key that are known. */
export function hasOwn(
  { callee, arguments: given }: Extract<Node, { type: "CallExpression" }>,
  context: Context,
  run: Run,
): boolean | null {
  const [key] = given;
  if (!key || callee.type !== "MemberExpression" || callee.property.type !== "Identifier")
    return null;
  if (callee.property.name !== "hasOwnProperty" || !isFixed(key, context)) return null;
  const [object, name] = [callee.object, key].map((one) => run.evaluate(one, context));
  if (object?.kind !== "object" || object.isOpen || name?.kind !== "text") return null;
  return run.pieces.has(name.text) ? null : object.entries.has(name.text);
}
