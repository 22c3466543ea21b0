import { findDefaults, listFunctions, listHandlers } from "./declared.js";
import type { SdkCall, Start } from "./found.js";
import { readAstro, readAstroScripts } from "./frameworks/astro.js";
import { hasCompiled } from "./frameworks/compiled.js";
import { findComponentTemplate, findPageTemplates, isAngular } from "./frameworks/component.js";
import { listHeld } from "./frameworks/held-names.js";
import { SvelteBlocks } from "./frameworks/svelte-blocks.js";
import { listRefs, listSetUp } from "./frameworks/vue-names.js";
import { findKind, type Kind } from "./language.js";
import { append, createElement, type OldElement, walk } from "./markup/element.js";
import { readHandlers, readRest } from "./markup/handlers.js";
import { parseMarkup } from "./markup/markup.js";
import { findLead, readScriptElement, readTemplates, withoutEnd } from "./markup/script-element.js";
import { VUE_FILE } from "./markup/self-closing.js";
import { readStatic } from "./markup/static.js";
import { connect, readScript } from "./read-script.js";
import { noteMarkup } from "./script/changes.js";
import type { Context } from "./script/context.js";
import { type Language, Run } from "./script/run.js";
import type { OpenedWindow, Value } from "./script/value.js";
import { blank } from "./server/blank.js";
import { decideFields, joinBranchTags } from "./server/branch-tags.js";
import { readJspTags } from "./server/jsp-tags.js";
import { type CurlyQuotes, findCurlyTags, straightenTags } from "./server/quotes.js";
import { readRailsHelpers, writeScriptTags } from "./server/rails.js";
import { isRazor } from "./server/razor.js";
import { findAddressLine, readServer } from "./server/server-code.js";
import { readTagParts } from "./server/tag-parts.js";
import { listDirectives, readTemplateNames } from "./server/template-names.js";
import { maskExpressions, maskTemplates } from "./server/templates.js";
import { maskBraces, readShortBraces } from "./text/braces.js";
import { readLoneAddresses } from "./text/lone-address.js";
import type { Pieces } from "./text/pieces.js";

/** All that was read of what was pasted, or of a page. */
export interface Facts {
  /** As it was given. */
  source: string;
  /** The name of its file; `""` where none is known. */
  file: string;
  /** As it was read: templates are pieces of the same length. */
  text: string;
  language: Language;
  reader: Kind["reader"];
  pieces: Pieces;
  /** All elements, below one nameless root. */
  root: OldElement;
  starts: Start[];
  windows: OpenedWindow[];
  sdkCalls: SdkCall[];
  /** Pieces of scripts that no parser reads. */
  unread: string[];
  /** The last line of a script that is cut off; `""` if all are whole. */
  cut: string;
  curlyQuotes: readonly CurlyQuotes[];
  /** `@` begins code, and `@@` is the letter. */
  isRazor: boolean;
  defaults: Value | null;
  /** The page's own functions, by their names. */
  functions: ReadonlyMap<string, string>;
  /** Astro's component: its markup is made on the server, and its scripts run in the page. */
  isAstro: boolean;
  /** Vue's refs, which its markup reads without `.value`, each with what makes it. */
  refs: ReadonlyMap<string, string>;
  /** What a component has in refs, by their names. */
  held: ReadonlySet<string>;
  /** The names of a `<script setup>`. */
  setUp: ReadonlySet<string>;
  /** Names of a component's module, which its markup does not know. */
  modules: ReadonlySet<string>;
  /** Names that an `import` gives a script: the page has none of them. */
  imported: ReadonlySet<string>;
  /** The modules that they come from. */
  imports: ReadonlyMap<string, string>;
  /** Names that have nothing in them until something has come. */
  empty: ReadonlySet<string>;
  /** Elements at which a script listens to clicks. */
  heard: ReadonlySet<OldElement>;
  /** By function: the elements at whose clicks it is called. */
  handlers: ReadonlyMap<object, ReadonlySet<OldElement>>;
  /** By assignment or call: the elements that it is about. */
  touched: ReadonlyMap<object, readonly OldElement[]>;
  /** Calls that change a query: what they do is in it. */
  queried: WeakSet<object>;
  /** Where scripts made elements, of those of which that is known. */
  born: WeakMap<object, Context>;
  /** Names of Kakao's addresses, whose values are not in it. */
  elsewhere: ReadonlySet<string>;
  /** The code calls itself so often that not all of it was read. */
  isUnfinished: boolean;
  /** How many steps it took: for the test of its proportion. */
  steps: number;
}

/** Reads a button of any kind, or a page. Nothing of it is executed. @param file its name, if it has one */
export function readPaste(source: string, file = ""): Facts {
  const run = new Run(createElement("", "page"), 20_000 + source.length * 15);
  connect(run);
  readJspTags(source, run.pieces);
  readTemplateNames(source, run.pieces);
  const masked = maskTemplates(writeScriptTags(source), run.pieces);
  run.tags = masked.tags;
  const plain = straightenTags(masked.text);
  const astro = readAstro(plain);
  const lead = astro === null ? findLead(plain) : "";
  const text = astro ?? blank(lead) + plain.slice(lead.length);
  const kind: Kind = astro === null ? findKind(text) : { reader: "script", language: "jsx" };
  run.language = kind.language;
  run.curlyQuotes.push(...findCurlyTags(masked.text));
  readServer(masked.server, run);
  readRailsHelpers(source, run);
  if (kind.reader === "script") readBareScript(text, run);
  else readPage(kind.reader === "address" ? "" : text, kind, { source, text, lead }, run);
  if (astro !== null) readAstroScripts(plain, run);
  readRest(run);
  readStatic(run);
  readLoneAddresses(run);
  const unread =
    run.starts.length === 0
      ? findAddressLine([...listDirectives(source), ...masked.server])
      : undefined;
  if (unread !== undefined) run.unread.push(unread);
  return {
    source,
    file,
    text,
    language: run.language,
    reader: kind.reader,
    pieces: run.pieces,
    root: run.root,
    starts: run.starts,
    windows: run.windows,
    sdkCalls: run.sdkCalls,
    unread: run.unread.map((one) => run.pieces.showCode(one)),
    cut: run.pieces.showCode(run.cut),
    curlyQuotes: run.curlyQuotes,
    isRazor: isRazor(source),
    defaults: findDefaults(text, run),
    functions: listFunctions(run),
    isAstro: astro !== null,
    refs: new Map(listRefs(run)),
    held: listHeld(run, source),
    setUp: new Set(listSetUp(run, source)),
    modules: run.modules,
    imported: run.imported,
    imports: run.importedFrom,
    empty: run.empty,
    heard: new Set(run.heard.map(({ element }) => element)),
    handlers: listHandlers(run),
    touched: run.touched,
    queried: run.queried,
    born: run.born,
    elsewhere: run.elsewhere,
    isUnfinished: run.steps > run.limit,
    steps: run.steps,
  };
}

function readBareScript(text: string, run: Run): void {
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

function readPage(
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
  readTagParts(run.root, { markup, tags: run.tags, pieces: run.pieces, mask });
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
