import { matchesAfter } from "../text/matches.js";
import type { Pieces } from "../text/pieces.js";
import { blank } from "./blank.js";

/** Signs of Razor, which no other page has. */
const PAGE =
  /(?:^|\s)@(?:model|using|inject|page|section|addTagHelper)\s|@(?:Html\.|Url\.|ViewBag\.|Model\.|ViewData\[)|kakao\.com\/chat\/open\/@@\w|(?:^|\n)\s*@(?:\{|(?:if|foreach|for|while|switch)\s*\([^\n]*\)?)/;
const ROOTS =
  "Html|Url|Uri|ViewBag|Model|ViewData|User|Context|item|WebUtility|HttpUtility|Request|Session";
/** `@if (...) {`, `@foreach (...) {`, `} else {`: decides, and leaves no text. */
const CONTROL =
  /@(?:if|foreach|for|while|switch)\s*\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\)){0,500}\)\s*\{|\}\s*else(?:\s+if\s*\([^\n]*\))?\s*\{|@section\s+\w+\s*\{|@(?:model|using|inject|page|addTagHelper)\b[^\n]*/g;
/** `@foreach (var product in Model.Products)`: the name is known in the markup after it. */
const LOOP = /\bforeach\s*\(\s*[\w<>.]+\s+(\w+)\s+in\b/g;
/** What a block's code is made of, besides braces: `List<string>` has no tag in it, and `<a>` is one. */
const CODE = String.raw`[^{}<"\w]|\w<?|<(?![a-z!/])|"[^"\n]{0,500}"`;
const INNERMOST = `(?:${CODE}){0,5000}`;
const INNER = `(?:${CODE}|\\{${INNERMOST}\\}){0,5000}`;
const WHOLE = `(?:${CODE}|\\{${INNER}\\}){0,5000}`;
/** `@{ var channel = "@shop"; if (isVip) { channel = "@vip"; } }`, if no markup is in it. */
const BLOCK = new RegExp(`@\\{(${WHOLE})\\}`, "gi");

/** Whether what was pasted is a Razor page: there `@` begins code, and `@@` is the letter. */
export function isRazor(text: string): boolean {
  return PAGE.test(text) && !isBlade(text) && !ANGULAR.test(text);
}

/** Angular's `@if (...) {` and its decorators. */
const ANGULAR = /@(?:Component|NgModule|Injectable)\s*\(|\s\((?:click|submit|ngSubmit)\)\s*=\s*"/;

/** Laravel's pages have `@` before their words too, but no braces. */
function isBlade(text: string): boolean {
  return /@(?:end(?:if|foreach|for|auth|guest|section|isset|push|php)|csrf|extends|yield|lang)\b/.test(
    text,
  );
}

/** A Razor page with its code as pieces. @param server gets the code of its blocks */
export function maskRazor(text: string, pieces: Pieces, server: string[]): string {
  const names = new Set<string>();
  for (const [, name = ""] of text.matchAll(LOOP)) names.add(name);
  const masked = text
    .replace(/@\*[\s\S]{0,20000}?\*@/g, blank)
    .replace(BLOCK, (all, code: string) => {
      for (const [, name = ""] of code.matchAll(/\b(?:var|string|int|const\s+string)\s+(\w+)\s*=/g))
        names.add(name);
      const script = code
        .replace(/\b(?:string|int)\s+(?=\w+\s*=)/g, "var ")
        // `$"no={Model.No}"`
        .replace(/\$"([^"\n]*)"/g, (_, text: string) => `\`${text.replace(/\{/g, "${")}\``);
      server.push(`@{${script}}`);
      return blank(all);
    })
    .replace(CONTROL, blank);
  const own = [ROOTS, ...names].join("|");
  const path = "(?:\\.\\w+|\\[[^\\]\\n]{1,100}\\]|\\([^()\\n]{0,200}\\))*";
  const sign = new RegExp(
    `(?:@@)?@\\((?:[^()\\n]|\\([^()\\n]*\\)){1,200}\\)|(?:@@)?@(?:(?:${own})\\b${path}|[A-Z]\\w*(?=[.[(])${path})`,
    "g",
  );
  let written = "";
  let end = 0;
  for (const { index, source } of matchesAfter(masked, sign, isRazorsOwn)) {
    written += masked.slice(end, index) + pieces.addTemplate(source, source.length);
    end = index + source.length;
  }
  written += masked.slice(end);
  return written.replace(/@@[\w가-힣.-]{1,100}/g, (source, at: number, whole: string) => {
    if (/[\w@]/.test(whole.charAt(at - 1))) return source;
    pieces.known.set(source, source.slice(1));
    return pieces.addTemplate(source, source.length);
  });
}

/** After a letter or a digit an `@` is an e-mail's, unless parentheses follow. */
function isRazorsOwn(before: string, source: string): boolean {
  return !(/^@+\(/.test(source) ? /@$/ : /[a-zA-Z0-9@.]$/).test(before);
}
