import type { Level } from "../convert/codes.js";
import { planWithout } from "../convert/convert.js";
import { listMarked } from "../convert/marked.js";
import { attribute, type OldElement, walk } from "../convert/read/element.js";
import { type Facts, readPaste } from "../convert/read/read.js";
import { readLabel } from "../convert/write/trigger.js";
import { hasLinks } from "../input/settings.js";
import type { ChatPlan } from "../types.js";
import { describeMarked } from "./buttons.js";
import { type AnyCode, GROUPS, type Group, groupOf, levelOf } from "./codes.js";
import { listHeaderFindings } from "./headers.js";
import { listOldButtons, type OldButton } from "./old.js";
import { createPlaces, type Place, tidyQuote } from "./place.js";
import {
  findLoader,
  listScriptTags,
  listTagFindings,
  type Package,
  type ScriptTag,
} from "./script-tags.js";
import { type KnownSettings, readSettings, toTexts } from "./settings.js";

/** A page as a browser gets it. */
export interface Page {
  html: string;
  /** Where it was found; `null` for a file or a paste. */
  url: URL | null;
  /** The answer's headers, names in lower case; one that came twice is joined by commas. */
  headers: Readonly<Record<string, string>>;
  /** How it was decoded; `""` if that is not known. */
  charset: string;
}

/** One thing that was found, with all that its words need. */
export interface Found {
  code: string;
  level: Level;
  group: Group;
  /** What belongs into the words; quoted from the page, one line each. */
  values: Record<string, string>;
  /** For the codes of a button: what is expected and what is there, in English. */
  message?: string;
  place: Place | null;
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
export function checkPage(page: Page, own: Package): PageResult {
  const facts = readPaste(page.html);
  const places = createPlaces(page.html);
  const found: Found[] = [];
  const add = (
    code: AnyCode,
    values: Record<string, string> = {},
    element: OldElement | number = -1,
  ) => {
    const offset = typeof element === "number" ? element : element.start;
    const tidy = Object.entries(values).map(([name, value]) => [name, tidyQuote(value)]);
    found.push({
      code,
      level: levelOf(code),
      group: groupOf(code),
      values: Object.fromEntries(tidy),
      place: places(offset),
    });
  };
  const tags = listScriptTags(facts.root, page.url);
  for (const { code, values, element } of listTagFindings(tags, own, page.url))
    add(code, values, element);
  const core = tags.find(({ file }) => /chat\.js$|launcher/.test(file)) ?? null;
  const known = readSettings(core?.element ?? null, facts.defaults, facts.pieces);
  const loader = findLoader(facts.root) || findModule(facts.root);
  // What is not in the HTML may come with an app or a tag manager: nothing is missing for sure.
  const isNamed = known.settings.options.uuid !== undefined;
  if (loader && !isNamed && !known.unknown.includes("uuid")) known.unknown.push("uuid");
  else if (known.unknown.length > 0 && core)
    add("KC922", { names: known.unknown.join(", ") }, core.element);
  const buttons = checkButtons(facts, known, { add, places, found });
  checkPresence({ facts, tags, buttons, core, loader }, add);
  if (tags.some(({ file }) => file === "kakao-chat-launcher.js"))
    checkLauncher(tags, known, { add, places, found });
  listHeaderFindings({ page, facts, tags, known, plans: buttons.map(({ plan }) => plan) }, add);
  const old = listOldButtons(facts, core !== null, hasLinks(known.settings), { add, places });
  return {
    found: sortFound(found),
    buttons: buttons.map(({ result }) => result),
    old,
  };
}

/** How findings are taken down. */
export interface Notes {
  add: (code: AnyCode, values?: Record<string, string>, element?: OldElement | number) => void;
  places: (offset: number) => Place | null;
  found: Found[];
}

interface Checked {
  plan: ChatPlan;
  result: ButtonResult;
}

function checkButtons(facts: Facts, known: KnownSettings, notes: Notes): Checked[] {
  const isLinks = hasLinks(known.settings);
  return listMarked(facts.root, facts.pieces, isLinks).map((marked) => {
    const described = describeMarked(marked, known);
    const { input, later, problems, limits, tokens } = described;
    const plan = planWithout(input, later, limits, problems);
    const { element } = marked;
    const label = tidyQuote(readLabel(element, facts));
    const place = notes.places(element.start);
    addProblems(plan, label, place, notes.found, later);
    if (tokens.length > 0) notes.add("KC923", { names: tokens.join(" "), label }, element);
    if (later.length > 0) notes.add("KC929", { names: later.join(", "), label }, element);
    const isKnown = later.length === 0 && tokens.length === 0;
    const request =
      plan.request && isKnown ? { method: plan.request.method, url: plan.request.url } : null;
    return {
      plan,
      result: {
        label,
        place,
        request,
        isLater: plan.request !== null && !isKnown,
        codes: plan.problems.map(({ code }) => code),
      },
    };
  });
}

export function addProblems(
  plan: ChatPlan,
  label: string,
  place: Place | null,
  found: Found[],
  later: readonly string[] = [],
): void {
  for (const { code, level, field, message } of plan.problems) {
    if (later.includes(field)) continue;
    found.push({
      code,
      level,
      group: groupOf(code),
      values: { label, field: tidyQuote(field) },
      message: tidyQuote(message),
      place,
    });
  }
}

/** Whether the script and the buttons are both there. */
function checkPresence(
  {
    facts,
    tags,
    buttons,
    core,
    loader,
  }: {
    facts: Facts;
    tags: readonly ScriptTag[];
    buttons: readonly Checked[];
    core: ScriptTag | null;
    loader: string;
  },
  add: Notes["add"],
): void {
  if (buttons.length > 0 && !core) {
    if (loader) add("KC902", { loader });
    else add("KC901", { count: String(buttons.length) });
  }
  const partner = tags.find(({ file }) => file === "kakao-chat-partner.js");
  if (partner) add("KC913", {}, partner.element);
  const isOther = tags.some(({ file }) => /launcher|partner/.test(file));
  if (core && buttons.length === 0 && !isOther) add("KC903", {}, core.element);
  const hasKakao = facts.starts.length > 0 || facts.sdkCalls.length > 0;
  if (tags.length === 0 && buttons.length === 0 && !hasKakao) {
    if (loader) add("KC902", { loader });
    else add("KC927");
  }
}

/** A module of the page's own, which may hold the product too. */
function findModule(root: OldElement): string {
  const found = [...walk(root)].find(
    (element) => element.name === "script" && attribute(element, "type") === "module",
  );
  return found && !/kakao-chat/.test(attribute(found, "src"))
    ? attribute(found, "src") || "module"
    : "";
}

function checkLauncher(tags: readonly ScriptTag[], known: KnownSettings, notes: Notes): void {
  const tag = tags.find(({ file }) => file === "kakao-chat-launcher.js");
  const input = toTexts(known.settings.options);
  const plan = planWithout(input, known.unknown.includes("uuid") ? ["uuid"] : []);
  addProblems(plan, "launcher", notes.places(tag?.element.start ?? -1), notes.found);
  if (tag) notes.add("KC928", { id: plan.options.uuid || "?" }, tag.element);
}

const LEVELS: Level[] = ["error", "warning", "note"];

/** The worst group first, and within each the worst first, then by place. */
function sortFound(found: readonly Found[]): Found[] {
  const rank = ({ level }: Found) => LEVELS.indexOf(level);
  const worst = (group: Group) =>
    Math.min(9, ...found.filter((one) => one.group === group).map(rank));
  const order = [...GROUPS].sort(
    (a, b) => worst(a) - worst(b) || GROUPS.indexOf(a) - GROUPS.indexOf(b),
  );
  return [...found].sort(
    (a, b) =>
      order.indexOf(a.group) - order.indexOf(b.group) ||
      rank(a) - rank(b) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
