import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import type { Start } from "../../read/script/found.js";
import { isCall, isFunction } from "../../read/script/references.js";

/** What a timer's callback ends with: `this.timer = setTimeout(() => setBusy(false), 1000)`. */
export function findInTimer(statement: Node): Node | null {
  const callback = findTimed(statement);
  if (!callback || !isFunction(callback)) return null;
  const { body } = callback;
  const last = body.type === "BlockStatement" ? body.body.at(-1) : body;
  return last?.type === "ExpressionStatement" ? last.expression : (last ?? null);
}

/** The name of what a timer calls: `setTimeout(resetForm, 1000)`. */
export function findNamedInTimer(statement: Node): Node | null {
  const callback = findTimed(statement);
  return callback && isName(callback) ? callback : null;
}

function findTimed(statement: Node): Node | null {
  const node = statement.type === "AssignmentExpression" ? statement.right : statement;
  if (node.type !== "CallExpression") return null;
  const { callee } = node;
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  if (name.type !== "Identifier" || name.name !== "setTimeout") return null;
  return node.arguments[0] ?? null;
}

/**
 * The parts of a call whose callback starts the chat, without that: `track("click", () => open())` only tracks then;
 * `null` if a statement is no such call.
 */
export function withoutCallback(statement: Node, { chain }: Start): Node[] | null {
  const call = statement.type === "ExpressionStatement" ? statement.expression : statement;
  const isOpening = (one: Node) => chain.some(({ node }) => node === one);
  if (call.type !== "CallExpression" || !call.arguments.some(isOpening)) return null;
  return [call.callee, ...call.arguments.filter((one) => !isFunction(one))];
}

/** A call of its parts; nothing if there is nothing that it is given. */
export function joinCall([callee, ...given]: readonly string[]): string {
  return given.length > 0 ? `${callee}(${given.join(", ")});` : "";
}

/** What is handed on by its name: `alert`, `console.error`. */
const isName = ({ type }: Node) => type === "Identifier" || type === "MemberExpression";

const FAILURES = /^(?:catch|fail|error)$/;
const ANSWERS = /^(?:then|done|success|always|finally|catch|fail|error|subscribe)$/;

/** What a function that is handed on does: it starts the chat, perhaps by what it is given. */
export type Opening = "plain" | "asks" | null;

/** Whether a function, or the name of one, is among those through which the chat is started. */
export function findOpening(given: Node, { chain }: Start, { functions }: Facts): Opening {
  const named = given.type === "Identifier" ? functions.get(given.name) : undefined;
  const found = chain.find(
    ({ node, script }) =>
      node === (given as unknown) ||
      (named !== undefined && script.text.slice(node.start ?? 0, node.end ?? 0) === named),
  );
  if (!found) return null;
  return found.node.params.length > 0 ? "asks" : "plain";
}

/**
 * A request after which the chat is started, whatever its answer: `fetch("/log").then(() => open())` and
 * `await fetch("/log")` are that request alone. Whose answer is looked at, that stays as it is.
 */
export function withoutAnswer(statement: Node, readOpening: (given: Node) => Opening): Node {
  let at = statement.type === "ExpressionStatement" ? statement.expression : statement;
  if (at.type === "AwaitExpression") at = at.argument;
  let isAfter = false;
  const isTaken = (one: Node, name: string) =>
    isFunction(one) || readOpening(one) !== null || (FAILURES.test(name) && isName(one));
  while (
    isCall(at) &&
    (at.callee.type === "MemberExpression" || at.callee.type === "OptionalMemberExpression") &&
    at.callee.property.type === "Identifier" &&
    ANSWERS.test(at.callee.property.name) &&
    at.arguments.length > 0
  ) {
    const { name } = at.callee.property;
    if (!at.arguments.every((one) => isTaken(one, name))) break;
    const openings = at.arguments.map(readOpening);
    if (openings.includes("asks")) return statement;
    if (openings.includes("plain")) isAfter = true;
    at = at.callee.object;
  }
  return isAfter || at === awaitedBy(statement) ? at : statement;
}

/** What a statement waits for, and no more. */
function awaitedBy(statement: Node): Node | null {
  const inner = statement.type === "ExpressionStatement" ? statement.expression : statement;
  return inner.type === "AwaitExpression" ? inner.argument : null;
}
