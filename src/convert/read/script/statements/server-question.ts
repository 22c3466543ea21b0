import type { Pieces } from "../../text/pieces.js";
import type { Code } from "../code.js";
import { isWrapped } from "../code.js";
import { plainCode } from "../value.js";
import { UNCLEAR } from "./returns.js";

/** A server's tag that begins a branch and does nothing else, and how the same server shows its condition. */
const QUESTIONS: readonly (readonly [tag: RegExp, show: (test: string) => string])[] = [
  [
    /^<\?(?:php\b)?\s*if\s*\(([\s\S]*)\)\s*[{:]\s*\?>$/i,
    (test) => `<?= ${test} ? "true" : "false" ?>`,
  ],
  [/^<%\s*if\s*\(([\s\S]*)\)\s*\{\s*%>$/, (test) => `<%= ${test} ? "true" : "false" %>`],
  [/^<%\s*If\s+([\s\S]*?)\s+Then\s*%>$/i, (test) => `<%= LCase(CBool${test}) %>`],
  [/^<%-?\s*if\s+([\s\S]*?)\s*-?%>$/, (test) => `<%= ${test} ? "true" : "false" %>`],
  [/^@if\s*\(([\s\S]*)\)$/, (test) => `{{ ${test} ? "true" : "false" }}`],
];
/** The tag of what holds otherwise, without a condition of its own. */
const ELSE = /^(?:<[?%](?:php\b)?-?\s*\}?\s*else\s*[{:]?\s*-?[?%]>|@else)$/i;

/** A server's condition as a script asks it: `<?= ($member) ? "true" : "false" ?>`. @param tags those that begin its branches */
export function askServer([open = "", ...others]: readonly string[], pieces: Pieces): Code {
  if (others.length > 1 || !others.every((tag) => ELSE.test(tag))) return UNCLEAR;
  for (const [tag, show] of QUESTIONS) {
    const test = tag.exec(open)?.[1];
    if (test === undefined) continue;
    const whole = `(${test.trim()})`;
    const isOne = isWrapped(whole) && !/;|[?%]>/.test(test);
    return isOne ? plainCode(pieces.addTemplate(show(whole))) : UNCLEAR;
  }
  return UNCLEAR;
}
