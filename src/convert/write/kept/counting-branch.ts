import type { Node } from "@babel/types";
import { contains } from "../../read/script/references.js";
import { findBlocked } from "./blocked.js";
import { isTracking, withoutStatement } from "./is-tracking.js";
import { findCalled, type Scene } from "./scene.js";
import { splitStatement } from "./statements.js";

type Branch = Extract<Node, { type: "IfStatement" }>;

/** The first call of a condition's branches, if all that they do goes with starting a chat: `if (window.fbq) fbq("track")`. */
export function findCounting(node: Branch, scene: Scene): Node | null {
  const { step, start } = scene;
  const isDecided = [node.consequent, node.alternate].some((one) => one && step.left.has(one));
  const isAsked = start.guards.some(({ test }) => test === node.test);
  if (isDecided || isAsked || contains(node, start.node)) return null;
  if (findBlocked(node, scene.windows)) return null;
  let first: Node | null = null;
  for (const part of listParts(node)) {
    const called = findCalled(withoutStatement(part));
    if (!isTracking(part, called, scene)) return null;
    first ??= part;
  }
  return first && findCalled(withoutStatement(first));
}

/** The statements of its branches, with those of conditions within. */
export function* listParts(node: Node): Generator<Node> {
  switch (node.type) {
    case "IfStatement":
      yield* listParts(node.consequent);
      if (node.alternate) yield* listParts(node.alternate);
      break;
    case "BlockStatement":
      for (const one of node.body) yield* listParts(one);
      break;
    default:
      yield* splitStatement(node);
  }
}
