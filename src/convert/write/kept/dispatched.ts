import type { Node } from "@babel/types";
import { isCall, nameOfCallee } from "../../read/script/references.js";
import type { Scene } from "./scene.js";

/** Events by which scripts press something, or send a form: what that leads to is read for itself. */
const PRESSES =
  /^(?:new\s+(?:Mouse|Pointer|Touch|Keyboard|Submit)Event\b|new\s+\w*Event\(\s*["'`](?:click|submit|(?:mouse|touch|pointer|key)\w+)["'`])|createEvent\b/;

/**
 * Whether a statement sends an event of the shop's own: `document.dispatchEvent(new CustomEvent("sent"))`. Of an event
 * that was made elsewhere it is not known whether it presses something; the whole page is never pressed.
 */
export function dispatches(node: Node, { step, own, sourceOf }: Scene): boolean {
  if (!isCall(node) || nameOfCallee(node.callee) !== "dispatchEvent") return false;
  const [event] = node.arguments;
  if (!event) return false;
  const made = event.type === "Identifier" ? step.write(event, own).code : sourceOf(event);
  if (PRESSES.test(made)) return false;
  return /^new\s/.test(made) || /^(?:document|window)(?:\.body)?\.dispatch/.test(sourceOf(node));
}
