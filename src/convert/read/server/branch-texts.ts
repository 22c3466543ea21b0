import type { Pieces } from "../text/pieces.js";
import { IN_TAG } from "./freemarker.js";

export const OPEN = String.raw`<%\s*if\b(?:[^%]|%(?!>)){0,300}\{\s*%>|<\?(?:php)?\s*if\b(?:[^?]|\?(?!>)){0,300}[{:]\s*\?>|\{%-?\s*if\b[^%\n]{0,300}%\}|\{if\s[^{}\n]{0,300}\}|<!--\{\s*\?[^{}\n]{0,300}\}-->|<c:choose>\s*<c:when\s[^<>\n]{0,300}>|<c:if\s[^<>\n]{0,300}>|<#if\s${IN_TAG}>|\{\{#(?:if|unless)\s[^{}\n]{0,300}\}\}|\{\{-?\s*if\s[^{}\n]{0,300}\}\}|@(?:if|isset)\s?\([^\n]{1,300}?\)(?=\s*<)`;
export const OTHER = String.raw`<%\s*\}\s*else\s*\{\s*%>|<\?(?:php)?\s*(?:\}\s*else\s*\{|else\s*:)\s*\?>|\{%-?\s*else\s*-?%\}|\{else\}|<!--\{\s*:\s*\}-->|</c:when>\s*<c:otherwise>|<#else>|\{\{-?\s*else\s*-?\}\}|@else\b`;
export const END = String.raw`<%\s*\}\s*%>|<\?(?:php)?\s*(?:\}|endif;?)\s*\?>|\{%-?\s*endif\s*-?%\}|\{/if\}|<!--\{\s*/\s*\}-->|</c:otherwise>\s*</c:choose>|</c:if>|</#if>|\{\{/(?:if|unless)\}\}|\{\{-?\s*end\s*-?\}\}|@end(?:if|isset)\b`;
/** What a server fills in has quotes of its own. */
const FILLED = String.raw`<\?(?:[^?\n]|\?(?!>)){0,300}\?>|<%(?:[^%\n]|%(?!>)){0,300}%>`;
const TEXT = String.raw`\s*=\s*(?:"((?:${FILLED}|<(?![?%])|[^"<\n]){0,500})"|'((?:${FILLED}|<(?![?%])|[^'<\n]){0,500})')\s*;?\s*`;
const OUTPUT = new RegExp(FILLED, "g");
const BRANCHES = new RegExp(
  String.raw`(${OPEN})(\s*(?:(?:var|let|const)\s+)?)([\w$]+)${TEXT}(${OTHER})\s*(?:(?:var|let|const)\s+)?\3${TEXT}(${END})`,
  "g",
);

/** One of two texts in its quotes: `{% if a %}"1"{% else %}"2"{% endif %}`. */
const VALUES = new RegExp(
  String.raw`(${OPEN})\s*(["'])((?:${FILLED}|<(?![?%])|[^"'\\<\n]){0,500})\2\s*(${OTHER})\s*\2((?:${FILLED}|<(?![?%])|[^"'\\<\n]){0,500})\2\s*(${END})`,
  "g",
);

/**
 * A name of a script that a server gives one of two texts, as one text with both in it:
 * `{% if a %} var no = "1"; {% else %} var no = "2"; {% endif %}` is `var no = "{% if a %}1{% else %}2{% endif %}";`.
 */
export function joinBranchTexts(text: string, pieces: Pieces): string {
  const put = (source: string) => pieces.addTemplate(source);
  const joined = text.replace(VALUES, (all, open, quote, first, other, second, end) => {
    const value = `${quote}${put(open)}${first}${put(other)}${second}${put(end)}${quote}`;
    return value.length <= all.length ? value.padEnd(all.length) : all;
  });
  return joined.replace(
    BRANCHES,
    (all, open, declared, name, double, single, other, double2, single2, end, at: number) => {
      const [first, second] = [double ?? single, double2 ?? single2];
      const isAttribute = isInTag(text.slice(Math.max(0, at - LONGEST_TAG), at));
      if (isAttribute && /^(?:href|on\w+)$/i.test(name) && !areAlike(first, second)) return all;
      const joined = `${declared}${name}="${put(open)}${first}${put(other)}${second}${put(end)}"${isAttribute ? "" : ";"}`;
      const isPlain =
        !/["\\]/.test((first + second).replace(OUTPUT, "")) && joined.length <= all.length;
      // What stands behind it keeps its place.
      return isPlain ? joined.padEnd(all.length) : all;
    },
  );
}

/** Whether two addresses, or two handlers, differ in their values alone. What does something else stays as it is. */
function areAlike(first: string, second: string): boolean {
  if (KAKAO.test(first) || KAKAO.test(second)) return KAKAO.test(first) && KAKAO.test(second);
  return CALLEE.exec(first)?.[1] === CALLEE.exec(second)?.[1];
}

const KAKAO = /kakao\.com\//i;
const CALLEE = /^\s*(?:javascript:)?\s*(?:return\s+)?([\w$.]+)\s*\(/;
/** Longer than this no start tag is. */
const LONGEST_TAG = 2000;
const SERVERS_TAG = /<[%?](?:[^%?]|[%?](?!>))*[%?]>|<\/?\w+:[^<>]*>/g;

/** Whether what follows stands among the attributes of a start tag. */
function isInTag(before: string): boolean {
  return /<[a-z][\w:-]*\s[^<>]*$/i.test(
    before.replace(SERVERS_TAG, "").replace(/="[^"]*"|='[^']*'/g, ""),
  );
}
