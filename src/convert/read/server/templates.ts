import { matchesAfter } from "../text/matches.js";
import { withoutOwnLetters } from "../text/piece-words.js";
import type { Pieces } from "../text/pieces.js";
import { blank } from "./blank.js";
import { joinBranchTexts } from "./branch-texts.js";
import { isRazor, maskRazor } from "./razor.js";
import { showTextual } from "./tag-libraries.js";
import { BLADE_BRANCHES, FORMS, type Form } from "./template-forms.js";
import { isVelocity, maskVelocity } from "./velocity.js";

/** What `maskTemplates` has taken out, for those who read the server's code too. */
export interface Masked {
  /** The text, as long as before: each place is still where it was. */
  text: string;
  /** The server's own code, in its order. */
  server: string[];
  /** What writes nothing itself, in its order: `<?php if ($member) { ?>`. */
  tags: Tag[];
}

/** A server's tag that leaves no text, and where it stands in what was pasted. */
export interface Tag {
  source: string;
  start: number;
}

/** The text with the server's parts as pieces, or as blanks if they write nothing themselves. */
export function maskTemplates(text: string, pieces: Pieces): Masked {
  const server: string[] = [];
  const tags: Tag[] = [];
  let masked = closePhp(joinBranchTexts(withoutOwnLetters(text), pieces), server);
  for (const form of FORMS) {
    const { sign, isOutput, needs = "" } = form;
    if (!masked.includes(needs)) continue;
    let done = "";
    let end = 0;
    for (const { index, source } of matchesAfter(masked, sign, (before) => isPlace(before, form))) {
      done += masked.slice(end, index);
      end = index + source.length;
      const set = /^\{%-?\s*(?:set|assign)\s+(\w+\s*=[\s\S]*?)-?%\}$/.exec(source)?.[1];
      if (set) server.push(`{%${declareSet(set)}%}`);
      if (/^(?:<[%?]|@php)/.test(source)) server.push(source);
      const isKept = isOutput?.(source) || isWithinValue(done);
      if (!isKept) {
        tags.push({ source: source.replace(STRUTS_END, "$1"), start: index });
        done += blank(source);
      } else done += pieces.addTemplate(withoutSample(source), source.length);
    }
    masked = done + masked.slice(end);
  }
  if (isRazor(text)) masked = maskRazor(masked, pieces, server);
  else if (isVelocity(text)) masked = maskVelocity(masked, pieces, tags);
  tags.sort((one, other) => one.start - other.start);
  return { text: masked, server, tags };
}

/** `{% set memo = memo ~ no %}` as a script's: what is set from itself is there already. */
function declareSet(set: string): string {
  const [, name = "", right = ""] = /^(\w+)\s*=([\s\S]*)$/.exec(set) ?? [];
  const isOfItself = new Set<string>(right.match(/\w+/g)).has(name);
  return `${isOfItself ? "" : "var "}${set.replace(/~|\|\s*append:/g, "+")}`;
}

function isPlace(before: string, { after, notAfter }: Form): boolean {
  return after?.test(before) !== false && !notAfter?.test(before);
}

/** `</s:if> <s:else>` is one tag, and what stands within it is no part of a value. */
const STRUTS_END = /^(<\/s:\w+>)\s+/;

/** Thymeleaf's `/*[[${no}]]*\/ "1"` without what stands for it while it is designed. */
function withoutSample(source: string): string {
  const shown = showTextual(source);
  if (shown) return shown;
  return source.startsWith("/*[[") ? source.slice(2, source.indexOf("]]*/") + 2) : source;
}

/** A file of PHP alone often does not end it. */
function closePhp(text: string, server: string[]): string {
  const open = text.indexOf("<?php", text.lastIndexOf("?>") + 1);
  if (open < 0) return text;
  const rest = text.slice(open);
  server.push(rest);
  return text.slice(0, open) + blank(rest);
}

/** Whether the next word belongs to an attribute's value, or to a script's text. */
function isWithinValue(before: string): boolean {
  const read = before.slice(-1000).replace(/\{\{[^{}\n]*\}\}|\{\$[^{}\n]*\}/g, "x");
  return /[=+(,:?[]\s*(?:"[^"\n]*|'[^'\n]*)$/.test(read);
}

/** Whether a template only decides: it has no text of its own. */
export function isControl(source: string): boolean {
  return (
    /^(?:#\{?(?:if|else|end|foreach)|<%(?![=:#-])|<\?(?!=|php\s+echo|\s*echo)|\{%|\{\/?(?:if|else|foreach)|<\/?\w+:(?!out)|(?:\/\*\s?)?\[[#/]|\{\{\s*(?:[#/^]|else)|\{\{-?\s*(?:if|else|with|range|end)\b|<!--\{\s*[?:/]|<!--(?:@|\/(?=if|else|end|loop))|<\/?#(?:if|else|elseif|list|sep|switch|case)\b|@(?:else|elseif|end\w+)\b)/i.test(
      source,
    ) || BLADE.test(source)
  );
}

const BLADE = new RegExp(String.raw`^@(?:${BLADE_BRANCHES})\b`);

/** JSP's EL, Thymeleaf's and JSF's expressions, Ruby's: `${no}`, `#{no}`, `*{no}`. */
const EXPRESSION = /[$#*]\{[^{}]{0,500}\}|\{\{[^{}]{0,500}\}\}/g;

/** A script's own template literal has `${}` too. */
const TEMPLATE_OR_EXPRESSION = new RegExp(`\`[^\`]*\`|${EXPRESSION.source}`, "g");

/** In texts (never in a script's own template literals), what a server's expression language fills in. */
export function maskExpressions(text: string, pieces: Pieces): string {
  return text.replace(TEMPLATE_OR_EXPRESSION, (source) =>
    source.startsWith("`") ? source : pieces.addTemplate(source),
  );
}
