import type { OldElement } from "../../read/markup/element.js";
import { findEvent, isPress } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import { isForeign } from "./foreign.js";

/** The code in an element's own attributes that a press runs. */
export function listInline(trigger: OldElement, facts: Facts): string[] {
  return [...trigger.attributes].flatMap(([name, value]) => {
    const event = findEvent(name);
    const isScript = name === "href" && /^\s*javascript:/i.test(value);
    if (!isScript && !(event && isPress(event))) return [];
    if (isForeign(name, trigger, facts)) return [];
    // Thymeleaf's text with templates in it: `th:onclick="|track('${menu}')|"`.
    const code = name.startsWith("th:") ? value.replace(/^\s*\|([\s\S]*)\|\s*$/, "$1") : value;
    return [readHandler(code.replace(/^\s*javascript:/i, ""), facts)];
  });
}

/** A handler's code: Svelte has it in braces. */
export function readHandler(value: string, { pieces }: Facts): string {
  const parts = pieces.split(value);
  return parts
    .map((part) =>
      "text" in part ? part.text : part.kind === "code" ? part.code : pieces.add(part),
    )
    .join("");
}
