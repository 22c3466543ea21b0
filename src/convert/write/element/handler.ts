import { isInAlpine } from "../../read/frameworks/alpine.js";
import type { Draft } from "../write.js";
import { asksEvent } from "../write-jsx.js";
import { hasOldHandlers } from "./own-event.js";

/** What a click does besides, as the markup of the language has it. */
export function writeHandler({ statements, facts: { language }, chat }: Draft): string[] {
  const code = statements.join("; ").replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  if (language === "vue") return [`@click="${code}"`];
  if (language === "angular") return [`(click)="${code}"`];
  if (isInAlpine(chat.start.trigger)) return [`@click="${code}"`];
  if (language === "thymeleaf") return [writeOfThymeleaf(code)];
  if (language !== "svelte") return [`onclick="${code}"`];
  const [only = ""] = statements;
  // A function's name alone is what is called.
  const isName = statements.length === 1 && /^[\w$.]+$/.test(only);
  const { trigger } = chat.start;
  const isOld = trigger !== null && hasOldHandlers(trigger);
  const parameter = statements.some(asksEvent) ? "event" : "";
  const handler = isName ? only : `(${parameter}) => { ${statements.join("; ")}; }`;
  return [`${isOld ? "on:click" : "onclick"}={${handler}}`];
}

/** Thymeleaf fills a handler in only in an attribute of its own: `[[${no}]]` there, and `${no}` between two lines. */
function writeOfThymeleaf(code: string): string {
  if (!/\$\{/.test(code)) return `onclick="${code}"`;
  return `th:onclick="${code.includes("[[") ? code : `|${code}|`}"`;
}
