import type { Facts } from "../read/read.js";
import { listNeeded } from "../read/script/references.js";
import { parseCode } from "./parse-code.js";

/** The names that the page has to have for a piece of code. */
export function findNeeded(code: string, { imported, pieces }: Facts): string[] {
  const needed = listNeeded(code, imported, (source) => {
    const { program, unread } = parseCode(source);
    return unread.length > 0 ? null : program;
  });
  return needed.filter((name) => !pieces.has(name));
}
