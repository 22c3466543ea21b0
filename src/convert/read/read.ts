import { findDefaults, listFunctions, listHandlers } from "./declared.js";
import { readAstro, readAstroScripts } from "./frameworks/astro.js";
import { listHeld } from "./frameworks/held-names.js";
import { listRefs, listSetUp } from "./frameworks/vue-names.js";
import { findKind, type Kind } from "./language.js";
import { createElement, type OldElement } from "./markup/element.js";
import { readRest } from "./markup/handlers.js";
import { findLead } from "./markup/script-element.js";
import { readStatic } from "./markup/static.js";
import { readBareScript, readPage } from "./read-page.js";
import type { Context } from "./script/context.js";
import type { SdkCall, Start } from "./script/found.js";
import { readLoneAddresses } from "./script/lone-address.js";
import { connect } from "./script/read-script.js";
import { type Language, Run } from "./script/run.js";
import type { OpenedWindow, Value } from "./script/value.js";
import { blank } from "./server/blank.js";
import { readJspTags } from "./server/jsp-tags.js";
import { type CurlyQuotes, findCurlyTags, straightenTags } from "./server/quotes.js";
import { readRailsHelpers, writeScriptTags } from "./server/rails.js";
import { isRazor } from "./server/razor.js";
import { findAddressLine, readServer } from "./server/server-code.js";
import { listDirectives, readTemplateNames } from "./server/template-names.js";
import { maskTemplates } from "./server/templates.js";
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
  run.page.tags = masked.tags;
  const plain = straightenTags(masked.text);
  const astro = readAstro(plain);
  const lead = astro === null ? findLead(plain) : "";
  const text = astro ?? blank(lead) + plain.slice(lead.length);
  const kind: Kind = astro === null ? findKind(text) : { reader: "script", language: "jsx" };
  run.language = kind.language;
  run.found.curlyQuotes.push(...findCurlyTags(masked.text));
  readServer(masked.server, run);
  readRailsHelpers(source, run);
  if (kind.reader === "script") readBareScript(text, run);
  else readPage(kind.reader === "address" ? "" : text, kind, { source, text, lead }, run);
  if (astro !== null) readAstroScripts(plain, run);
  readRest(run);
  readStatic(run);
  readLoneAddresses(run);
  const unread =
    run.found.starts.length === 0
      ? findAddressLine([...listDirectives(source), ...masked.server])
      : undefined;
  if (unread !== undefined) run.found.unread.push(unread);
  return collect({ source, file, text, reader: kind.reader, isAstro: astro !== null }, run);
}

/** All that a run has found, with what was given. */
function collect(
  given: Pick<Facts, "source" | "file" | "text" | "reader" | "isAstro">,
  run: Run,
): Facts {
  const { source, text } = given;
  return {
    ...given,
    language: run.language,
    pieces: run.pieces,
    root: run.root,
    starts: run.found.starts,
    windows: run.found.windows,
    sdkCalls: run.found.sdkCalls,
    unread: run.found.unread.map((one) => run.pieces.showCode(one)),
    cut: run.pieces.showCode(run.found.cut),
    curlyQuotes: run.found.curlyQuotes,
    isRazor: isRazor(source),
    defaults: findDefaults(text, run),
    functions: listFunctions(run),
    refs: new Map(listRefs(run)),
    held: listHeld(run, source),
    setUp: new Set(listSetUp(run, source)),
    modules: run.component.modules,
    imported: run.imports.names,
    imports: run.imports.modules,
    empty: run.component.empty,
    heard: new Set(run.clicks.heard.map(({ element }) => element)),
    handlers: listHandlers(run),
    touched: run.page.touched,
    queried: run.calls.queried,
    born: run.births.born,
    elsewhere: run.found.elsewhere,
    isUnfinished: run.steps > run.limit,
    steps: run.steps,
  };
}
