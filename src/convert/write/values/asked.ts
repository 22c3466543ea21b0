import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import { listGuards, type ShownGuard } from "../../guards.js";
import type { Facts } from "../../read/read.js";
import { negate } from "../../read/script/code.js";
import type { Guard } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { isConsultation } from "../../read/script/start.js";
import { plainCode } from "../../read/script/value.js";
import { isChanged } from "../kept/changed.js";
import { type Branch, findBranch, readInstead } from "../kept/other-branch.js";
import { isOpening } from "../kept/statements.js";
import { isGiven, listLocals } from "./locals.js";
import { findNeeded } from "./needed.js";
import { readOwnCode } from "./own-data.js";
import { parseCode } from "./parse-code.js";

/** A condition of the old code that the new code asks before the chat starts. */
export interface Asked {
  /** The condition, as it is said. */
  shown: string;
  /** As it was written. */
  source: string;
  test: Node;
  /** Whether it has to hold. */
  holds: boolean;
  /** Under which condition nothing is started. */
  code: string;
  /** What is done then, such as `alert("...")`. */
  instead: readonly string[];
  /** What is done then, and if it lets a click pass as well. */
  both?: readonly string[];
  /** Names that the page has to have. */
  needed: readonly string[];
  /** It is about an answer that the chat waits for: without a right one it starts without what that is for. */
  isAwaited: boolean;
}

/** The conditions that can be asked elsewhere, with what the old code does if they do not hold. */
export function listAsked(chat: Chat, facts: Facts): Asked[] {
  const { start, values, item } = chat;
  if (start.isLone || start.isAtLoad) return [];
  const waits = Object.values(values).some((text) =>
    facts.pieces.findCode(text).some(({ isAwaited }) => isAwaited),
  );
  return listGuards(start, facts).flatMap((one) => {
    if (item?.tests.has(one.guard.test)) return [];
    const read = isOfAll(one.guard, start, facts) ? readAsked(one, start, facts) : null;
    const asked = read && withOwnData(read, chat, facts);
    return asked && (waits || !asked.isAwaited) ? [asked] : [];
  });
}

function withOwnData(asked: Asked, chat: Chat, facts: Facts): Asked | null {
  const code = readOwnCode(asked.code, chat, facts);
  const instead = asked.instead.flatMap((one) => readOwnCode(one, chat, facts) ?? []);
  if (code === null || instead.length < asked.instead.length) return null;
  const both = (asked.both ?? []).flatMap((one) => readOwnCode(one, chat, facts) ?? []);
  return { ...asked, code, instead, both };
}

/** A question, with what is done then in any case, but for what the new button does at each click. */
export function settleBoth({ both = [], ...asked }: Asked, atClick: readonly string[]): Asked {
  const done = new Set(atClick.map(bareOf));
  return { ...asked, instead: [...asked.instead, ...both.filter((one) => !done.has(bareOf(one)))] };
}

/** A statement as it can be compared: markup has other quotes. */
function bareOf(statement: string): string {
  return statement.replace(/^\s*await\s+|[;\s]+$/g, "").replace(/["']/g, "'");
}

/** Whether nothing of this button's is started without it. */
function isOfAll({ test, holds }: Guard, start: Start, { starts, pieces }: Facts): boolean {
  return starts.every(
    ({ trigger, guards, url }) =>
      trigger !== start.trigger ||
      !isConsultation(pieces, url) ||
      guards.some((one) => one.test === test && one.holds === holds),
  );
}

function readAsked({ guard, shown }: ShownGuard, start: Start, facts: Facts): Asked | null {
  const { pieces } = facts;
  const { code: plain, hidden, isAwaited } = guard.code;
  // What a function has thrown that has ended, such as the one that reads an answer, nothing stands for.
  const branch = findBranch(guard, start, facts) ?? (isAwaited ? NO_BRANCH : null);
  if (!branch || hidden.length > 0 || isOpening(plain)) return null;
  if (!guard.server && OF_CLICK.test(guard.source)) return null;
  // What a server has decided no click changes.
  if (!guard.server && isChanged(guard, branch.others, start, facts)) return null;
  const refusal = readInstead(branch, isAwaited, facts);
  if (!refusal) return null;
  const { instead, both } = refusal;
  const code = pieces.showCode(guard.holds ? withoutNot(negate(guard.code).code) : plain);
  const whole = `async function (event) { if (${code}) { ${[...instead, ...both].join("; ")} } }`;
  const [condition] = parseCode(code).program.body;
  const isKnown = condition?.type !== "ExpressionStatement" || asksLiteral(condition.expression);
  if (isKnown || parseCode(whole).unread.length > 0) return null;
  const needed = findNeeded(whole, facts);
  // What a module declares, no script beside it knows.
  if (facts.isAstro && needed.length > 0) return null;
  // A script beside the button does not know what the markup around it is told.
  const locals = listLocals(start.trigger);
  const isUnknown = (name: string) => locals.has(name) && !isGiven(name, start.trigger, facts);
  if (needed.some(isUnknown)) return null;
  const { source, test, holds } = guard;
  return { shown, source, test, holds, code, instead, both, needed, isAwaited };
}

const NO_BRANCH: Branch = { others: [], behind: [], write: () => plainCode("") };

/** What only the click's own event tells: that of the new code is about the button. */
const OF_CLICK = /\.(?:target|srcElement|type|detail|isTrusted|(?:client|page|offset)[XY])\b/;

/** `!(!x)` is `x`, and `!(ask("a"))` needs no parentheses. */
export function withoutNot(code: string): string {
  const [, not, asked] = NEGATED.exec(code) ?? [];
  return asked === undefined ? code : `${not ? "" : "!"}${asked}`;
}

const NEGATED = /^!\((!?)([\w$.]+(?:\((?:[^()"'`]|"[^"]*"|'[^']*')*\))?)\)$/;

/** Whether a condition has become a known value: what changes that was not seen. */
function asksLiteral(node: Node): boolean {
  switch (node.type) {
    case "ParenthesizedExpression":
      return asksLiteral(node.expression);
    case "UnaryExpression":
      return asksLiteral(node.argument);
    case "LogicalExpression":
      return asksLiteral(node.left) || asksLiteral(node.right);
    case "BinaryExpression":
      return isLiteral(node.left) && isLiteral(node.right);
    default:
      return isLiteral(node);
  }
}

function isLiteral(node: Node): boolean {
  if (node.type === "ParenthesizedExpression") return isLiteral(node.expression);
  return /^(?:Boolean|Numeric|String|Null)Literal$/.test(node.type);
}

/** Whether a statement of the old handler only asks what is asked already. */
export function isQuestion(statement: string, asked: readonly Asked[]): boolean {
  return asked.some(({ source }) => {
    const [, test = ""] = /^if\s*\(([\s\S]*)/.exec(statement) ?? [];
    return test.trimStart().startsWith(`${source})`) || test.trimStart().startsWith(`${source} )`);
  });
}

/** The lines that ask. */
export function writeQuestion({ code, instead, isAwaited }: Asked): string[] {
  const done = instead.map((one) =>
    /^(?:if|for|while|switch|try)\b[\s\S]*\}$/.test(one) ? one : `${one};`,
  );
  const lines = isAwaited
    ? [...done, 'throw new Error("refused");']
    : ["event.preventDefault();", ...done, "return;"];
  return [`if (${code}) {`, ...lines.map((line) => `  ${line}`), "}"];
}
