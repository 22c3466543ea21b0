import type { Chat } from "../../chats.js";
import { isInAlpine } from "../../read/frameworks/alpine.js";
import type { Facts } from "../../read/read.js";
import type { Computed } from "./computed.js";
import { isOfScript } from "./in-page.js";
import { isAtAlpineClick, isAttribute } from "./is-attribute.js";

/** Whether a value stands in a script beside the button. */
export function needsScript(one: Computed, chat: Chat, facts: Facts): boolean {
  if (facts.isAstro) return isOfScript(one, chat);
  if (isExpression(facts)) return one.isAwaited;
  const isMarkup = isAttribute(one, chat.start, facts) || isAtAlpineClick(one, chat, facts);
  return !fillsAttributes(chat, facts) || !isMarkup;
}

/** Whether the markup has attributes that are expressions. */
export function fillsAttributes({ start }: Chat, { language }: Facts): boolean {
  return /^(?:vue|svelte|angular)$/.test(language) || isInAlpine(start.trigger);
}

/** Whether the markup is an expression of its script's, which can say all that the script can. */
export function isExpression({ language }: Facts): boolean {
  return language === "jsx" || language === "lit";
}
