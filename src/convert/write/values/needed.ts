import { isInAlpine } from "../../read/frameworks/alpine.js";
import type { Facts } from "../../read/read.js";
import type { Start } from "../../read/script/found.js";
import { listNeeded } from "../../read/script/references.js";
import { parseCode } from "./parse-code.js";

/** Whether other scripts have to give the new code its names: a component reaches its own. */
export function needsNames({ trigger }: Start, { language }: Facts): boolean {
  return /^(?:html|thymeleaf)$/.test(language) && !isInAlpine(trigger);
}

/** The names that the page has to have for a piece of code. */
export function findNeeded(code: string, { imported, pieces }: Facts): string[] {
  const needed = listNeeded(code, imported, (source) => {
    const { program, unread } = parseCode(source);
    return unread.length > 0 ? null : program;
  });
  return needed.filter((name) => !pieces.has(name));
}
