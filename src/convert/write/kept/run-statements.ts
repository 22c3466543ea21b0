import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import { contains, DEEPEST, listChildren, listReferences } from "../../read/script/references.js";
import { findBlocked } from "./blocked.js";
import { withoutAnswer } from "./callbacks.js";
import { findCounting } from "./counting-branch.js";
import { withoutStatement } from "./is-tracking.js";
import { listRefused, listRefusedByServer } from "./refused.js";
import type { Scene } from "./scene.js";
import { splitStatement } from "./statements.js";
import { findTried } from "./tried.js";

/** The statements of a function that run before the chat is started, or beside it. */
export function* listStatements(
  at: Node | null | undefined,
  scene: Scene,
  depth = 0,
): Generator<Node> {
  if (!at || depth > DEEPEST) return;
  if (at.type === "ExpressionStatement") {
    for (const one of splitStatement(at)) yield* listOfBranch(one, scene);
    return;
  }
  if ((at.type === "IfStatement" && findCounting(at, scene)) || findTried(at, scene)) {
    yield at;
    return;
  }
  const { step, start, endings, outcomes, readOpening } = scene;
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
  const others = listLeft(at, scene);
  for (const child of listChildren(at)) {
    // A function through which the chat is started is looked at with its own names.
    const isNext = child !== step.node && start.chain.some(({ node }) => node === child);
    const isLeft = step.left.has(child) || others.includes(child) || isNext;
    if (!isLeft && !isOfOthers(child, scene)) yield* listStatements(child, scene, depth + 1);
  }
}

/** The parts of a statement that are not come to where the chat is started. */
function listLeft(at: Node, { start, windows }: Scene): (Node | null)[] {
  return [
    ...listOthers(at, start.guards),
    ...listRefusedByServer(start.guards),
    ...listRefused(at, (test) => start.guards.find((one) => one.test === test)),
    findBlocked(at, windows),
  ];
}

/** Whether a node declares a function that only parts call that are not come to. */
function isOfOthers(node: Node, scene: Scene): boolean {
  if (node.type !== "FunctionDeclaration" || !node.id) return false;
  const names = new Set([node.id.name]);
  const isCalled = (at: Node): boolean => {
    if (at === node) return false;
    const left = listLeft(at, scene);
    const isNamed = at.type === "Identifier" && names.has(at.name);
    return isNamed || listReferences(at).some((one) => !left.includes(one) && isCalled(one));
  };
  return !isCalled(scene.step.node);
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
