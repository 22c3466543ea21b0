import type { Node } from "@babel/types";
import type { Code } from "../code.js";
import type { Context } from "../context.js";
import { asAtClick, isChangedElsewhere } from "../elsewhere.js";
import type { Run } from "../run.js";
import { plainCode, type Value } from "../value.js";

type ObjectValue = Extract<Value, { kind: "object" }>;

/** What `this.name` is in a method of an object that is no component, and `local.name` in a function. */
export function findOwnMember(node: Node, context: Context, run: Run): Value | null {
  const { self, scope, reach } = context;
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
  if (owner?.kind !== "object" || run.component.classes.has(owner)) return null;
  const seen =
    object.type === "Identifier" && found
      ? asAtClick(
          owner,
          codeOfObject(owner, object.name, run),
          isChangedElsewhere(object.name, found, context, run),
          context,
          run,
        )
      : selfAtClick(owner, context, run);
  const value = seen.entries.get(node.property.name) ?? null;
  return value?.kind === "text" && isOfPage(owner, object) ? null : value;
}

/** Whether another script of the page's may have an object in its place: `set` of `set = window.SITE || {...}`. */
function isOfPage({ instead }: ObjectValue, object: Node): boolean {
  return instead !== undefined && object.type === "Identifier" && !object.name.endsWith(instead);
}

/** `this` in a method, with what other methods change by its name. */
export function selfAtClick(self: ObjectValue, context: Context, run: Run): ObjectValue {
  if (!context.event || run.component.classes.has(self)) return self;
  return asAtClick(self, codeOfObject(self, "this", run), false, context, run);
}

/** An object by its name in the page; otherwise by the function's own for it, which is known there alone. */
function codeOfObject(object: ObjectValue, own: string, run: Run): Code {
  const name = findInPage(object, run);
  return name === undefined ? { ...plainCode(own), hidden: [own] } : plainCode(name);
}

/** `Talk.topic` of `this.topic`, if the page knows the object by a name. */
export function nameInPage(node: Node, { self }: Context, run: Run): Code | null {
  const property = node.type === "MemberExpression" ? node.property : null;
  if (self?.kind !== "object" || property?.type !== "Identifier") return null;
  const name = findInPage(self, run);
  return name ? plainCode(`${name}.${property.name}`) : null;
}

/** The page's name for an object, of which a method's own is a copy. */
function findInPage({ entries }: ObjectValue, { global }: Run): string | undefined {
  const isSelf = (value: Value | null, name: string) =>
    value?.kind === "object" &&
    value.entries === entries &&
    // A class is none of its objects.
    !(value.isClass && /^[A-Z]/.test(name));
  return [...global.bindings].find(([name, { value }]) => isSelf(value, name))?.[0];
}
