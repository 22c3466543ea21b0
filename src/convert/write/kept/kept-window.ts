import type { Node } from "@babel/types";
import type { Start } from "../../read/script/found.js";
import { contains, isFunction, listChildren, listNames } from "../../read/script/references.js";
import { ends } from "../../read/script/statements/ends.js";

/** What the old code asks of the window of an earlier click, which it has kept, before it opens another. */
export interface KeptWindow {
  /** As it is written, turned so that it has to hold. */
  shown: string;
  /** What brings the window to the front, if that is all that is done in place of opening one: `popup.focus()`. */
  focus: string | null;
}

/** `if (popup && !popup.closed) { popup.focus(); return; } popup = window.open(url);` */
export function findKeptWindow({ chain, node, how, window }: Start): KeptWindow | null {
  // Without an opener, `window.open` gives nothing to be kept.
  const isKept = how === "window" && !/\bno(?:opener|referrer)\b/i.test(window?.features ?? "");
  const step = isKept ? [...chain].reverse().find((one) => contains(one.node, node)) : undefined;
  if (!step?.node.body || !node) return null;
  const { text } = step.script;
  const sourceOf = (one: Node) => text.slice(one.start ?? 0, one.end ?? 0);
  const kept = findKept(step.node.body, node);
  if (!kept || isOwn(kept, step.node.body)) return null;
  const name = bare(sourceOf(kept));
  const question = new Question((one) => bare(sourceOf(one)) === name);
  return findAsking(step.node.body, node, question, sourceOf);
}

function bare(source: string): string {
  return source.replace(/\s+/g, "").replace(/^window\./, "");
}

/** What the window is kept in: `this.popup` of `this.popup = window.open(url)`. */
function findKept(at: Node, opening: object): Node | null {
  if (at.type === "AssignmentExpression" && contains(at.right, opening)) {
    const isPlain = at.operator === "=" && /^(?:Identifier|MemberExpression)$/.test(at.left.type);
    return isPlain && !isFunction(at.right) ? at.left : null;
  }
  for (const child of listChildren(at)) {
    const found = contains(child, opening) ? findKept(child, opening) : null;
    if (found) return found;
  }
  return null;
}

/** Whether a name is the function's own: at the next click there is another. */
function isOwn(kept: Node, at: Node): boolean {
  if (kept.type !== "Identifier") return false;
  if (at.type === "VariableDeclarator") {
    const names = new Set<string>();
    listNames(at.id, names);
    if (names.has(kept.name)) return true;
  }
  return listChildren(at).some((child) => !isFunction(child) && isOwn(kept, child));
}

/** The question that decides whether a window is opened. */
function findAsking(
  at: Node,
  opening: object,
  question: Question,
  sourceOf: (node: Node) => string,
): KeptWindow | null {
  const children = listChildren(at);
  const place = children.findIndex((child) => contains(child, opening));
  for (const [index, child] of children.slice(0, place + 1).entries()) {
    const branches = toBranches(child);
    const holds = branches ? question.ask(branches.test) : null;
    if (!branches || holds === null) continue;
    const done = listInstead(branches, opening, holds, children.slice(index + 1), question);
    if (done === null) continue;
    const source = sourceOf(branches.test);
    const [only] = done;
    const focus = done.length === 1 && only && question.focuses(only) ? sourceOf(only) : null;
    return { shown: holds ? `!(${source})` : source, focus };
  }
  const inner = children[place];
  return inner && inner !== opening ? findAsking(inner, opening, question, sourceOf) : null;
}

interface Branches {
  test: Node;
  consequent: Node | null;
  alternate: Node | null;
}

/** What a condition decides: also `test ? one : other`, `test && one`, and `test || other`. */
function toBranches(node: Node): Branches | null {
  switch (node.type) {
    case "IfStatement":
      return { ...node, alternate: node.alternate ?? null };
    case "ConditionalExpression":
      return node;
    case "LogicalExpression": {
      const { left: test, right, operator } = node;
      const isElse = operator === "||";
      return { test, consequent: isElse ? null : right, alternate: isElse ? right : null };
    }
    case "ExpressionStatement":
    case "ParenthesizedExpression":
      return toBranches(node.expression);
    case "ReturnStatement":
      return node.argument ? toBranches(node.argument) : null;
    default:
      return null;
  }
}

/** What is done where the window is open; `null` if one is opened all the same. */
function listInstead(
  { consequent, alternate }: Branches,
  opening: object,
  holds: boolean,
  next: readonly Node[],
  question: Question,
): Node[] | null {
  const [other, opens] = holds ? [consequent, alternate] : [alternate, consequent];
  if (opens && contains(opens, opening))
    return other ? listDone(other) : next.flatMap(listDone).filter((one) => question.focuses(one));
  const isBefore = next.some((one) => contains(one, opening));
  return isBefore && other && ends(other) ? listDone(other) : null;
}

/** What a branch does, but for what only leaves the function. */
function listDone(branch: Node): Node[] {
  switch (branch.type) {
    case "BlockStatement":
      return branch.body.flatMap(listDone);
    case "SequenceExpression":
      return branch.expressions.flatMap(listDone);
    case "ExpressionStatement":
    case "ParenthesizedExpression":
      return listDone(branch.expression);
    case "ReturnStatement":
      return branch.argument ? listDone(branch.argument) : [];
    case "UnaryExpression":
      return listDone(branch.argument);
    default:
      return /^(?:\w+Literal|Identifier|MemberExpression)$/.test(branch.type) ? [] : [branch];
  }
}

/** What is asked of the kept window. */
class Question {
  constructor(readonly isKept: (node: Node) => boolean) {}

  /** Whether a condition holds where the window is open, or where there is none; `null` if it asks for something else. */
  ask(test: Node): boolean | null {
    switch (test.type) {
      case "ParenthesizedExpression":
        return this.ask(test.expression);
      case "UnaryExpression": {
        const inner = test.operator === "!" ? this.ask(test.argument) : null;
        return inner === null ? null : !inner;
      }
      case "LogicalExpression": {
        const isOpen = test.operator === "&&";
        const isThere = this.#asksFor(test.left) === isOpen;
        return isThere && this.#asksClosed(test.right) === !isOpen ? isOpen : null;
      }
      default:
        return null;
    }
  }

  /** `popup.focus()` */
  focuses(node: Node): boolean {
    if (node.type !== "CallExpression" && node.type !== "OptionalCallExpression") return false;
    return node.arguments.length === 0 && this.#isMember(node.callee, "focus");
  }

  /** Whether a condition holds if there is a window, or if there is none. */
  #asksFor(test: Node): boolean | null {
    if (this.isKept(test)) return true;
    if (test.type === "UnaryExpression" && test.operator === "!") {
      const inner = this.#asksFor(test.argument);
      return inner === null ? null : !inner;
    }
    if (test.type !== "BinaryExpression" || !this.isKept(test.left)) return null;
    const { operator, right } = test;
    const isNothing =
      right.type === "NullLiteral" || (right.type === "Identifier" && right.name === "undefined");
    return isNothing && /^[!=]==?$/.test(operator) ? operator.startsWith("!") : null;
  }

  /** Whether a condition holds if the window is closed, or if it is not. */
  #asksClosed(test: Node): boolean | null {
    if (this.#isMember(test, "closed")) return true;
    if (test.type === "UnaryExpression" && test.operator === "!") {
      const inner = this.#asksClosed(test.argument);
      return inner === null ? null : !inner;
    }
    if (test.type !== "BinaryExpression" || test.right.type !== "BooleanLiteral") return null;
    if (!this.#isMember(test.left, "closed") || !/^[!=]==?$/.test(test.operator)) return null;
    return test.right.value === test.operator.startsWith("=");
  }

  #isMember(node: Node, name: string): boolean {
    if (node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") return false;
    const isNamed = node.property.type === "Identifier" && node.property.name === name;
    return isNamed && !node.computed && this.isKept(node.object);
  }
}
