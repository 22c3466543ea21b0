import { readScript } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import type { Scope } from "../script/scope.js";
import { appendHtml } from "../script/statements/assign-element.js";
import { attribute, type OldElement, textOf, walk } from "./element.js";

/** A script of this size that does not name Kakao is a library. */
const LIBRARY = 100_000;
/** The types of `<script>` that browsers, or Babel in the page, execute. */
const SCRIPT =
  /^(?:|module|text\/babel|text\/jsx|(?:text|application)\/(?:x-)?(?:java|ecma|type)script)$/i;

/** Reads what stands in a `<script>`, unless it is data, a template or a library. */
export function readScriptElement(element: OldElement, run: Run): void {
  const type = (element.attributes.get("type") ?? "").trim();
  if (!SCRIPT.test(type)) return;
  const text = textOf(element);
  if (!text.trim() || (text.length > LIBRARY && !/kakao/i.test(text))) return;
  const isPlain = run.language === "html" || run.language === "thymeleaf";
  // A component's markup can say its script's own names.
  const reach = isPlain ? new Set<Scope>() : run.global.list();
  readScript(
    { text: withoutComments(text), offset: element.tagEnd, isAtLoad: isPlain, reach },
    run,
  );
}

/** Old scripts begin with `<!--` and end with `-->`, or are in a CDATA section. */
function withoutComments(text: string): string {
  return text.replace(/^(\s*)(?:<!--|<!\[CDATA\[)|(?:-->|\]\]>)(\s*)$/g, (all) =>
    " ".repeat(all.length),
  );
}

const END = /<\/script\s*>\s*$/i;

/** A script and its end tag, if what was pasted begins within that; `""` if it does not. */
export function findLead(text: string): string {
  const [lead = ""] = /^[\s\S]*?<\/script\s*>/i.exec(text) ?? [];
  const isScript =
    !/^\s*<|<script[\s>]/i.test(lead) && /(?:[;})]|\n|-->)\s*<\/script\s*>$/i.test(lead);
  return isScript ? lead : "";
}

export function withoutEnd(lead: string): string {
  return lead.replace(END, "");
}

/** Markup that a script fills in later. */
const TEMPLATE =
  /^(?:text\/)?(?:(?:x-)?template|html|(?:x-)?(?:tmpl-)?(?:handlebars|mustache|jquery|ng|underscore|jsrender)(?:-template|-tmpl)?)\b/i;

/** Reads the markup in scripts of templates' own types. */
export function readTemplates(run: Run): void {
  for (const element of [...walk(run.root)])
    if (element.name === "script" && TEMPLATE.test(attribute(element, "type")))
      appendHtml(element, textOf(element), run);
}
