import type { OldElement } from "../convert/read/markup/element.js";
import { readPaste } from "../convert/read/read.js";
import { readLabel } from "../convert/write/element/label.js";
import { hasLinks } from "../input/settings.js";
import type { Problem } from "../problems.js";
import { checkButtons } from "./buttons/check-buttons.js";
import { checkLauncher } from "./buttons/launcher.js";
import { createPageProblems } from "./buttons/page-problems.js";
import { checkPartner } from "./buttons/partner.js";
import { readSettings } from "./buttons/settings.js";
import { type AnyCode, groupOf, levelOf } from "./codes.js";
import { withoutCompanions } from "./companions.js";
import { type Found, joinPlaces, sortFound } from "./found.js";
import { isTooDeep } from "./markup/depth.js";
import { listSlips } from "./markup/slips.js";
import { isXhtml, toHtml } from "./markup/xhtml.js";
import { listOldButtons, type OldButton } from "./old.js";
import { createPlaces, type Place, tidyQuote } from "./place.js";
import { listHeaderFindings } from "./policies/headers.js";
import { listPolicies } from "./policies/page-policies.js";
import { checkPresence } from "./presence.js";
import { blankCopies, restoreLibraries } from "./script-tags/copies.js";
import { findElsewhere, findLoader, findSettingScript } from "./script-tags/loaders.js";
import { findMadeLauncher } from "./script-tags/made-launcher.js";
import { listUnmarked } from "./script-tags/misspelt.js";
import { findModules, listUnknownNames } from "./script-tags/modules.js";
import { addressOf, listFromPages } from "./script-tags/no-script.js";
import {
  findCore,
  listScriptTags,
  listTagFindings,
  type Package,
} from "./script-tags/script-tags.js";
import { listUntagged, reportLost } from "./script-tags/untagged.js";
import { findWaiting } from "./script-tags/waiting.js";
import { listBroken } from "./scripts/broken.js";
import { checkCalls } from "./scripts/check-calls.js";
import { findDefaults } from "./scripts/defaults.js";
import { findInlineDefaults } from "./scripts/inline-defaults.js";
import { findPrevented } from "./scripts/script-handlers.js";

/** A page as a browser gets it. */
export interface Page {
  html: string;
  /** Where it was found; `null` for a file or a paste. */
  url: URL | null;
  /** The answer's headers, names in lower case; one that came twice is joined by commas. */
  headers: Readonly<Record<string, string>>;
  /** How it was decoded; `""` if that is not known. */
  charset: string;
  /** What it is in by its bytes, where nothing that browsers know says it. */
  guess?: string;
}

/** What a click on one button would do. */
export interface ButtonResult {
  label: string;
  place: Place | null;
  /** `null` if an error keeps the chat from opening, or if a value is known at the click alone. */
  request: { method: string; url: string } | null;
  /** Something of it is known at the click alone. */
  isLater: boolean;
  codes: string[];
}

export interface PageResult {
  found: Found[];
  buttons: ButtonResult[];
  old: OldButton[];
}

/** All that can be said of a page from what its server sends. Nothing is executed or requested. */
export function checkPage(sent: Page, own: Package): PageResult {
  const { html, toSent: toSentPlace } = isXhtml(sent.headers["content-type"] ?? "")
    ? toHtml(sent.html)
    : { html: sent.html, toSent: (offset: number) => offset };
  const without = blankCopies(html);
  const page = { ...sent, html: without.html };
  const read = readPaste(page.html);
  restoreLibraries(read.root, without);
  const facts = { ...read, defaults: findDefaults(read) };
  const findPlace = createPlaces(sent.html);
  const places = (offset: number) => findPlace(toSentPlace(offset));
  const found: Found[] = [];
  const add = (
    code: AnyCode,
    values: Record<string, string> = {},
    element: OldElement | number = -1,
    more: readonly number[] = [],
  ) => {
    const offset = typeof element === "number" ? element : element.start;
    const tidy = Object.entries(values).map(([name, value]) => [
      name,
      // The package's own, to be copied whole.
      /^(?:hash|meant)$/.test(name) ? value : tidyQuote(value),
    ]);
    found.push({
      code,
      level: levelOf(code, values.cause),
      group: groupOf(code),
      values: Object.fromEntries(tidy),
      ...joinPlaces([offset, ...more].map(places)),
    });
  };
  const policies = listPolicies(page, facts.root);
  const tags = listScriptTags(facts.root, page.url, policies);
  const modules = findModules(facts.root, page.url);
  const core = findCore(tags);
  const untagged = listUntagged(facts.root, page.url, without);
  const isWanted = !modules.starter && /\sdata-kakao-chat\b/.test(page.html);
  const fromPages = core ? [] : listFromPages(facts.root, isWanted);
  const loaded = [...modules.all, ...untagged, ...fromPages];
  const located = loaded.filter(({ url }) => url !== null);
  for (const { code, values, element } of listTagFindings(facts.root, tags, located, own, page.url))
    add(code, values, element);
  const ours = [...tags, ...loaded];
  const inline = findInlineDefaults(facts.root, policies);
  const defaults = inline.isNothingSet ? null : facts.defaults;
  const known = readSettings(core?.element ?? null, defaults, facts.pieces, page.url !== null);
  const loader = findLoader(facts.root, ours);
  const waiting = core || loader ? null : findWaiting(facts, page, ours);
  if (waiting) add("KC911", { cause: "waiting", ...waiting.values }, waiting.element);
  const [first = waiting] = [core, modules.starter, ...untagged, ...fromPages].filter(Boolean);
  const starter = first?.element ?? null;
  const elsewhere = starter ? null : loader || findElsewhere(facts, page, ours);
  // What is not in the HTML may come with an app or a tag manager: nothing is missing for sure.
  const isNamed = known.settings.options.uuid !== undefined;
  const isElsewhere =
    loader !== "" || elsewhere !== null || findSettingScript(facts.root, ours) !== "";
  if (isElsewhere && !isNamed && !known.unknown.includes("uuid")) known.unknown.push("uuid");
  else if (known.unknown.length > 0 && starter)
    add("KC922", { names: known.unknown.join(", ") }, starter);
  const handlers = { url: page.url, prevented: findPrevented(facts) };
  const addOfPage = createPageProblems({ core, root: facts.root, known }, places, found);
  const notes = { add, places, found, addOfPage };
  reportLost(untagged, notes);
  for (const { element, src, file } of page.url ? listUnknownNames(facts.root, modules.all) : []) {
    const meant = addressOf(file, own);
    add("KC933", { cause: "name", address: src, meant }, element);
  }
  const buttons = checkButtons(facts, known, { ...handlers, policies }, notes);
  for (const { element, attribute } of listUnmarked(facts.root))
    add("KC986", { label: tidyQuote(readLabel(element, facts)), attribute }, element);
  checkCalls(facts, known, notes);
  const linked = tags.find(({ file }) => file === "kakao-chat-launcher.js")?.element ?? null;
  const made = linked ? null : findMadeLauncher(facts.root);
  const files = [...tags, ...untagged, ...fromPages];
  checkPresence({ page, facts, files, modules, made, buttons, starter, loader, elsewhere }, add);
  checkPartner({ page, facts, tags }, notes);
  const launchers = checkLauncher({ page, facts, element: linked ?? made, core, known }, notes);
  const plans = [...buttons.map(({ plan }) => plan), ...launchers];
  listHeaderFindings(
    { page, facts, tags, modules: [...modules.all, ...untagged], known, plans, policies, inline },
    add,
  );
  const old = listOldButtons(facts, starter !== null, hasLinks(known.settings), { add, places });
  listBroken(facts, add);
  listSlips(facts, tags, add);
  const isPartial = isTooDeep(facts.root);
  if (isPartial) add("KC931");
  return {
    // Of what was not read, nothing says that it is missing.
    found: sortFound(
      withoutCompanions(found).filter(({ code }) => !isPartial || !/^KC9(?:01|03|27)$/.test(code)),
    ),
    buttons: buttons.map(({ result }) => result),
    old,
  };
}

/** How findings are taken down. */
export interface Notes {
  add: (
    code: AnyCode,
    values?: Record<string, string>,
    element?: OldElement | number,
    /** Its other places. */
    more?: readonly number[],
  ) => void;
  places: (offset: number) => Place | null;
  found: Found[];
  /** What is wrong with the page's own settings. */
  addOfPage: (problems: readonly Problem[]) => void;
}
