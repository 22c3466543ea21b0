import type { Node } from "@babel/types";
import { readCompiled } from "../frameworks/compiled.js";
import { type Context, createFrame, type Guard } from "../script/context.js";
import { withoutParentheses } from "../script/references.js";
import type { Run } from "../script/run.js";
import { noteCancel } from "../script/statements/cancels.js";
import { awaited, callLater } from "../script/statements/functions.js";
import { answerOf } from "../script/statements/returns.js";
import { UNDEFINED, type Value } from "../script/value.js";
import { chooseByKey } from "../script/values/by-key.js";
import { codeAlone, codeOf } from "../script/values/code-of.js";
import { nameOfMember, readProperty } from "../script/values/member.js";
import { callAlpine } from "./alpine.js";
import { construct, withLeftOut } from "./construct.js";
import { callStyle } from "./css.js";
import { callData } from "./data.js";
import { callElements } from "./elements.js";
import { callHook } from "./hooks.js";
import { callHyperscript } from "./hyperscript.js";
import { narrowByClass } from "./narrow.js";
import { callNative } from "./native.js";
import { callPacked } from "./packed.js";
import { callSubscribe } from "./subscribe.js";
import { callUnknown } from "./unknown.js";
import { callValue } from "./values.js";

export type Call = Extract<
  Node,
  { type: "CallExpression" | "OptionalCallExpression" | "NewExpression" }
>;

/** A call, with what is known of its parts. */
export interface Called {
  node: Call;
  /** Before the dot; `null` if there is none. */
  object: Value | null;
  /** The method's or the function's name; `""` if it has none. */
  name: string;
  values: Value[];
  context: Context;
  run: Run;
}

/** What a call stands for, and what it does to the page. */
export function callNode(node: Call, context: Context, run: Run): Value {
  const compiled = readCompiled(node, context, run);
  if (compiled) return compiled;
  const callee = withoutParentheses(node.callee);
  const isMember = callee.type === "MemberExpression" || callee.type === "OptionalMemberExpression";
  const object = isMember ? run.evaluate(callee.object, context) : null;
  const name = isMember
    ? nameOfMember(callee, context, run)
    : callee.type === "Identifier"
      ? callee.name
      : callee.type === "SequenceExpression"
        ? nameOfSequence(callee, context, run)
        : "";
  const values = readArguments(node, context, run);
  const called: Called = { node, object, name, values, context, run };
  const ready = callPacked(called) ?? callCompilersOwn(called);
  if (ready) return ready;
  const own = object
    ? ((isMember && run.pieces.has(name)
        ? chooseByKey(object, callee.property, context, run)
        : null) ?? readProperty(object, name, context, run))
    : callee.type === "V8IntrinsicIdentifier" || callee.type === "Super" || callee.type === "Import"
      ? null
      : run.evaluate(callee, context);
  const isNew = node.type === "NewExpression" && own !== null;
  const made = isNew ? construct(own, called) : null;
  if (made) return made;
  const result = own?.kind === "function" ? callOwn(own, called) : callKnown(called, own);
  if (result && result.kind !== "code") return result;
  const code =
    result?.kind === "code" && result.code.code ? result.code : codeOf(node, context, run);
  return result?.choices || result?.thrown ? { ...result, code } : { kind: "code", code };
}

/** What TypeScript, Babel, SWC and esbuild write for `{ ...a, ...b }`. */
const SPREADS =
  /^(?:__assign|_extends|_?_?object_?spread(?:_?props)?\d*|__spread(?:Values|Props))$/i;

/** Functions of compilers, which are known by their names: what stands in them is not read. */
function callCompilersOwn(called: Called): Value | null {
  return SPREADS.test(called.name) ? callData(called, "Object.assign") : null;
}

/** `(0, react.jsx)(...)` */
function nameOfSequence(
  { expressions }: Extract<Node, { type: "SequenceExpression" }>,
  context: Context,
  run: Run,
): string {
  const last = expressions.at(-1);
  if (last?.type === "MemberExpression") return nameOfMember(last, context, run);
  return last?.type === "Identifier" ? last.name : "";
}

function readArguments(node: Call, context: Context, run: Run): Value[] {
  const values: Value[] = [];
  for (const argument of node.arguments) {
    const value = run.evaluate(argument, context);
    if (argument.type === "SpreadElement" && value.kind === "list") values.push(...value.items);
    else values.push(value);
    // A window that is handed on is looked at.
    if (value.kind === "window") value.window.isKept = true;
  }
  return values;
}

/** A function of the script's own: what it returns, or the call as it is written. */
function callOwn(own: Extract<Value, { kind: "function" }>, called: Called): Value | null {
  const { context, run } = called;
  const isAsync = own.node.async && !(context.isLate && called.node.type === "NewExpression");
  const result = run.call(own, withLeftOut(own, called), context);
  if (isAsync || result === UNDEFINED) return null;
  // What it makes of names that are its own alone cannot be written elsewhere.
  return result.kind === "code" && result.code.hidden.length > 0 ? null : result;
}

function callKnown(called: Called, own: Value | null): Value | null {
  const { object, name, values, context, run } = called;
  if (own?.kind === "code" && own.keys) run.call(own, values, context);
  if (name === "preventDefault") noteCancel(context, run.clicks);
  narrowByClass(called);
  callStyle(called);
  if (object?.kind === "elements") return callElements(called, object);
  if (object && object.kind !== "native" && object.kind !== "code") {
    const known = callValue(called, object);
    if (known) return known;
  }
  // `Object.assign.apply(this, arguments)`
  const list = values[1];
  if (object?.kind === "native" && name === "apply" && list?.kind === "list")
    return callNative({ ...called, values: list.items }, object.name);
  if (own?.kind === "native" || object?.kind === "native") {
    const known = callNative(called, own?.kind === "native" ? own.name : name);
    if (known) return known;
  }
  const each = callBorrowed(called);
  if (each) return each;
  return (
    callAlpine(called) ??
    callHyperscript(called) ??
    callHook(called) ??
    callPromise(called) ??
    callUnknown(called)
  );
}

/** `[].forEach.call(buttons, ...)`, `Array.prototype.slice.call(buttons)` */
function callBorrowed(called: Called): Value | null {
  const { object, name, values } = called;
  const source = object?.kind === "native" ? object.name : (object?.code?.code ?? "");
  const borrowed = /(?:^\[\]|Array\.prototype)\.(forEach|map|slice|filter)$/.exec(source)?.[1];
  const [list, ...rest] = values;
  if (name !== "call" || !borrowed || !list) return null;
  if (borrowed === "slice" || borrowed === "filter") return list;
  const own = { ...called, object: list, name: borrowed, values: rest };
  if (list.kind === "elements") return callElements(own, list);
  return list.kind === "list" ? callValue(own, list) : null;
}

/** `promise.then(answer => ...)` */
function callPromise({ node, object, name, values, context, run }: Called): Value | null {
  if (
    !object ||
    !/^(then|done|success|always|finally|catch|fail|error|subscribe|complete)$/.test(name)
  ) {
    return null;
  }
  if (name === "subscribe") return callSubscribe(object, values, context, run);
  const isAnswer = /^(then|done|success|always)$/.test(name);
  const known = (object.kind === "code" && object.thrown) || [];
  let result: Value | null = null;
  for (const [index, value] of values.entries()) {
    if (value.kind !== "function") continue;
    const answer = isAnswer && index === 0 ? [awaited(object, run)] : [];
    const isFailure = /^(?:catch|fail|error)$/.test(name) || (name === "then" && index === 1);
    const failed: Guard[] = isFailure ? [{ ...answerOf(node, context), isFailure: true }] : [];
    const guards = [...context.guards, ...known, ...failed];
    const frame = createFrame(context.frame.target);
    const returned = callLater(value, answer, { ...context, guards, frame }, run);
    if (isAnswer && index === 0 && returned.kind === "code")
      result = { ...returned, thrown: [...known, ...frame.thrown] };
  }
  if (!isAnswer) return object;
  // What was called with the answer is not called without one, too.
  const isRead = values.some(({ kind }) => kind === "function");
  return result ?? (isRead ? codeAlone(node, context, run) : null);
}
