import type { Node } from "@babel/types";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import type { Code, Value } from "../value.js";

/** What `this.name` is in a method of an object that is no component, and `local.name` in a function. */
export function findOwnMember(node: Node, { self, scope, reach }: Context, run: Run): Value | null {
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier")
    return null;
  const { object } = node;
  const found = object.type === "Identifier" ? scope.find(object.name) : null;
  const isUnreached = found !== null && !reach.has(found.scope);
  const made = isUnreached ? found.binding.value : null;
  const isLocal = isUnreached && !found.scope.isGlobal;
  const isEnum = made?.kind === "object" && made.isEnum;
  const isSelf = object.type === "ThisExpression" && run.language !== "vue";
  const owner = isLocal || isEnum ? made : isSelf ? self : null;
  if (owner?.kind !== "object" || run.classes.has(owner)) return null;
  return owner.entries.get(node.property.name) ?? null;
}

/** `Talk.topic` of `this.topic`, if the page knows the object by a name. */
export function nameInPage(node: Node, { self }: Context, { global }: Run): Code | null {
  const property = node.type === "MemberExpression" ? node.property : null;
  if (self?.kind !== "object" || property?.type !== "Identifier") return null;
  // A method's object is a copy of it.
  const isSelf = (value: Value | null) =>
    value?.kind === "object" && value.entries === self.entries;
  const [name] = [...global.bindings].find(([, { value }]) => isSelf(value)) ?? [];
  return name ? { code: `${name}.${property.name}`, hidden: [], isAwaited: false } : null;
}
