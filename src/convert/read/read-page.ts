import { hasCompiled } from "./frameworks/compiled.js";
import { findComponentTemplate, findPageTemplates, isAngular } from "./frameworks/component.js";
import { SvelteBlocks } from "./frameworks/svelte-blocks.js";
import { maskBraces, readShortBraces } from "./frameworks/svelte-braces.js";
import type { Kind } from "./language.js";
import { append, createElement, type OldElement, walk } from "./markup/element.js";
import { readHandlers } from "./markup/handlers.js";
import { parseMarkup } from "./markup/markup.js";
import { readScriptElement, readTemplates, withoutEnd } from "./markup/script-element.js";
import { VUE_FILE } from "./markup/self-closing.js";
import { noteMarkup } from "./script/changes.js";
import { readScript } from "./script/read-script.js";
import type { Run } from "./script/run.js";
import { decideFields, joinBranchTags } from "./server/branch-tags.js";
import { readTagParts } from "./server/tag-parts.js";
import { maskExpressions } from "./server/templates.js";

/** Reads a script without a page around it: a component, or a piece of code. */
export function readBareScript(text: string, run: Run): void {
  const template = run.language === "html" ? findComponentTemplate(text) : null;
  if (template) run.language = template.language;
  else if (run.language === "html" && isAngular(text)) run.language = "angular";
  else if (run.language === "html" && /\bhtml`/.test(text)) run.language = "lit";
  else if (run.language === "html" && hasCompiled(text)) run.language = "jsx";
  // Several elements of JSX side by side are none without one around them.
  const isBareJsx = /^\s*</.test(text);
  const place = isBareJsx ? { text: `<>${text}</>`, offset: -2 } : { text, offset: 0 };
  const isOfVue = template?.language === "vue";
  if (template) parseMarkup(template.html, "page", undefined, run.root, isOfVue);
  noteMarkup(run);
  readScript(place, run);
  readHandlers(run);
}

/** Reads markup, with the scripts in it, or an address alone. */
export function readPage(
  html: string,
  kind: Kind,
  { source, text, lead }: { source: string; text: string; lead: string },
  run: Run,
): void {
  if (kind.reader === "address") {
    const link = createElement("a", "page", [["href", text.trim()]]);
    append(run.root, link);
    return;
  }
  const blocks = new SvelteBlocks();
  const markup = kind.language === "svelte" ? maskBraces(html, run.pieces, blocks) : html;
  // A page without a build has its components' markup in its script.
  const inScripts = /^(?:html|vue)$/.test(kind.language) ? findPageTemplates(html) : null;
  if (inScripts) run.language = inScripts.language;
  const isPlain = run.language === "html" || run.language === "thymeleaf";
  const mask = (text: string) => {
    if (kind.language === "svelte") return readShortBraces(text, run.pieces);
    return isPlain ? maskExpressions(text, run.pieces) : text;
  };
  const isCompiled = kind.language === "svelte" || (kind.language === "vue" && VUE_FILE.test(html));
  parseMarkup(markup, "page", mask, run.root, isCompiled);
  blocks.tell(run.root);
  if (inScripts) parseMarkup(inScripts.html, "page", mask, run.root, true);
  readTemplates(run);
  readTagParts(run.root, { markup, tags: run.page.tags, pieces: run.pieces, mask });
  joinBranchTags(run.root, source);
  decideFields(run.root, source, run.pieces);
  noteMarkup(run);
  const scripts = [...walk(run.root)].filter(({ name }) => name === "script");
  if (lead) readScript({ text: withoutEnd(lead), offset: 0, isAtLoad: true }, run);
  // Of Vue's two scripts, the one without `setup` is the module around the other.
  const isSetup = ({ attributes }: OldElement) => attributes.has("setup");
  for (const element of scripts.filter((one) => !isSetup(one))) readScriptElement(element, run);
  for (const element of scripts.filter(isSetup)) readScriptElement(element, run);
  readHandlers(run);
}
