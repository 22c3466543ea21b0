import type { Node } from "@babel/types";
import type { Context } from "../context.js";
import { DEEPEST, isCall, isFunction, listChildren } from "../references.js";
import type { Run } from "../run.js";
import { Scope } from "../scope.js";
import { KAKAO, mayBeChat, withChoicesOf } from "../start.js";
import { isNothing, type Value } from "../value.js";
import { chooseHidden } from "../values/decide.js";
import { declarePattern } from "../values/pattern.js";
import { executeBlock } from "./block.js";
import { ends } from "./ends.js";
import { failureOf, type Returned, UNCLEAR, under } from "./returns.js";

type Try = Extract<Node, { type: "TryStatement" }>;

/** Reads what is tried, then what is done if that fails: what it would have given is not sure. */
export function executeTry(
  { block, handler, finalizer }: Try,
  context: Context,
  run: Run,
): Returned[] {
  const held = handler ? listHeld(block, context) : [];
  const thrown = context.frame.thrown.length;
  const returned = executeBlock(block, context, run);
  if (handler) {
    // What is thrown in it goes no further.
    context.frame.thrown.length = thrown;
    const { param, body } = handler;
    const scope = new Scope(context.scope);
    // Nothing but what is tried knows whether it fails.
    const guards = [...context.guards, failureOf(body, "catch")];
    const caught = { ...context, guards, isConditional: true, condition: null, scope };
    if (param) declarePattern(param, null, caught, run, true);
    if (!ends(body))
      for (const { name, binding, before } of held) {
        const { value } = binding;
        if (value && value !== before && mayFail(value, run))
          binding.value = chooseHidden(value, before, name);
      }
    const instead = executeBlock(body, caught, run);
    const fails = ({ value }: Returned) => mayFail(value, run) || isCalled(value);
    if (instead.length > 0 && returned.some(fails))
      returned.splice(0, returned.length, ...under(UNCLEAR, returned), ...instead);
    // What is asked before a value is returned may throw: then what stands behind is returned.
    const isNext = instead.length === 0 && !ends(body) && returned.length > 0;
    if (isNext && mayThrow(block, 0) && !returned.some(({ value }) => isAddress(value, run)))
      returned.splice(0, returned.length, ...under(UNCLEAR, returned));
  }
  if (finalizer) returned.push(...executeBlock(finalizer, context, run));
  return returned;
}

/** Names that a block gives values, with what they had before. */
function listHeld(block: Node, { scope }: Context) {
  const names = new Set<string>();
  const visit = (node: Node, depth: number): void => {
    if (isFunction(node) || depth > DEEPEST) return;
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier")
      names.add(node.left.name);
    for (const child of listChildren(node)) visit(child, depth + 1);
  };
  visit(block, 0);
  return [...names].flatMap((name) => {
    const binding = scope.find(name)?.binding;
    const before = binding?.value;
    return binding && before && !isNothing(before) ? [{ name, binding, before }] : [];
  });
}

/** Whether a value is made by code that may throw; an address is needed whatever happens. */
function mayFail(value: Value, { pieces }: Run): boolean {
  if (value.kind === "code") return !value.choices;
  return value.kind === "text" && pieces.findCode(value.text).length > 0 && !KAKAO.test(value.text);
}

/** `localStorage.getItem("from") || "web"`: a call, and of no address. */
function isCalled(value: Value): boolean {
  if (value.kind !== "code" || !value.code.code.includes("(") || mayBeChat(value)) return false;
  return (value.choices ?? []).every(({ kind }) => /^(?:text|code)$/.test(kind));
}

/** Whether a value may be a chat's address, which is needed whatever happens, or is something else than a text. */
function isAddress(value: Value, { pieces }: Run): boolean {
  if (value.kind === "text") return KAKAO.test(withChoicesOf(pieces, value.text));
  return value.kind !== "code" || mayBeChat(value);
}

/** Whether a block calls something, but for what its own functions do. */
function mayThrow(node: Node, depth: number): boolean {
  if (isFunction(node)) return false;
  if (isCall(node) || depth > DEEPEST) return true;
  return listChildren(node).some((child) => mayThrow(child, depth + 1));
}
