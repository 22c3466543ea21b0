import { planWithout } from "../convert/convert.js";
import { listMarked, type Marked } from "../convert/marked.js";
import { closest, type OldElement } from "../convert/read/markup/element.js";
import { type Facts, readPaste } from "../convert/read/read.js";
import { readLabel } from "../convert/write/element/label.js";
import { hasLinks } from "../input/settings.js";
import type { Problem } from "../problems.js";
import type { ChatPlan } from "../types.js";
import { describeMarked, isButton, toSent } from "./buttons/buttons.js";
import { findDisabled, type Handlers, reportPrevented } from "./buttons/clicks.js";
import { findCovering } from "./buttons/covered.js";
import { checkLauncher } from "./buttons/launcher.js";
import { isNameless } from "./buttons/nameless.js";
import { createPageProblems, isOfPage } from "./buttons/page-problems.js";
import { checkPartner } from "./buttons/partner.js";
import { type KnownSettings, readSettings } from "./buttons/settings.js";
import { type AnyCode, groupOf, levelOf } from "./codes.js";
import { withoutCompanions } from "./companions.js";
import { addProblems, type Found, sortFound } from "./found.js";
import { reportCurlyMark } from "./markup/curly.js";
import { isTooDeep } from "./markup/depth.js";
import { listSlips } from "./markup/slips.js";
import { isXhtml, toHtml } from "./markup/xhtml.js";
import { listOldButtons, type OldButton } from "./old.js";
import { createPlaces, type Place, tidyQuote } from "./place.js";
import { listHeaderFindings } from "./policies/headers.js";
import { listPolicies } from "./policies/page-policies.js";
import { checkPresence } from "./presence.js";
import { findElsewhere, findLoader, findSettingScript } from "./script-tags/loaders.js";
import { findMadeLauncher } from "./script-tags/made-launcher.js";
import { listUnmarked, reportMisprefixed } from "./script-tags/misspelt.js";
import { findModules } from "./script-tags/modules.js";
import {
  findCore,
  listScriptTags,
  listTagFindings,
  type Package,
} from "./script-tags/script-tags.js";
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
  const page = { ...sent, html };
  const read = readPaste(html);
  const facts = { ...read, defaults: findDefaults(read) };
  const findPlace = createPlaces(sent.html);
  const places = (offset: number) => findPlace(toSentPlace(offset));
  const found: Found[] = [];
  const add = (
    code: AnyCode,
    values: Record<string, string> = {},
    element: OldElement | number = -1,
  ) => {
    const offset = typeof element === "number" ? element : element.start;
    const tidy = Object.entries(values).map(([name, value]) => [
      name,
      // The package's own, to be copied whole.
      /^(?:hash|meant)$/.test(name) ? value : tidyQuote(value),
    ]);
    found.push({
      code,
      level: levelOf(code),
      group: groupOf(code),
      values: Object.fromEntries(tidy),
      place: places(offset),
    });
  };
  const policies = listPolicies(page, facts.root);
  const tags = listScriptTags(facts.root, page.url, policies);
  const modules = findModules(facts.root, page.url);
  const located = modules.all.filter(({ url }) => url !== null);
  for (const { code, values, element } of listTagFindings(tags, located, own, page.url))
    add(code, values, element);
  const core = findCore(tags);
  const starter = core?.element ?? modules.starter?.element ?? null;
  const inline = findInlineDefaults(facts.root, policies);
  const defaults = inline.isNothingSet ? null : facts.defaults;
  const known = readSettings(core?.element ?? null, defaults, facts.pieces, page.url !== null);
  const ours = [...tags, ...modules.all];
  const loader = findLoader(facts.root, ours);
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
  const buttons = checkButtons(facts, known, handlers, notes);
  for (const { element, attribute } of listUnmarked(facts.root))
    add("KC986", { label: tidyQuote(readLabel(element, facts)), attribute }, element);
  checkCalls(facts, known, notes);
  const linked = tags.find(({ file }) => file === "kakao-chat-launcher.js")?.element ?? null;
  const made = linked ? null : findMadeLauncher(facts.root);
  checkPresence({ page, facts, tags, modules, made, buttons, starter, loader, elsewhere }, add);
  checkPartner({ page, facts, tags }, notes);
  const launchers = checkLauncher({ page, facts, element: linked ?? made, core, known }, notes);
  const plans = [...buttons.map(({ plan }) => plan), ...launchers];
  listHeaderFindings(
    { page, facts, tags, modules: modules.all, known, plans, policies, inline },
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
  add: (code: AnyCode, values?: Record<string, string>, element?: OldElement | number) => void;
  places: (offset: number) => Place | null;
  found: Found[];
  /** What is wrong with the page's own settings. */
  addOfPage: (problems: readonly Problem[]) => void;
}

export interface Checked {
  plan: ChatPlan;
  result: ButtonResult;
}

function checkButtons(
  facts: Facts,
  known: KnownSettings,
  handlers: Handlers,
  notes: Notes,
): Checked[] {
  const all = listMarked(facts.root, facts.pieces, hasLinks(known.settings));
  return all
    .filter((marked) => isButton(marked, known))
    .map((marked) => (handlers.url ? toSent(marked) : marked))
    .map((marked) => checkButton(marked, facts, known, handlers, notes));
}

function checkButton(
  marked: Marked,
  facts: Facts,
  known: KnownSettings,
  handlers: Handlers,
  notes: Notes,
): Checked {
  const { input, later, problems, limits, tokens } = describeMarked(marked, known);
  const { element } = marked;
  reportCurlyMark(element, facts, problems);
  reportMisprefixed(element, problems);
  // What stands in a template has the template's place.
  const at = closest(element, ({ start }) => start >= 0) ?? element;
  const what = findDisabled(element);
  if (!what) reportPrevented(element, handlers, problems);
  const plan = planWithout(input, later, limits, problems);
  const label = tidyQuote(readLabel(element, facts));
  const place = notes.places(at.start);
  // What could not be decoded is no unusual character of the id.
  const isGarbled = [label, ...Object.values(input)].some((text) => text.includes("\ufffd"));
  const shown = plan.problems.filter(({ code }) => !isGarbled || code !== "KC113");
  const ofPage = shown.filter((one) => isOfPage(one, marked.input, known));
  const ofButton = shown.filter((one) => !ofPage.includes(one));
  addProblems({ problems: ofButton }, label, place, notes.found, later);
  notes.addOfPage(ofPage.filter(({ field }) => !later.includes(field)));
  if (isGarbled) notes.add("KC981", { label }, at);
  if (what) notes.add("KC982", { label, what }, at);
  const control = findCovering(element);
  if (control) notes.add("KC991", { label, what: control.name }, at);
  if (isNameless(element, facts)) notes.add("KC987", {}, at);
  if (tokens.length > 0) notes.add("KC923", { names: tokens.join(" "), label }, at);
  if (later.length > 0) notes.add("KC929", { names: later.join(", "), label }, at);
  const isKnown = later.length === 0 && tokens.length === 0;
  const request =
    plan.request && isKnown ? { method: plan.request.method, url: plan.request.url } : null;
  const isLater = plan.request !== null && !isKnown;
  const codes = plan.problems.map(({ code }) => code);
  return { plan, result: { label, place, request, isLater, codes } };
}
