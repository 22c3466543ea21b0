import type { Node } from "@babel/types";
import type { Guard } from "../../read/script/context.js";
import { parseScript } from "../../read/script/parse-script.js";
import { DEEPEST, isFunction, listChildren } from "../../read/script/references.js";
import { ends } from "../../read/script/statements/ends.js";

/** The condition of the chat's that a test is, if it is one. */
export type FindGuard = (test: Node) => Pick<Guard, "holds"> | undefined;

/**
 * What only those clicks come to that start no chat: what stands in a block behind the branch with the chat, if that
 * leaves. `if (mode === "ask") return open(); buy();`
 */
export function listRefused(block: Node, findGuard: FindGuard): readonly Node[] {
  if (!isBlock(block)) return [];
  const at = block.body.findIndex((one) => leaves(one, findGuard));
  return at < 0 ? [] : block.body.slice(at + 1);
}

/** The branches of a server's with which no click goes on to the chat. */
export function listRefusedByServer(guards: readonly Guard[]): Node[] {
  return guards.flatMap(({ server }) =>
    server
      ? server.branches.statements.flatMap((nodes, at) => (server.goesOn.includes(at) ? [] : nodes))
      : [],
  );
}

/** The code of a handler with blanks in the place of these. */
export function blankRefusedByServer(code: string, guards: readonly Guard[]): string {
  const own = guards.filter(({ server }) => server?.branches.script.text === code);
  return listRefusedByServer(own).reduce((text, { start, end }) => {
    const from = Number(start);
    const to = Number(end);
    return text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
  }, code);
}

/** The code of a handler without that. */
export function cutRefused(code: string, guards: readonly Guard[]): string {
  const { program, text } = parseScript(code);
  const sourceOf = ({ start, end }: Node) => text.slice(start ?? 0, end ?? 0);
  const findGuard: FindGuard = (test) => guards.find(({ source }) => source === sourceOf(test));
  const cut = (node: Node, depth: number): string | null => {
    const refused = listRefused(node, findGuard);
    const [first] = refused;
    if (first) return text.slice(0, first.start ?? 0) + text.slice(refused.at(-1)?.end ?? 0);
    if (depth > DEEPEST) return null;
    for (const child of listChildren(node)) {
      const rest = cut(child, depth + 1);
      if (rest !== null) return rest;
    }
    return null;
  };
  return cut(program, 0) ?? code;
}

/** What a click does for which a condition does not hold. */
export interface Instead {
  /** The other branch, and what stands behind both if the chat's leaves. */
  others: readonly Node[];
  /** What stands behind both, if both come to it. */
  behind: readonly Node[];
}

/** Finds that; `null` if the condition is not asked here. */
export function listInstead(
  node: Node,
  isTest: (test: Node) => boolean,
  findGuard: FindGuard,
  behind: readonly Node[] = [],
  depth = 0,
): Instead | null {
  if (depth > DEEPEST) return null;
  const isBranch = node.type === "IfStatement" || node.type === "ConditionalExpression";
  if (isBranch && isTest(node.test)) {
    const holds = findGuard(node.test)?.holds;
    const other = holds ? node.alternate : node.consequent;
    const beside = other ? [other] : [];
    if (ends(other)) return { others: beside, behind: [] };
    return leaves(node, findGuard)
      ? { others: [...beside, ...behind], behind: [] }
      : { others: beside, behind };
  }
  if (node.type === "SwitchStatement") {
    const found = listOtherCases(node, isTest, findGuard, behind);
    if (found) return found;
  }
  const children = listChildren(node);
  // A function ends by itself, and a loop goes on.
  const isOwn = isFunction(node) || /^(?:For|While|DoWhile)/.test(node.type);
  for (const [at, child] of children.entries()) {
    const next = listNext(node, children.slice(at + 1));
    const rest = isOwn ? [] : next.some(ends) ? next : [...next, ...behind];
    const asked = EXPRESSIONS.test(node.type) ? findAsked(child, isTest) : null;
    if (asked) {
      const isOther = (asked.operator === "||") === findGuard(asked.left)?.holds;
      return { others: isOther ? [asked.right] : [], behind: rest };
    }
    const found = listInstead(child, isTest, findGuard, rest, depth + 1);
    if (found) return found;
  }
  return null;
}

/** The cases beside the chat's. */
function listOtherCases(
  node: Extract<Node, { type: "SwitchStatement" }>,
  isTest: (test: Node) => boolean,
  findGuard: FindGuard,
  behind: readonly Node[],
): Instead | null {
  const own = node.cases.find(({ test }) => test && isTest(test) && findGuard(test)?.holds);
  if (!own) return null;
  const beside: Node = { ...node, cases: node.cases.filter((one) => one !== own) };
  return { others: leaves(node, findGuard) ? [beside, ...behind] : [beside], behind: [] };
}

/** What has expressions that are done for what they do. */
const EXPRESSIONS = /^(?:ExpressionStatement|SequenceExpression)$/;

/** `isAgreed || alert("...")` */
function findAsked(
  node: Node,
  isTest: (test: Node) => boolean,
): Extract<Node, { type: "LogicalExpression" }> | null {
  if (node.type === "ParenthesizedExpression") return findAsked(node.expression, isTest);
  const isOne = node.type === "LogicalExpression" && node.operator !== "??";
  return isOne && isTest(node.left) ? node : null;
}

/** The statements of a block, or of a case, that are come to after one of them. */
function listNext(node: Node, after: readonly Node[]): readonly Node[] {
  if (isBlock(node) || node.type === "SequenceExpression") return after;
  if (node.type !== "SwitchCase") return [];
  const end = after.findIndex(({ type }) => type === "BreakStatement");
  return end < 0 ? after : after.slice(0, end);
}

function isBlock(node: Node): node is Extract<Node, { type: "BlockStatement" | "Program" }> {
  return node.type === "BlockStatement" || node.type === "Program";
}

/** Whether the way to the chat ends within a statement, since one of its conditions holds. */
function leaves(statement: Node, findGuard: FindGuard): boolean {
  if (statement.type === "TryStatement") return leaves(statement.block, findGuard);
  if (isBlock(statement)) return statement.body.some((one) => leaves(one, findGuard));
  if (statement.type === "SwitchStatement") {
    const own = statement.cases.find(({ test }) => test && findGuard(test)?.holds);
    return (
      own?.consequent.some((one) => (isBlock(one) ? one.body.some(returns) : returns(one))) ?? false
    );
  }
  if (statement.type !== "IfStatement") return false;
  const guard = findGuard(statement.test);
  const own = guard?.holds ? statement.consequent : guard && statement.alternate;
  return own ? ends(own) || leaves(own, findGuard) : false;
}

function returns({ type }: Node): boolean {
  return type === "ReturnStatement" || type === "ThrowStatement";
}
