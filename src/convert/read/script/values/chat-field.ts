import type { Node } from "@babel/types";
import { attribute } from "../../markup/element.js";
import type { Code } from "../code.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { plainCode } from "../value.js";
import { codeOfValue } from "./code-of-value.js";
import { isOfChat } from "./field-value.js";

/**
 * `form.item.value`, `$("#item").val()`: what a hidden field of the form that starts the chat has in it. The form goes
 * with the old code, so that the new code has to say the value itself.
 */
export function codeOfChatField(at: Node, context: Context, run: Run): Code | null {
  const owner = findOwner(at);
  const found = owner ? run.evaluate(owner, context) : null;
  const [field, ...more] = found?.kind === "elements" ? found.elements : [];
  if (!field || more.length > 0 || !isOfChat(field)) return null;
  if (attribute(field, "value") === "") return run.page.filled.has(field) ? null : plainCode('""');
  const value = run.evaluate(at, context);
  return value.kind === "text" ? codeOfValue(value, run) : null;
}

/** What stands before `.value` or `.val()`. */
function findOwner(at: Node): Node | null {
  const isCall = at.type === "CallExpression" && at.arguments.length === 0;
  const member = isCall ? at.callee : at;
  if (member.type !== "MemberExpression" || member.computed) return null;
  const name = member.property.type === "Identifier" ? member.property.name : "";
  return name === (isCall ? "val" : "value") ? member.object : null;
}
