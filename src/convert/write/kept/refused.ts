import type { Node } from "@babel/types";
import type { Guard } from "../../read/script/context.js";
import { parseScript } from "../../read/script/parse-script.js";
import { DEEPEST, isFunction, listChildren } from "../../read/script/references.js";
import { ends } from "../../read/script/values/conditions.js";

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

/**
 * What a click does for which a condition does not hold: the other branch, and what stands behind both if the chat's
 * leaves. `null` if the condition is not asked here.
 */
export function listInstead(
  node: Node,
  isTest: (test: Node) => boolean,
  findGuard: FindGuard,
  behind: readonly Node[] = [],
  depth = 0,
): readonly Node[] | null {
  if (depth > DEEPEST) return null;
  const isBranch = node.type === "IfStatement" || node.type === "ConditionalExpression";
  if (isBranch && isTest(node.test)) {
    const holds = findGuard(node.test)?.holds;
    const other = holds ? node.alternate : node.consequent;
    const beside = other ? [other] : [];
    return leaves(node, findGuard) && !ends(other) ? [...beside, ...behind] : beside;
  }
  if (node.type === "SwitchStatement") {
    const own = node.cases.find(({ test }) => test && isTest(test) && findGuard(test)?.holds);
    if (own) {
      const beside: Node = { ...node, cases: node.cases.filter((one) => one !== own) };
      return leaves(node, findGuard) ? [beside, ...behind] : [beside];
    }
  }
  const children = listChildren(node);
  // A function ends by itself, and a loop goes on.
  const isOwn = isFunction(node) || /^(?:For|While|DoWhile)/.test(node.type);
  for (const [at, child] of children.entries()) {
    const next = isBlock(node) ? children.slice(at + 1) : [];
    const rest = isOwn ? [] : next.some(ends) ? next : [...next, ...behind];
    const found = listInstead(child, isTest, findGuard, rest, depth + 1);
    if (found) return found;
  }
  return null;
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
