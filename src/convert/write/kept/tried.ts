import type { Node } from "@babel/types";
import { contains, DEEPEST, isFunction, listChildren } from "../../read/script/references.js";
import { ends } from "../../read/script/statements/ends.js";
import { listParts } from "./counting-branch.js";
import { isTracking, withoutStatement } from "./is-tracking.js";
import { findCalled, type Scene } from "./scene.js";
import { tells } from "./told.js";

type Try = Extract<Node, { type: "TryStatement" }>;

/** What is tried before the chat is started, and what is done if that fails. */
export interface Tried {
  /** The first call of it. */
  called: Node | null;
  /** All that it does goes with starting a chat, so that it can stand in the new code. */
  isAll: boolean;
  /** It waits for something. */
  waits: boolean;
}

/** `try { copy(no); } catch { copyAsBefore(no); }`: `null` if the chat is in it, or its `catch` does nothing or leaves. */
export function findTried(node: Node, scene: Scene): Tried | null {
  if (node.type !== "TryStatement" || !node.handler || startsChat(node, scene)) return null;
  if (leaves(node.handler.body)) return null;
  const instead = listWork(node.handler.body, 0);
  const isTold = (part: Node) => tells(scene.sourceOf(part));
  const isCounting = (part: Node) => isTracking(part, findCalled(withoutStatement(part)), scene);
  if (!instead.some((part) => !isTold(part) && isCounting(part))) return null;
  const parts = [...listWork(node.block, 0), ...instead, ...listWork(node.finalizer, 0)];
  const first = parts.find((part) => findCalled(withoutStatement(part)) !== null);
  return {
    called: first ? findCalled(withoutStatement(first)) : null,
    isAll: parts.every((part) => isTold(part) || isCounting(part)),
    waits: waits(node, 0),
  };
}

/** Its statements, with those of what is tried within. */
function listWork(node: Node | null | undefined, depth: number): Node[] {
  if (!node || depth > DEEPEST) return [];
  return [...listParts(node)].flatMap((part) => {
    if (part.type !== "TryStatement") return part;
    const all = [part.block, part.handler?.body, part.finalizer];
    return all.flatMap((one) => listWork(one, depth + 1));
  });
}

function startsChat(node: Try, { start, endings }: Scene): boolean {
  const isIn = contains(node, start.node) || start.chain.some((one) => contains(node, one.node));
  return isIn || (node.handler != null && endings.has(node.handler));
}

/** Whether a `catch` may end the function: then it is a condition of the chat. */
function leaves(node: Node): boolean {
  if (isFunction(node)) return false;
  return ends(node) || listChildren(node).some(leaves);
}

function waits(node: Node, depth: number): boolean {
  if (isFunction(node) || depth > DEEPEST) return false;
  return node.type === "AwaitExpression" || listChildren(node).some((one) => waits(one, depth + 1));
}
