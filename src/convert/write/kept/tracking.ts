import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { type Code, joinNeeds } from "../../read/script/code.js";
import type { Called } from "../../read/script/context.js";
import { contains, listChildren, mentions } from "../../read/script/references.js";
import { isBehind } from "./behind.js";
import { findBlocked } from "./blocked.js";
import { joinCall, withoutAnswer, withoutCallback } from "./callbacks.js";
import { findCounting } from "./counting-branch.js";
import { isTracking, onlyTells, withoutStatement } from "./is-tracking.js";
import { listMadeNames, listOwnNames } from "./own-names.js";
import { listPreparing } from "./preparing.js";
import { listReads } from "./reads.js";
import { listRefused, listRefusedByServer } from "./refused.js";
import { findCalled, type Scene, viewFunction } from "./scene.js";
import { copiesSelected } from "./side-effects.js";
import { isOpening, nameOfCall, splitStatement } from "./statements.js";
import { findTried } from "./tried.js";
import { nameWithoutAddress } from "./without-address.js";

/** So many statements are kept at most. */
const MOST = 20;
/** Code that nests deeper is not looked at. */
const DEEPEST = 200;

/** A statement that goes with starting the chat. */
export interface Tracking {
  source: string;
  /** The same as it can stand in the new button's handler. */
  code: string;
  /** What it calls: `track` of `shop.track("click")`. */
  called: string;
  /** What fills the names that it uses, as it is written. */
  preparing: readonly string[];
  /** Names in it that the handler of an element does not know. */
  hidden: readonly string[];
  /** The markup of a component can name all that it names. */
  isReached: boolean;
  /** What the old function calls at the end undoes it. */
  isUndone: boolean;
  /** The old code reads what is sent only after it. */
  isFirst: boolean;
  /** The old code waits for it before it starts the chat. */
  isAwaited: boolean;
  /** The conditions that are asked before it. */
  after: ReadonlySet<Node>;
  /** It calls a function of the chat's own, without the address. */
  isWithoutAddress?: true;
}

/** What else the functions do through which the chat is started: what counts clicks, closes a menu. */
export function listTracking({ start }: Chat, facts: Facts): Tracking[] {
  const own = listOwnNames(start.chain);
  const madeNames = listMadeNames(start.chain, own);
  const reads = listReads(start.chain);
  const found = new Map<string, Tracking>();
  for (const step of start.chain) {
    const scene = viewFunction(step, { start, facts, own, madeNames, reads });
    const counting = listCounting(scene);
    const name = counting.length > 0 ? nameWithoutAddress(step, start) : "";
    for (const one of name ? [callWithoutAddress(name, step, start)] : counting)
      found.set(one.source, one);
  }
  return [...found.values()].slice(0, MOST);
}

/** What one function does besides, as far as it is kept. */
function listCounting(scene: Scene): Tracking[] {
  const found = new Map<string, Tracking>();
  for (const statement of listStatements(scene.step.node.body, scene)) {
    if (found.size === MOST) break;
    const one = writeTracking(statement, scene);
    if (one) found.set(one.source, one);
  }
  return [...found.values()];
}

/** All that a function does but for leading to an address. */
function callWithoutAddress(name: string, step: Called, start: Chat["start"]): Tracking {
  const source = `${name}();`;
  const { isReached, node } = step;
  const after = listAsked(node, step, start);
  const known = { preparing: [], hidden: [], isReached, isUndone: false, isFirst: true, after };
  return { source, code: source, called: "", isAwaited: false, isWithoutAddress: true, ...known };
}

/** The statements of a function that run before the chat is started, or beside it. */
function* listStatements(at: Node | null | undefined, scene: Scene, depth = 0): Generator<Node> {
  if (!at || depth > DEEPEST) return;
  if (at.type === "ExpressionStatement") {
    for (const one of splitStatement(at)) yield* listOfBranch(one, scene);
    return;
  }
  if ((at.type === "IfStatement" && findCounting(at, scene)) || findTried(at, scene)) {
    yield at;
    return;
  }
  const { step, start, endings, outcomes, windows, readOpening } = scene;
  const isBody = at === step.node.body;
  // `return fetch("/log").then(() => open())`
  const given = at.type === "ReturnStatement" ? at.argument : isBody ? at : null;
  // What only listens beside a link or a form: `(e) => track(e)`.
  const isBeside = isBody && start.handler === null;
  if (given && (isBeside || withoutAnswer(given, readOpening) !== given)) yield given;
  if (at.type === "SequenceExpression") yield* at.expressions.slice(0, -1);
  // What is done if something fails is no part of starting a chat.
  if (at.type === "CatchClause") yield* [...outcomes].filter((one) => contains(at, one));
  if (at.type === "CatchClause" || endings.has(at)) return;
  const others = [
    ...listOthers(at, start.guards),
    ...listRefusedByServer(start.guards),
    ...listRefused(at, (test) => start.guards.find((one) => one.test === test)),
    findBlocked(at, windows),
  ];
  for (const child of listChildren(at)) {
    // A function through which the chat is started is looked at with its own names.
    const isNext = child !== step.node && start.chain.some(({ node }) => node === child);
    if (!step.left.has(child) && !others.includes(child) && !isNext)
      yield* listStatements(child, scene, depth + 1);
  }
}

/** Of `isPhone ? (track(), open()) : open()` what the chat's branch does; anything else as a whole. */
function* listOfBranch(at: Node, scene: Scene): Generator<Node> {
  const taken = findTaken(withoutStatement(at), scene.start.guards);
  if (!taken) yield at;
  else if (taken.type !== "SequenceExpression") yield* listOfBranch(taken, scene);
  else for (const one of taken.expressions) yield* listOfBranch(one, scene);
}

/** The part of an expression that is come to where the chat is started; `null` if it is no branch. */
function findTaken(node: Node, guards: Chat["start"]["guards"]): Node | null {
  if (node.type === "ParenthesizedExpression") return findTaken(node.expression, guards);
  if (node.type === "LogicalExpression")
    return guards.some(({ test }) => test === node.left) ? node.right : null;
  if (node.type !== "ConditionalExpression") return null;
  const guard = guards.find(({ test }) => test === node.test);
  return guard ? (guard.holds ? node.consequent : node.alternate) : null;
}

/** A statement as it can stand in the new code; `null` if it is none of those that go with starting a chat. */
function writeTracking(statement: Node, scene: Scene): Tracking | null {
  const { step, start, facts, own, inside, undone, sourceOf, readOpening } = scene;
  const one = withoutAnswer(statement, readOpening);
  const tried = findTried(one, scene);
  const counting = one.type === "IfStatement" ? findCounting(one, scene) : null;
  const called = counting ?? tried?.called ?? findCalled(withoutStatement(one));
  const isOne = counting !== null || tried !== null || isTracking(one, called, scene);
  if (!isOne || start.node === one || start.node === withoutStatement(one)) return null;
  const parts = withoutCallback(one, start);
  const written = parts ? joinCall(parts.map(sourceOf)) : sourceOf(one);
  const source = facts.pieces.showCode(written).trim();
  if (!source) return null;
  const name = called ? nameOfCall(sourceOf(called)) : "";
  const isOwn = mentions(one, inside);
  const made = isOwn ? writeParts(parts ?? [one], (part) => step.write(part, own)) : null;
  // A local name can stand for what opens the chat, or is waited for: neither is done again.
  const isElsewhere =
    made?.isAwaited ||
    isOpening(made?.code ?? "") ||
    scene.outcomes.has(statement) ||
    copiesSelected(withoutStatement(one), sourceOf) ||
    (tried !== null && (tried.waits || !tried.isAll));
  const hidden = isElsewhere || (isOwn && !made) ? ["…"] : (made?.hidden ?? []);
  const code = made ? facts.pieces.showCode(made.code).trim() : source;
  const isUndone = undone.has(name);
  const isReached = step.isReached && hidden.length === 0 && !isUndone;
  const preparing = listPreparing(statement, scene).map((each) => facts.pieces.showCode(each));
  const after = listAsked(statement, step, start);
  const isFirst = !scene.isAfter(statement) && !scene.isTaken(withoutStatement(one));
  const waits = tried ? tried.waits : one !== statement;
  const isAwaited =
    waits && !onlyTells(called ? sourceOf(called) : "") && !scene.isAfter(statement);
  const known = { preparing, hidden, isReached, isUndone, isFirst, isAwaited, after };
  return { source, code, called: name, ...known };
}

/** A statement, or a call by its parts. */
function writeParts([one, ...given]: readonly Node[], write: (part: Node) => Code): Code | null {
  if (!one) return null;
  if (given.length === 0) return write(one);
  const made = [one, ...given].map(write);
  return { code: joinCall(made.map(({ code }) => code)), ...joinNeeds(made) };
}

/** The conditions that the old code asks before it comes to a statement: of the same function, or of one around it. */
function listAsked(statement: Node, step: Called, { guards, chain }: Chat["start"]): Set<Node> {
  const at = chain.indexOf(step);
  const isBefore = ({ test, holds }: (typeof guards)[number]) => {
    const asks = chain.map(({ node }) => contains(node, test)).lastIndexOf(true);
    if (asks !== at) return asks < at;
    return isBehind(step.node, (one) => one === test, holds, Number(statement.start));
  };
  return new Set(guards.filter(isBefore).map(({ test }) => test));
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
