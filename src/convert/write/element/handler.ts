import { isInAlpine } from "../../read/frameworks/alpine.js";
import { isVue2 } from "../vue-2.js";
import type { Draft } from "../write.js";
import { asksEvent } from "../write-jsx.js";
import { writeItemHandler } from "./item-handler.js";
import { hasOldHandlers } from "./own-event.js";

/** What a click does besides, and what is done once the chat has started. */
export function writeHandlers(draft: Draft): string[] {
  const { kept, link, late, statements } = draft;
  const { item } = draft.chat;
  const name = link?.name ?? kept.name ?? "button";
  const isNative = /[A-Z-]/.test(name) && isVue2(draft.facts);
  const open = `kakao-chat:open${isNative ? ".native" : ""}`;
  return [
    ...(item ? [writeItemHandler(item, statements, draft.facts)] : []),
    ...(statements.length > 0 && !item ? [writeHandler(draft, statements, "click")] : []),
    ...(late.length > 0 ? [writeHandler(draft, late, open)] : []),
  ];
}

/** Statements at an event, as the markup of the language has them. */
function writeHandler(
  { facts: { language }, chat }: Draft,
  statements: readonly string[],
  event: string,
): string {
  const code = statements.join("; ").replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  if (language === "vue") return `@${event}="${code}"`;
  if (language === "angular") return `(click)="${code}"`;
  if (isInAlpine(chat.start.trigger)) return `@${event}="${code}"`;
  if (language === "thymeleaf") return writeOfThymeleaf(code);
  if (language !== "svelte") return `onclick="${code}"`;
  const [only = ""] = statements;
  // A function's name alone is what is called.
  const isName = statements.length === 1 && /^[\w$.]+$/.test(only);
  const { trigger } = chat.start;
  const isOld = trigger !== null && hasOldHandlers(trigger);
  const parameter = statements.some(asksEvent) ? "event" : "";
  const handler = isName ? only : `(${parameter}) => { ${statements.join("; ")}; }`;
  return `${isOld ? "on:" : "on"}${event}={${handler}}`;
}

/** Thymeleaf fills a handler in only in an attribute of its own: `[[${no}]]` there, and `${no}` between two lines. */
function writeOfThymeleaf(code: string): string {
  if (!/\$\{/.test(code)) return `onclick="${code}"`;
  return `th:onclick="${code.includes("[[") ? code : `|${code}|`}"`;
}
