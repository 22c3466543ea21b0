import type { Chat } from "../chats.js";
import { markOf, optionOf } from "../fields.js";
import type { Facts } from "../read/read.js";
import { writeHandlers } from "./element/handler.js";
import { writeExpression } from "./escape.js";
import type { Computed } from "./values/computed.js";
import { isAtAlpineClick, isAttribute } from "./values/is-attribute.js";
import { writeForItem } from "./values/item-condition.js";
import { isEventTaken } from "./values/locals.js";
import { toMarkup } from "./values/markup-code.js";
import { fillsAttributes, isExpression } from "./values/needs-script.js";
import type { Draft } from "./write.js";
import { type Syntax, writeJsx } from "./write-jsx.js";

/** The values that a framework's own markup fills in, and those that are left for a script. */
export function writeFilled(draft: Draft): { attributes: string[]; rest: Computed[] } {
  const { chat, computed, facts } = draft;
  const { language } = facts;
  const { item } = chat;
  if (isExpression(facts)) return writeJsx(draft, findSyntax(chat, facts));
  const handler = writeHandlers(draft);
  if (!fillsAttributes(chat, facts)) return { attributes: handler, rest: computed };
  const attributes = [...handler];
  const clicked: string[] = [];
  const rest: Computed[] = [];
  for (const one of computed) {
    const code = toMarkup(one.code, facts);
    const made = item
      ? writeForItem(code, item, language === "svelte" ? "undefined" : "null")
      : code;
    if (isAtAlpineClick(one, chat, facts))
      clicked.push(`$event.detail.options.${optionOf(one.field)} = ${code}`);
    else if (!isAttribute(one, chat.start, facts)) rest.push(one);
    else if (language === "svelte") attributes.push(`${markOf(one.field)}={${made}}`);
    else {
      const name = language === "angular" ? `[attr.${markOf(one.field)}]` : `:${markOf(one.field)}`;
      attributes.push(writeExpression(name, made));
    }
  }
  if (clicked.length > 0)
    attributes.push(writeExpression("@kakao-chat:before", clicked.join("; ")));
  return { attributes, rest };
}

/** How that markup has its handlers and values. */
function findSyntax({ start }: Chat, { language, source }: Facts): Syntax {
  const asks = !isEventTaken(start);
  const isQwik = start.trigger?.sources?.has("onClick$") === true;
  if (language === "jsx") return { handler: isQwik ? "onClick$" : "onClick", open: "{", asks };
  // What has no lit in it is htm's.
  const isLit = /\bLitElement\b|\bfrom\s*["']lit\b/.test(source);
  return { handler: isLit ? "@click" : "onClick", open: "${", asks };
}
