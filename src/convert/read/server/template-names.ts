import type { Pieces } from "../text/pieces.js";
import { maskExpressions } from "./templates.js";

/** FreeMarker's and Velocity's names: `<#assign url = "...">`, `#set($url = "...")`. */
const SETS = [
  /<#(?:assign|global|local)\s+(\w+)\s*=\s*((?:"[^"\n]*"|'[^'\n]*'|[\w.!?]+(?:\(\))?|\s*\+\s*)+)\s*\/?>/g,
  /#set\s*\(\s*\$\{?(\w+)\}?\s*=\s*((?:"[^"\n]*"|'[^'\n]*'|\s*\+\s*|\$\{?[\w.]+\}?)+)\s*\)/g,
];
/** FreeMarker's: what it sets is not set. */
const COMMENT = /<#--[\s\S]{0,20000}?-->/g;
const CAPTURE = /<#(?:assign|global|local)\s+(\w+)\s*>([^<>]{0,2000})<\/#(?:assign|global|local)>/g;
/** Thymeleaf's: `th:with="url=${'https://' + host}"`, `th:with="url=|https://...|"`. */
const WITH = /\sth:with\s*=\s*"\s*(\w+)\s*=\s*(?:\$\{([^{}"]*)\}|\|([^|"]*)\||('[^'"]*'))\s*"/g;
const PARTS = /"([^"\n]*)"|'([^'\n]*)'|\$?\{?([\w.!?()]+)\}?|\+/g;

/** What a template's own code says of names, so that `${url}` is an address. */
export function readTemplateNames(source: string, pieces: Pieces): void {
  const text = source.includes("-->") ? source.replace(COMMENT, "") : source;
  for (const sign of SETS)
    for (const [, name = "", value = ""] of text.matchAll(sign))
      note(name, joinParts(value), text, pieces);
  for (const [, name = "", value = ""] of text.matchAll(CAPTURE))
    note(name, value.trim(), text, pieces);
  for (const [, name = "", sum, filled, quoted] of text.matchAll(WITH))
    note(name, filled ?? joinParts(sum ?? quoted ?? ""), text, pieces);
}

const DIRECTIVE =
  /<#[a-z](?:[^<>"]|"[^"]{0,1000}"){0,500}>|#set\s*\([^\n]{0,1000}|\{%[^%]{0,1000}%\}/g;

/** A template's own code, for whoever looks for an address in what could not be read. */
export function listDirectives(text: string): string[] {
  return [...text.matchAll(DIRECTIVE)].map(([source]) => source);
}

/** `"https://..." + id`, with its names as the template shows them. */
function joinParts(sum: string): string {
  return [...sum.matchAll(PARTS)]
    .map(([, double, single, name]) => double ?? single ?? (name ? `\${${name}}` : ""))
    .join("");
}

/** Of each way in which the page shows the name: `${url}`, `${url!}`, `${url?html}`. */
function note(name: string, value: string, text: string, pieces: Pieces): void {
  if (!/kakao\.com\/|^@/i.test(value)) return;
  const shown = new RegExp(
    `\\$\\{\\s*${name}(?:!(?:"[^"]*")?|\\?(?:html|no_esc|trim)|)*\\s*\\}|\\$!?${name}\\b(?![.(])`,
    "g",
  );
  for (const [source] of text.matchAll(shown)) {
    const known = pieces.known.get(source);
    const said = maskExpressions(value, pieces);
    // What a page sets twice depends on something.
    pieces.known.set(source, known === undefined || known === said ? said : "");
  }
}
