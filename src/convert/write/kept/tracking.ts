import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { type Code, joinNeeds } from "../../read/script/code.js";
import type { Called } from "../../read/script/context.js";
import { contains, mentions } from "../../read/script/references.js";
import { isBehind } from "./behind.js";
import { joinCall, withoutAnswer, withoutCallback } from "./callbacks.js";
import { findCounting } from "./counting-branch.js";
import { isTracking, onlyTells, withoutStatement } from "./is-tracking.js";
import { listMadeNames, listOwnNames } from "./own-names.js";
import { listPreparing } from "./preparing.js";
import { listReads } from "./reads.js";
import { listStatements } from "./run-statements.js";
import { findCalled, type Scene, viewFunction } from "./scene.js";
import { copiesSelected } from "./side-effects.js";
import { isOpening, nameOfCall } from "./statements.js";
import { findTried } from "./tried.js";
import { nameWithoutAddress } from "./without-address.js";

/** So many statements are kept at most. */
const MOST = 20;

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
