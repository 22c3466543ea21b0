import type { Node } from "@babel/types";
import { readRef } from "../../frameworks/vue-names.js";
import type { Code } from "../code.js";
import { type Context, sourceOf } from "../context.js";
import { isOfClick } from "../elsewhere.js";
import { isLooped, settleLooped } from "../looped.js";
import {
  DEEPEST,
  findTarget,
  isBuiltIn,
  isFunction,
  listNames,
  listReferences,
} from "../references.js";
import type { Run } from "../run.js";
import type { Scope } from "../scope.js";
import { isOfOther } from "../settled.js";
import { plainCode, type Value } from "../value.js";
import { nameClicked } from "./clicked.js";
import { codeOfValue } from "./code-of-value.js";
import { isFilledLater } from "./empty-members.js";
import { codeOfLoop } from "./loop-code.js";
import { findOwnMember, nameInPage } from "./own-member.js";
import { nameFilled } from "./page-member.js";

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * The source of an expression, written so that it can stand outside its function: a local name is
 * replaced by what made it, `this` by the button.
 */
export function codeOf(node: Node, context: Context, run: Run): Code {
  const edits: Edit[] = [];
  const hidden = new Set<string>();
  let isAwaited = false;
  const shadowed = new Set<string>();
  const put = (at: Node, code: Code | undefined, name: string) => {
    if (!code) {
      hidden.add(name);
      return;
    }
    for (const one of code.hidden) hidden.add(one);
    if (code.isAwaited) isAwaited = true;
    const isPlain =
      /^[\w$.]+(?:\.closest\("[^"]+"\))?$|^"[^"]*"$/.test(code.code) || isWrapped(code.code);
    edits.push({
      start: at.start ?? 0,
      end: at.end ?? 0,
      text: isPlain ? code.code : `(${code.code})`,
    });
  };
  const visit = (at: Node, depth: number, isOuter: boolean): void => {
    if (!run.step()) return;
    if (depth > DEEPEST) return void hidden.add("…");
    if (at.type === "AwaitExpression") isAwaited = true;
    if (isFunction(at)) for (const param of at.params) listNames(param, shadowed);
    // What a function within it calls `this` is its own.
    const isWithin = isOuter && (!isFunction(at) || at.type === "ArrowFunctionExpression");
    if (isOfThis(at) && !isWithin) return;
    const clicked = nameClicked(at, context, run);
    if (clicked) {
      put(at, clicked, "");
      return;
    }
    const filled = nameFilled(at, context, run);
    if (filled) {
      for (const one of filled.hidden) hidden.add(one);
      return;
    }
    const member = findOwnMember(at, context, run);
    if (member) {
      const isOther = isOfOther(member, context, run);
      const code = isOther ? nameInPage(at, context, run) : codeOfMember(member, run);
      put(at, code ?? undefined, sourceOf(at, context));
      return;
    }
    if (at.type === "ThisExpression") {
      const isElement = context.trigger && context.self?.kind !== "object";
      const clicked = isElement ? plainCode(run.clickedCode(context.trigger)) : undefined;
      const code = context.self?.kind === "elements" ? context.self.code : clicked;
      const isComponent = context.self !== null && run.classes.has(context.self);
      if (run.language !== "vue" && !isComponent) put(at, code, "this");
      return;
    }
    if (at.type === "Identifier" && !shadowed.has(at.name)) {
      const found = findName(at.name, at, context, run);
      if (found !== "as written") put(at, found ?? undefined, at.name);
      return;
    }
    if (at.type === "ObjectProperty" && at.shorthand && at.value.type === "Identifier") {
      const found = findName(at.value.name, at, context, run);
      if (found === "as written") return;
      if (!found) hidden.add(at.value.name);
      else put(at, { ...found, code: `${at.value.name}: ${found.code}` }, at.value.name);
      return;
    }
    if (assigns(at, context, run)) {
      hidden.add("…");
      return;
    }
    for (const child of listReferences(at)) visit(child, depth + 1, isWithin);
  };
  visit(node, 0, true);
  const code = apply(edits, node, context, hidden);
  return settleLooped({ code, hidden: [...hidden], isAwaited }, context, run);
}

/** `this`, `this.name` */
function isOfThis(node: Node): boolean {
  const object = node.type === "MemberExpression" && !node.computed ? node.object : node;
  return object.type === "ThisExpression";
}

/** Whether it gives a value to a name that would not be there. */
function assigns(node: Node, context: Context, run: Run): boolean {
  const target = findTarget(node);
  return (
    target?.type === "Identifier" && findName(target.name, target, context, run) !== "as written"
  );
}

/** Not of what another method fills in later, nor of a method that needs its object. */
function codeOfMember(value: Value, run: Run): Code | null {
  if (value.kind === "text" && value.text === "") return null;
  const code = codeOfValue(value, run);
  return value.kind === "function" && /\bthis\b/.test(code?.code ?? "") ? null : code;
}

/** Whether parentheses are already around the whole. */
export function isWrapped(code: string): boolean {
  if (!code.startsWith("(")) return false;
  let depth = 0;
  for (let at = 0; at < code.length; at++) {
    if (code[at] === "(") depth++;
    if (code[at] === ")" && --depth === 0) return at === code.length - 1;
  }
  return false;
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

/**
 * What cannot be made a second time, elsewhere: `new XMLHttpRequest()` is another request, hooks such as `useRouter()`
 * can be called by a component alone, and `document.currentScript` is nothing at the click.
 */
export function isStateful({ code }: Code): boolean {
  return (
    /^\(?new (?!(?:Date|URL|URLSearchParams|RegExp|Intl|FormData|Map|Set)\b)/.test(code) ||
    /(?:^|[^.\w$])use[A-Z]\w*(?:<[^()]*>)?\(|\bcurrentScript\b/.test(code)
  );
}

/** A page's own variable that an old function fills: its name can be reached, what fills it cannot. */
export function isOfPage(scope: Scope, { hidden }: Code): boolean {
  return scope.isGlobal && hidden.length > 0;
}

function findName(name: string, at: Node, context: Context, run: Run): Code | "as written" | null {
  const found = context.scope.find(name);
  if (!found) return run.pieces.has(name) || isBuiltIn(name) ? "as written" : plainCode(name);
  const { binding, scope } = found;
  const ref = readRef(name, context);
  if (ref) return codeOfValue(ref, run);
  if (context.reach.has(scope)) return "as written";
  const { value } = binding;
  const isOther = value !== null && isOfOther(value, context, run);
  if (isOther || isOfClick(name, found, context, run)) return scope.isGlobal ? "as written" : null;
  if (value?.kind === "native") {
    if (value.name === "event" || isStateful(plainCode(value.name))) return null;
    // `(function (d) {...})(document)`, `(function ($) {...})(jQuery1_11_2)`
    return value.name === name ? "as written" : (value.code ?? plainCode(value.name));
  }
  if (value?.kind === "code" && isOfPage(scope, value.code)) return "as written";
  if (value?.kind === "code" && isStateful(value.code)) return null;
  // `links.forEach((link) => link.addEventListener(...))`
  const isPressed =
    value?.kind === "elements" &&
    (!value.code || value.elements.length === 1) &&
    value.elements[0] === context.trigger &&
    !isLooped(value, run);
  if (isPressed && context.trigger) {
    const clicked = run.clickedCode(context.trigger);
    return plainCode(value.jquery ? `${value.jquery}(${clicked})` : clicked);
  }
  if (value && scope.isGlobal && isFilledLater(value, run)) return "as written";
  const code = value && codeOfValue(value, run);
  const isOpen = value !== null && (!code || code.hidden.length > 0) && scope === context.scope;
  const looped = isOpen ? codeOfLoop(name, Number(at.start), context, run, codeOf) : null;
  if (looped ?? code) return looped ?? code;
  return scope.isGlobal ? "as written" : null;
}

/** What is known of an expression is itself alone. */
export function codeAlone(node: Node, context: Context, run: Run): Value {
  return { kind: "code", code: codeOf(node, context, run) };
}
