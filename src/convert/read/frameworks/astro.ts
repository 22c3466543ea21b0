import { readScript } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
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

const SCRIPT = /(<script\b(?:[^<>{}]|\{(?:[^{}]|\{[^{}]*\})*\})*>)([\s\S]*?)<\/script\s*>/gi;
/** `define:vars={{ id, no: item.no }}`: what the page's script gets of the component's. */
const VARS = /\sdefine:vars=\{(\{[^{}]*\})\}/;

/** A script of its markup, which runs in the page. */
interface PageScript {
  text: string;
  /** Where it begins. */
  offset: number;
  /** An object of what it is given, as it is written; `""` if it is given nothing. */
  given: string;
}

function listScripts(text: string): PageScript[] {
  const [, before = "", script = "", markup = ""] = FILE.exec(text) ?? [];
  const start = `${before}---${script}---`.length;
  return [...markup.matchAll(SCRIPT)].map(({ index, 1: tag = "", 2: code = "" }) => ({
    text: code,
    offset: start + index + tag.length,
    given: VARS.exec(tag)?.[1] ?? "",
  }));
}

/** Reads them: what they are given, the markup can name. */
export function readAstroScripts(text: string, run: Run): void {
  const reach = run.global.list();
  for (const { text: code, offset, given } of listScripts(text)) {
    const scope = new Scope(run.global);
    const vars = given ? readScript({ text: `(${given})`, offset: -1, reach }, run) : null;
    if (vars?.kind === "object")
      for (const [name, value] of vars.entries) scope.declare(name, value);
    readScript({ text: code, offset, isAtLoad: true, scope, reach }, run);
  }
}
