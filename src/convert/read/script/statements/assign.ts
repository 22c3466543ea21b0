import type { AssignmentExpression, Node } from "@babel/types";
import { readRef } from "../../frameworks/vue-names.js";
import { toText } from "../../text/to-text.js";
import { decided, sinceDeclared } from "../births.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import type { Births } from "../run-parts.js";
import type { FoundName } from "../scope.js";
import { isChanging, noteEvent } from "../settled.js";
import { codeValue, textValue, UNDEFINED, type Value } from "../value.js";
import { chooseHidden, isAddress, isText } from "../values/decide.js";
import { addIf } from "../values/fill.js";
import { isMarkup, joinMarkup } from "../values/markup-text.js";
import { nameOfMember } from "../values/member.js";
import { declarePattern } from "../values/pattern.js";
import { assignStyle } from "./assign-element.js";
import { assignMember } from "./assign-member.js";
import { readBefore, readRight, readSum } from "./from-itself.js";
import { giveAddress } from "./given.js";
import { goTo } from "./navigation.js";
import { joinWrites } from "./writes.js";

/** `target = value` and its kin. */
export function assign(node: AssignmentExpression, context: Context, run: Run): Value {
  const { left, operator } = node;
  let value = readRight(node, context, run);
  let assigned = context;
  if (operator === "+=" || operator === "&=") {
    const own = left.type === "Identifier" ? context.scope.find(left.name)?.binding.value : null;
    const isText = own?.kind === "text";
    const before = isText ? own : isReadable(left) ? readBefore(left, context, run) : textValue("");
    const since = left.type === "Identifier" ? sinceNamed(left.name, context, run.births) : context;
    const added = addIf(before, value, since, run);
    const sum = textValue(toText(before, run) + toText(added ?? value, run));
    value = readSum(left, before, sum, run);
    // What decides about it is in it.
    if (added) assigned = decided(context);
  } else if (operator !== "=") {
    // `??=`, `||=`: what it already has counts where it is known.
    if (!/^(\?\?|\|\|)=$/.test(operator)) value = codeValue("undefined", { hidden: ["…"] });
  }
  if (value.kind === "window") value.window.isKept = true;
  assignTo(left, value, assigned, run, node);
  return value;
}

function isReadable(node: Node): boolean {
  return node.type === "Identifier" || node.type === "MemberExpression";
}

/** Gives a value to a name, a member or a pattern. */
export function assignTo(target: Node, value: Value, context: Context, run: Run, node: Node): void {
  if (!run.step()) return;
  if (target.type === "Identifier") assignName(target.name, value, context, run, node);
  else if (target.type === "MemberExpression") {
    if (assignStyle(target, value, context, run)) return;
    // What is written to is the object itself.
    const object = run.evaluate(target.object, { ...context, event: null });
    assignMember(object, nameOfMember(target, context, run), value, context, run, node);
  } else if (target.type === "ObjectPattern" || target.type === "ArrayPattern") {
    declarePattern(target, value, context, run);
  }
}

function sinceNamed(name: string, context: Context, births: Births): Context {
  const found = context.scope.find(name);
  return found ? sinceDeclared(found.scope, context, births) : context;
}

function assignName(name: string, value: Value, context: Context, run: Run, node: Node): void {
  run.name(name, value);
  const found = context.scope.find(name);
  if (!found) {
    if (name === "location") goTo(value, context, run, node);
    else run.global.declare(name, value);
    return;
  }
  const before = found.binding.value;
  if (before && readRef(name, context)) assignMember(before, "value", value, context, run, node);
  else if (!giveName(name, found, value, context, run)) writeName(name, found, value, context, run);
}

/** Gives a name an address that another click finds in it. @returns whether that is done */
function giveName(
  key: string,
  { binding, scope }: FoundName,
  value: Value,
  context: Context,
  run: Run,
): boolean {
  const keep = () => {
    const { value: kept } = binding;
    return () => {
      binding.value = kept;
    };
  };
  const slot = { owner: binding, key, before: binding.value, keep };
  const given = giveAddress(slot, scope, value, context, run);
  if (given) binding.value = given;
  return given !== null;
}

/** What a name stands for after it is written to. */
function writeName(name: string, found: FoundName, value: Value, context: Context, run: Run): void {
  const { binding, scope } = found;
  const before = binding.value;
  const isRepeated = context.often?.list().has(scope) && isText(value) && !isAddress(value, run);
  const since = sinceDeclared(scope, context, run.births);
  const next = isMarkup(value, context)
    ? joinMarkup(before, value, since)
    : isRepeated
      ? chooseHidden(value, before ?? UNDEFINED, name)
      : joinWrites(before ?? UNDEFINED, value, since, run, name);
  if (scope !== context.scope) noteEvent(next, context, run);
  // What one handler makes of it is not what another finds.
  const isOther = scope !== context.scope && isChanging(name, scope, run.changes);
  if (isOther && before?.kind === "code" && before.code.code === name)
    context.scope.declare(name, next);
  else binding.value = next;
  if (context.event) binding.writer = context.event;
}
