import type { Node } from "@babel/types";
import { contains } from "../../read/script/references.js";
import { isTracking, withoutStatement } from "./is-tracking.js";
import { findCalled, type Scene } from "./scene.js";
import { splitStatement } from "./statements.js";

type Branch = Extract<Node, { type: "IfStatement" }>;

/** The first call of a condition's branches, if all that they do goes with starting a chat: `if (window.fbq) fbq("track")`. */
export function findCounting(node: Branch, scene: Scene): Node | null {
  const { step, start } = scene;
  const isDecided = [node.consequent, node.alternate].some((one) => one && step.left.has(one));
  if (isDecided || contains(node, start.node)) return null;
  const all = listParts(node);
  const isAll = all.every((one) => isTracking(one, findCalled(withoutStatement(one)), scene));
  const [first] = isAll ? all : [];
  return first ? findCalled(withoutStatement(first)) : null;
}

/** The statements of its branches, with those of conditions within. */
function listParts(node: Node): Node[] {
  switch (node.type) {
    case "IfStatement":
      return [node.consequent, ...(node.alternate ? [node.alternate] : [])].flatMap(listParts);
    case "BlockStatement":
      return node.body.flatMap(listParts);
    default:
      return splitStatement(node);
  }
}
