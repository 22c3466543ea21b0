import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import type { Called } from "../../read/script/context.js";
import { DEEPEST, isFunction, listChildren } from "../../read/script/references.js";
import { shorten } from "../../shorten.js";
import { FORGETS, listWindows, seeStarts } from "./blocked.js";
import { findOpening } from "./callbacks.js";

/** By promises', jQuery's and observables' names: what is done if something failed, or once it is over. */
const ENDINGS = /^(?:catch|fail|error|finally|always|complete)$/;
/** What nobody sees, and what only leaves. */
const NOTHING = /^(?:console\.|(?:return|throw|break|continue)\b|void\b|;|$)/;

/** What the old code does if a request of it fails, or once that is over, as it is written. */
export function listEndings({ start }: Chat, facts: Facts): string[] {
  const starts = seeStarts(facts);
  const found = start.chain.flatMap((called) => {
    const { text } = called.script;
    const windows = called.node.body ? listWindows(called.node.body) : new Set<string>();
    return [...findEndings(called, start, facts)]
      .flatMap(listStatements)
      .filter((one) => !closes(one, windows) && !starts(one))
      .map((one) => facts.pieces.showCode(text.slice(one.start ?? 0, one.end ?? 0)).trim())
      .filter((source) => !NOTHING.test(source) && !FORGETS.test(source))
      .map((source) => shorten(source));
  });
  return [...new Set(found)];
}

/** The parts of a function in which it does so: no part of starting a chat. */
export function findEndings({ node }: Called, start: Chat["start"], facts: Facts): Set<Node> {
  const found = new Set<Node>();
  /** @returns whether the chat is started in it */
  const visit = (at: Node, depth: number): boolean => {
    if (depth > DEEPEST) return false;
    const others: Node[] = [];
    let holds =
      at === (start.node as unknown) || (at !== node && findOpening(at, start, facts) !== null);
    for (const child of listChildren(at)) {
      if (visit(child, depth + 1)) holds = true;
      else others.push(child);
    }
    if (holds) for (const one of pickEndings(at, others)) found.add(one);
    return holds;
  };
  if (node.body) visit(node.body, 0);
  return found;
}

/** Which of the parts that start no chat are such endings of what does. */
function pickEndings(node: Node, others: readonly Node[]): Node[] {
  switch (node.type) {
    case "TryStatement":
      return others.filter((one) => one === node.handler || one === node.finalizer);
    case "CallExpression":
    case "OptionalCallExpression": {
      const { callee } = node;
      const name = "property" in callee ? callee.property : null;
      if (name?.type !== "Identifier") return [];
      const given = others.filter((one) => one !== callee);
      if (ENDINGS.test(name.name)) return given;
      // `.then(open, fail)`, `.subscribe(open, fail)`
      return /^(?:then|subscribe)$/.test(name.name)
        ? given.filter((one) => one !== node.arguments[0])
        : [];
    }
    // `$.ajax({ success: open, error: fail })`, `.subscribe({ next: open, error: fail })`
    case "ObjectExpression":
      return others.filter(
        (one) =>
          (one.type === "ObjectProperty" || one.type === "ObjectMethod") &&
          one.key.type === "Identifier" &&
          ENDINGS.test(one.key.name),
      );
    default:
      return [];
  }
}

function listStatements(node: Node): Node[] {
  if (node.type === "CatchClause") return node.body.body;
  if (node.type === "BlockStatement") return node.body;
  if (node.type === "ObjectProperty") return listStatements(node.value);
  return isFunction(node) ? listStatements(node.body as Node) : [node];
}

/** `popup.close()` */
function closes(statement: Node, windows: ReadonlySet<string>): boolean {
  const node = statement.type === "ExpressionStatement" ? statement.expression : statement;
  if (node.type !== "CallExpression" && node.type !== "OptionalCallExpression") return false;
  const object = "object" in node.callee ? node.callee.object : null;
  return object?.type === "Identifier" && windows.has(object.name);
}
