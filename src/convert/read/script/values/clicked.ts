import type { Node } from "@babel/types";
import type { Code } from "../code.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { plainCode } from "../value.js";

/** What an event calls the element that was clicked. */
export const CLICKED = /^(?:target|currentTarget|delegateTarget|srcElement)$/;

/** Whether it is what listens, never what is within that. */
export function isOfListener(name: string): boolean {
  return /^(?:current|delegate)Target$/.test(name);
}

/** What an event's member is in the new code: what listens, or what within it was found to be clicked. */
export function codeOfClicked(name: string, { trigger, frame }: Context, run: Run): Code {
  const clicked = isOfListener(name) ? trigger : (frame.target ?? trigger);
  return plainCode(run.clickedCode(clicked));
}

/** `event.target` and the like as new code; `null` if a node is no such. */
export function nameClicked(node: Node, context: Context, run: Run): Code | null {
  if (!context.trigger && !context.frame.target) return null;
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return null;
  const found = context.scope.find(node.object.name)?.binding.value;
  const isEvent = found?.kind === "native" && found.name === "event";
  const { property } = node;
  if (!isEvent || property.type !== "Identifier" || !CLICKED.test(property.name)) return null;
  return run.step() ? codeOfClicked(property.name, context, run) : null;
}
