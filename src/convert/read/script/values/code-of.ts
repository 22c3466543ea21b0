import type { Node } from "@babel/types";
import type { Code } from "../code.js";
import { isWrapped } from "../code.js";
import { type Context, sourceOf } from "../context.js";
import { settleLooped } from "../looped.js";
import { DEEPEST, findTarget, isFunction, listNames, listReferences } from "../references.js";
import type { Run } from "../run.js";
import { isOfOther } from "../settled.js";
import { plainCode, type Value } from "../value.js";
import { codeOfChatField } from "./chat-field.js";
import { nameClicked } from "./clicked.js";
import { type CodeOfName, codeOfName } from "./code-of-name.js";
import { codeOfValue } from "./code-of-value.js";
import { findOwnMember, nameInPage } from "./own-member.js";
import { nameFilled } from "./page-member.js";

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** An expression's source, as it is being written anew. */
interface Rewriting {
  edits: Edit[];
  /** Names that cannot be reached from elsewhere. */
  hidden: Set<string>;
  /** Names that a function within it has for itself. */
  shadowed: Set<string>;
  assigned: Set<Node | null>;
  isAwaited: boolean;
  context: Context;
  run: Run;
}

/**
 * The source of an expression, written so that it can stand outside its function: a local name is
 * replaced by what made it, `this` by the button.
 */
export function codeOf(node: Node, context: Context, run: Run): Code {
  const made: Rewriting = {
    edits: [],
    hidden: new Set(),
    shadowed: new Set(),
    assigned: new Set(),
    isAwaited: false,
    context,
    run,
  };
  visit(node, { depth: 0, isOuter: true }, made);
  const { edits, isAwaited, hidden } = made;
  const code = apply(edits, node, context, hidden);
  return settleLooped({ code, hidden: [...hidden], isAwaited }, context, run);
}

/** @param place `isOuter`: `this` in it is that of the whole expression */
function visit(
  at: Node,
  { depth, isOuter }: { depth: number; isOuter: boolean },
  made: Rewriting,
): void {
  if (!made.run.step()) return;
  if (depth > DEEPEST) {
    made.hidden.add("…");
    return;
  }
  if (at.type === "AwaitExpression") made.isAwaited = true;
  made.assigned.add(findTarget(at));
  if (isFunction(at)) for (const param of at.params) listNames(param, made.shadowed);
  // What a function within it calls `this` is its own.
  const isWithin = isOuter && (!isFunction(at) || at.type === "ArrowFunctionExpression");
  if (isOfThis(at) && !isWithin) return;
  if (replace(at, made)) return;
  for (const child of listReferences(at))
    visit(child, { depth: depth + 1, isOuter: isWithin }, made);
}

/** Writes an expression by what it stands for. @returns whether it is done with: what is in it need not be read */
function replace(at: Node, made: Rewriting): boolean {
  return (
    replaceClicked(at, made) ||
    replaceField(at, made) ||
    leaveFilled(at, made) ||
    replaceMember(at, made) ||
    replaceThis(at, made) ||
    replaceName(at, made) ||
    replaceShorthand(at, made) ||
    hideAssignment(at, made)
  );
}

function put(at: Node, code: Code | undefined, name: string, made: Rewriting): void {
  if (!code) {
    made.hidden.add(name);
    return;
  }
  for (const one of code.hidden) made.hidden.add(one);
  if (code.isAwaited) made.isAwaited = true;
  const isPlain =
    /^[\w$.]+(?:\.closest\("[^"]+"\))?$|^"[^"]*"$/.test(code.code) || isWrapped(code.code);
  made.edits.push({
    start: at.start ?? 0,
    end: at.end ?? 0,
    text: isPlain ? code.code : `(${code.code})`,
  });
}

/** `event.target` */
function replaceClicked(at: Node, made: Rewriting): boolean {
  const clicked = nameClicked(at, made.context, made.run);
  if (clicked) put(at, clicked, "", made);
  return clicked !== null;
}

/** A field of the old form, by what is in it. */
function replaceField(at: Node, made: Rewriting): boolean {
  const code = made.assigned.has(at) ? null : codeOfChatField(at, made.context, made.run);
  if (code) put(at, code, "", made);
  return code !== null;
}

/** A field of the page, which can be asked as it is written. */
function leaveFilled(at: Node, made: Rewriting): boolean {
  const filled = nameFilled(at, made.context, made.run);
  for (const one of filled?.hidden ?? []) made.hidden.add(one);
  return filled !== null;
}

/** `this.channel`, by what it is; of another's, by where it is in the page. */
function replaceMember(at: Node, made: Rewriting): boolean {
  const { context, run } = made;
  const member = findOwnMember(at, context, run);
  if (!member) return false;
  const isOther = isOfOther(member, context, run);
  const code = isOther ? nameInPage(at, context, run) : codeOfMember(member, run);
  put(at, code ?? undefined, sourceOf(at, context), made);
  return true;
}

/** `this`, by the button, or by what a script has found it with. */
function replaceThis(at: Node, made: Rewriting): boolean {
  if (at.type !== "ThisExpression") return false;
  const { context, run } = made;
  const isElement = context.trigger && context.self?.kind !== "object";
  const clicked = isElement ? plainCode(run.clickedCode(context.trigger)) : undefined;
  const code = context.self?.kind === "elements" ? context.self.code : clicked;
  const isComponent = context.self !== null && run.component.classes.has(context.self);
  if (run.language !== "vue" && !isComponent) put(at, code, "this", made);
  return true;
}

function replaceName(at: Node, made: Rewriting): boolean {
  if (at.type !== "Identifier" || made.shadowed.has(at.name)) return false;
  const found = findCode(at.name, at, made);
  if (found !== "as written") put(at, found ?? undefined, at.name, made);
  return true;
}

/** `{ no }` */
function replaceShorthand(at: Node, made: Rewriting): boolean {
  if (at.type !== "ObjectProperty" || !at.shorthand || at.value.type !== "Identifier") return false;
  const { name } = at.value;
  const found = findCode(name, at, made);
  if (found === "as written") return true;
  if (!found) made.hidden.add(name);
  else put(at, { ...found, code: `${name}: ${found.code}` }, name, made);
  return true;
}

/** What gives a value to a name that would not be there. */
function hideAssignment(at: Node, made: Rewriting): boolean {
  const target = findTarget(at);
  if (target?.type !== "Identifier" || findCode(target.name, target, made) === "as written")
    return false;
  made.hidden.add("…");
  return true;
}

function findCode(name: string, at: Node, { context, run }: Rewriting): CodeOfName {
  return codeOfName(name, at, context, run, codeOf);
}

/** `this`, `this.name` */
function isOfThis(node: Node): boolean {
  const object = node.type === "MemberExpression" && !node.computed ? node.object : node;
  return object.type === "ThisExpression";
}

/** Not of what another method fills in later, nor of a method that needs its object. */
function codeOfMember(value: Value, run: Run): Code | null {
  if (value.kind === "text" && value.text === "") return null;
  const code = codeOfValue(value, run);
  return value.kind === "function" && /\bthis\b/.test(code?.code ?? "") ? null : code;
}

/** A library's code put into itself grows by a power: beyond some length it is given up, as what is hidden. */
function apply(edits: Edit[], node: Node, context: Context, hidden: Set<string>): string {
  const offset = node.start ?? 0;
  const code = sourceOf(node, context);
  const isLong = edits.reduce((sum, { text }) => sum + text.length, 0) > 20_000;
  if (isLong) hidden.add("…");
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text } of isLong ? [] : edits.sort((a, b) => a.start - b.start)) {
    const inside = text.startsWith("(") && isKey(text) ? text.slice(1, -1) : text;
    parts.push(code.slice(done, start - offset), inside);
    done = end - offset;
  }
  return parts.join("") + code.slice(done);
}

/** `{ no }` has become `{ no: ... }`, which takes no parentheses. */
function isKey(text: string): boolean {
  return /^\([\w$]+: /.test(text);
}

/** What is known of an expression is itself alone. */
export function codeAlone(node: Node, context: Context, run: Run): Value {
  return { kind: "code", code: codeOf(node, context, run) };
}
