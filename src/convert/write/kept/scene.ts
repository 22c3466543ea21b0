import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import type { Called } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { isFunction, listChildren } from "../../read/script/references.js";
import { lastOf } from "../../read/script/values/conditions.js";
import { listWindows } from "./blocked.js";
import { findOpening, type Opening } from "./callbacks.js";
import { findEndings } from "./endings.js";
import { findPlace } from "./opening-place.js";
import { listReads, type Reads } from "./reads.js";
import { listMade, type Made } from "./side-effects.js";
import { nameOfCall } from "./statements.js";
import { listOutcomes } from "./told.js";

/** What is known of one function while its statements are looked at. */
export interface Scene {
  step: Called;
  start: Start;
  facts: Facts;
  /** The names that the functions of the click declare. */
  own: ReadonlySet<string>;
  /** Those of them that stand for what the functions make: a window, an element. */
  madeNames: ReadonlySet<string>;
  /** These, and `this`: code that names one of them is written anew. */
  inside: ReadonlySet<string>;
  made: Made;
  endings: ReadonlySet<Node>;
  /** What tells how something went that it waited for. */
  outcomes: ReadonlySet<Node>;
  /** The names of the windows that it opens. */
  windows: ReadonlySet<string>;
  /** What it calls at the end, whatever happens: what that undoes, such as a sign of loading, needs both. */
  undone: ReadonlySet<string>;
  sourceOf(node: Node): string;
  /** Whether a statement stands behind what starts the chat. */
  isAfter(statement: Node): boolean;
  /** Whether the new code reads what an assignment writes before the chat is started. */
  isRead(target: Node): boolean;
  /** Whether what is sent has the value in it that an assignment gives: the new code gives it afterwards. */
  isTaken(node: Node): boolean;
  readOpening(given: Node): Opening;
}

export function viewFunction(
  step: Called,
  { reads, ...known }: Pick<Scene, "start" | "facts" | "own" | "madeNames"> & { reads: Reads },
): Scene {
  const { node, script } = step;
  const end = script.cutAt ?? script.text.length;
  const sourceOf = (one: Node) => script.text.slice(one.start ?? 0, Math.min(one.end ?? 0, end));
  const nameOf = (one: Node) => nameOfCall(sourceOf(findCalled(one) ?? one));
  const { chain } = known.start;
  const place = findPlace(step, known.start, known.facts);
  const isAfter = (one: Node) => Number(one.start) >= place;
  const later = listReads(chain.slice(chain.indexOf(step)));
  const isRead = (target: Node) =>
    !isAfter(target) && (later.get(sourceOf(target)) ?? 0) > Number(target.end);
  return {
    ...known,
    inside: new Set([...known.own, "this"]),
    step,
    made: listMade(node),
    outcomes: node.body ? listOutcomes(node.body) : new Set(),
    endings: findEndings(step, known.start, known.facts),
    windows: node.body ? listWindows(node.body) : new Set(),
    undone: new Set(listFinally(node.body).map(nameOf)),
    sourceOf,
    isAfter,
    isRead,
    // Vue's own members are said by their names, whatever they are given.
    isTaken: (one) => {
      if (one.type !== "AssignmentExpression" || !reads.has(sourceOf(one.left))) return false;
      const isNamed = known.facts.language === "vue" && sourceOf(one.left).startsWith("this.");
      return !isNamed || !isRead(one.left);
    },
    readOpening: (given) => findOpening(given, known.start, known.facts),
  };
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

/** What is called: `fbq` of `window.fbq && fbq("track")`. */
export function findCalled(node: Node): Node | null {
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
