import type { Component } from "../frameworks/component-scope.js";
import { reachOf } from "../frameworks/reach.js";
import { readScript } from "../read-script.js";
import { createContext } from "../script/context.js";
import { parseExpression } from "../script/parse-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { unbox, type Value } from "../script/value.js";
import { decide } from "../script/values/conditions.js";
import { declarePattern } from "../script/values/pattern.js";
import type { OldElement } from "./element.js";
import { noteItemAddress, type OneItem, pickItem } from "./item-address.js";

const LOOP = /^\s*([\s\S]+?)\s+(?:in|of)\s+([\s\S]+)$/;
const ANGULAR_LOOP = /^\s*let\s+(\w+)\s+of\s+([^;|]+)/;

/**
 * `:href="item.url"` in a `v-for`, `[href]` in an `*ngFor`: an address of a chat that only the item knows as a whole.
 *
 * @returns an address whose id is the expression; `""` if it leads elsewhere
 */
export function readItemAddress(
  element: OldElement,
  code: string,
  { scope, self }: Component,
  run: Run,
): string {
  const read = (text: string, inner: Scope) =>
    readScript(
      { text: `(${text})`, offset: -1, scope: inner, self, reach: reachOf(scope, run) },
      run,
    );
  let inner = scope;
  let isOneOfSome = false;
  const loops = listLoops(element);
  const shown = listShown(element);
  for (const [at, [, pattern = "", list = ""]] of loops.entries()) {
    const first = findOne(unbox(read(list, inner), run.language), run);
    const arrow = parseExpression(`${/^\(/.test(pattern) ? pattern : `(${pattern})`} => 0`);
    if (!first || arrow?.type !== "ArrowFunctionExpression") return "";
    const [item] = arrow.params;
    const outer = inner;
    const bind = (value: Value): Scope => {
      const scope = new Scope(outer);
      const context = createContext({ text: pattern, offset: -1, scope }, run);
      if (item) declarePattern(item, value, context, run, true);
      return scope;
    };
    // An element under a condition is there for some items alone.
    const isLast = at === loops.length - 1;
    const values = isLast && first.chats.length > 0 ? first.chats : [first.value];
    const found = values.map(bind).find((scope) => !isLast || isShown(shown, scope, run));
    if (!found) return "";
    inner = found;
    isOneOfSome = first.isOneOfSome;
  }
  if (inner === scope) return "";
  return noteItemAddress(element, read(code, inner), { isOneOfSome }, code, run);
}

/** A condition of Vue's or Angular's markup. */
interface ShownIf {
  code: string;
  holds: boolean;
}

/** The conditions under which an element is there, of what it stands in, too. */
function listShown(element: OldElement): ShownIf[] {
  const found: ShownIf[] = [];
  for (let at: OldElement | null = element; at; at = at.parent) {
    const own = at.attributes.get("v-if") ?? at.attributes.get("v-else-if");
    const ofAngular = at.attributes.get("*ngif")?.split(";")[0];
    const code = own ?? ofAngular;
    if (code) found.push({ code, holds: true });
    if (!at.attributes.has("v-else") && !at.attributes.has("v-else-if")) continue;
    const siblings = at.parent?.children.filter((one) => typeof one !== "string") ?? [];
    for (const before of siblings.slice(0, siblings.indexOf(at)).reverse()) {
      const first = before.attributes.get("v-if");
      const other = first ?? before.attributes.get("v-else-if");
      if (other) found.push({ code: other, holds: false });
      if (first !== undefined || other === undefined) break;
    }
  }
  return found;
}

/** Whether nothing says that an element is not there. */
function isShown(conditions: readonly ShownIf[], scope: Scope, run: Run): boolean {
  return conditions.every(({ code, holds }) => {
    const test = parseExpression(code);
    const context = createContext({ text: code, offset: -1, scope }, run);
    return !test || decide(test, context, run) !== !holds;
  });
}

/** The loops around an element, the outermost first. */
function listLoops(element: OldElement): RegExpExecArray[] {
  const loops: RegExpExecArray[] = [];
  for (let at: OldElement | null = element; at; at = at.parent) {
    const loop =
      LOOP.exec(at.attributes.get("v-for") ?? "") ??
      ANGULAR_LOOP.exec(at.attributes.get("*ngfor") ?? "");
    if (loop) loops.unshift(loop);
  }
  return loops;
}

function findOne(value: Value | null, run: Run): OneItem | null {
  if (value?.kind === "list") return pickItem(value.items, run);
  return value?.kind === "object" ? pickItem([...value.entries.values()], run) : null;
}
