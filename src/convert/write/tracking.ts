import type { Node } from "@babel/types";
import type { Chat } from "../chats.js";
import type { Facts } from "../read/read.js";
import { lastOf } from "../read/script/conditions.js";
import { contains, isFunction, listChildren, mentions } from "../read/script/references.js";
import type { Code } from "../read/script/value.js";
import { findBlocked, listWindows } from "./blocked.js";
import { findInTimer, findOpening, withoutAnswer, withoutCallback } from "./callbacks.js";
import { findEndings } from "./endings.js";
import { listOwnNames } from "./own-names.js";
import { listReads } from "./reads.js";
import { hasSideEffect, listMade } from "./side-effects.js";
import { changesLooks, changesOther, changesState } from "./state.js";
import { nameOfCall, OPENING, splitStatement } from "./statements.js";

/** Calls that count clicks, by the names of what is in use. */
export const TRACKING =
  /\b(?:gtag|gtag_\w+|fbq|ga|_gaq|dataLayer|kakaoPixel|wcs|wcs_do|_nasa|ttq|twq|amplitude|mixpanel|hj|clarity|_paq|criteo\w*|braze|appboy|airbridge|AppsFlyer|analytics|Sentry|logEvent|trackEvent|track\w*|logger|\w*[tT]rack(?:ing|er)?\w*|\w*Log|sendEvent|send\w*Log)\b/;
/** Calls that say nothing of what the shop does besides. */
const ORDINARY =
  /^(?:window\.)?(?:alert|confirm|console|document|event|e|ev|evt|self|super|require|set(?:Timeout|Interval)|clear(?:Timeout|Interval)|fetch|axios|Object|JSON|Array|Promise|\$|jQuery)(?![\w$])/;
/** Requests that nobody waits for. */
const SENT = /^(?:(?:\$|jQuery)\.(?:ajax|get|post)|fetch|axios(?:\.\w+)?)$/;
const MOST = 20;

/** A statement that goes with starting the chat. */
export interface Tracking {
  source: string;
  /** The same as it can stand in the new button's handler. */
  code: string;
  /** What it calls: `track` of `shop.track("click")`. */
  called: string;
  /** Names in it that the handler of an element does not know. */
  hidden: readonly string[];
  /** The markup of a component can name all that it names. */
  isReached: boolean;
}

/** What else the functions do through which the chat is started: what counts clicks, closes a menu. */
export function listTracking({ start }: Chat, facts: Facts): Tracking[] {
  const { pieces, language } = facts;
  const readOpening = (given: Node) => findOpening(given, start, facts);
  const found = new Map<string, Tracking>();
  const own = listOwnNames(start.chain);
  const known = new Set([...own, "this"]);
  const reads = listReads(start.chain);
  for (const step of start.chain) {
    const { node, script, isReached, left, write } = step;
    const endings = findEndings(step, start, facts);
    const sourceOf = (one: Node) =>
      script.text.slice(one.start ?? 0, Math.min(one.end ?? 0, script.cutAt ?? script.text.length));
    const isRead = (target: Node) => reads.has(sourceOf(target));
    const isLeft = (one: Node, called: Node | null): boolean => {
      const inner = one.type === "ExpressionStatement" ? one.expression : one;
      if (changesLooks(inner, called, own) || changesState(inner, own, language)) return true;
      const isOther = changesOther(inner, own, isRead) && !facts.touched.has(inner);
      if (isOther && !contains(inner, start.node) && !OPENING.test(sourceOf(one))) return true;
      if (hasSideEffect(inner, called, sourceOf, { start, facts, made })) return true;
      const name = called ? sourceOf(called).replace(/\(.*/s, "") : "";
      if (TRACKING.test(name) || makesList(inner, sourceOf)) return true;
      if (SENT.test(name) && inner.type === "CallExpression" && !contains(inner, start.node))
        return !inner.arguments.some(isFunction) && !/\b(?:success|complete)\b/.test(sourceOf(one));
      // A window's or an element's; a component's own `this.close()` closes a menu.
      if (/^(?!this\.).*\.(?:focus|blur|close)$/.test(name)) return false;
      const inTimer = findInTimer(inner);
      if (inTimer) return !contains(inner, start.node) && isLeft(inTimer, findCalled(inTimer));
      const root = /^(?:this\.)?([\w$]+)/.exec(name)?.[1] ?? "";
      // What is the function's own may be a component's all the same: `const { close } = this.props`.
      const full = called && own.has(root) ? nameElsewhere(write(called, own)) : name;
      return PATH.test(full) && !ORDINARY.test(full) && !OPENING.test(sourceOf(one));
    };
    const windows = node.body ? listWindows(node.body) : new Set<string>();
    const made = listMade(node);
    // What is undone at the end, such as a sign of loading, needs both.
    const undone = new Set(
      listFinally(node.body).map((one) => nameOfCall(sourceOf(findCalled(one) ?? one))),
    );
    const take = (whole: Node): void => {
      const one = withoutAnswer(whole, readOpening);
      const called = findCalled(one.type === "ExpressionStatement" ? one.expression : one);
      if (!isLeft(one, called) || one === (start.node as unknown)) return;
      const written = withoutCallback(one, start, sourceOf);
      const source = pieces.showCode(written).trim();
      if (!source) return;
      const name = called ? nameOfCall(sourceOf(called)) : "";
      const isOwn = mentions(one, known);
      const made = isOwn && written === sourceOf(one) ? write(one, own) : null;
      // A local name can stand for what opens the chat, or is waited for: neither is done again.
      const isAgain = made?.isAwaited || OPENING.test(made?.code ?? "");
      const hidden = isAgain || (isOwn && !made) ? ["…"] : (made?.hidden ?? []);
      const code = made ? pieces.showCode(made.code).trim() : source;
      const isFree = isReached && hidden.length === 0 && !undone.has(name);
      found.set(source, { source, code, called: name, hidden, isReached: isFree });
    };
    const visit = (at: Node, depth: number): void => {
      if (depth > 200) return;
      if (at.type === "ExpressionStatement") {
        for (const one of splitStatement(at)) take(one);
        return;
      }
      // `return fetch("/log").then(() => open())`
      const given = at.type === "ReturnStatement" ? at.argument : at === node.body ? at : null;
      // What only listens beside a link or a form: `(e) => track(e)`.
      const isBeside = at === node.body && start.handler === null;
      if (given && (isBeside || withoutAnswer(given, readOpening) !== given)) take(given);
      if (at.type === "SequenceExpression")
        for (const one of at.expressions.slice(0, -1)) take(one);
      // What is done if something fails is no part of starting a chat.
      if (at.type === "CatchClause" || endings.has(at)) return;
      const others = [...listOthers(at, start.guards), findBlocked(at, windows)];
      for (const child of listChildren(at))
        if (!left.has(child) && !others.includes(child)) visit(child, depth + 1);
    };
    if (node.body) visit(node.body, 0);
  }
  return [...found.values()].slice(0, MOST);
}

/** `window.dataLayer = window.dataLayer || []`, before something is put into it. */
function makesList(node: Node, sourceOf: (node: Node) => string): boolean {
  if (node.type !== "AssignmentExpression") return false;
  const name = sourceOf(node.left);
  const isKept = node.right.type === "LogicalExpression" && sourceOf(node.right.left) === name;
  return TRACKING.test(name) && (isKept || /^(?:\|\||\?\?)=$/.test(node.operator));
}

const PATH = /^(?:this\.)?[A-Za-z_$][\w$]*(?:\.[\w$]+)*$/;

/** What a function is called by outside the old one; `""` if it cannot be reached there. */
function nameElsewhere({ code, hidden }: Code): string {
  return hidden.length === 0 ? code : "";
}

/** The expressions of `finally { ... }`. */
function listFinally(node: Node | null | undefined): Node[] {
  if (!node || isFunction(node)) return [];
  const own = node.type === "TryStatement" && node.finalizer ? node.finalizer.body : [];
  return [
    ...own.flatMap((one) => (one.type === "ExpressionStatement" ? [one.expression] : [])),
    ...listChildren(node).flatMap(listFinally),
  ];
}

/** The branches in which no chat is started: what they do is no part of starting one. */
function listOthers(node: Node, guards: Chat["start"]["guards"]): Node[] {
  const find = (tested: Node | null | undefined) => guards.find(({ test }) => test === tested);
  if (node.type === "SwitchStatement") {
    const isTaken = node.cases.some(({ test }) => find(test));
    return isTaken ? node.cases.filter(({ test }) => !find(test)) : [];
  }
  if (node.type !== "IfStatement") return [];
  const guard = find(node.test);
  const other = guard?.holds ? node.alternate : guard && node.consequent;
  return other ? [other] : [];
}

/** What is called: `fbq` of `window.fbq && fbq("track")`. */
function findCalled(node: Node): Node | null {
  switch (node.type) {
    case "CallExpression":
    case "OptionalCallExpression":
      return findCallee(node.callee);
    case "LogicalExpression":
      return findCalled(node.right);
    case "AwaitExpression":
      return findCalled(node.argument);
    case "ParenthesizedExpression":
      return findCalled(node.expression);
    case "SequenceExpression":
      return node.expressions.map(findCalled).find((one) => one !== null) ?? null;
    default:
      return null;
  }
}

/** `stats.log` of `(0, stats.log)`, as compilers write it. */
function findCallee(node: Node): Node {
  if (node.type === "ParenthesizedExpression") return findCallee(node.expression);
  return lastOf(node);
}
