import { blank } from "../server/blank.js";

const FILE = /^(\s*)---(\r?\n[\s\S]*?\n)---(?=\s*\n)([\s\S]*)$/;
/** A script's, and not a text's own facts: `title: ...`. */
const CODE = /(?:^|\n)\s*(?:import|const|let|export|interface|type)\s|\bAstro\./;

/**
 * Astro's component as JSX: a script between two lines of `---`, then markup with expressions in braces. Each line is
 * still where it was. `null` if it is none.
 */
export function readAstro(text: string): string | null {
  const [, before = "", script = "", markup = ""] = FILE.exec(text) ?? [];
  if (!CODE.test(script)) return null;
  // Their contents are no JSX.
  const bare = markup
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<!doctype[^>]*>/gi, blank)
    .replace(
      /<(img|br|hr|input|meta|link)\b((?:[^<>{}"]|"[^"]*"|\{[^{}]*\})*[^/<>])>/gi,
      "<$1$2/>",
    );
  return `${before}   ${script};<>${bare}</>`;
}
