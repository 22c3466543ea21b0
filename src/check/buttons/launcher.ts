import { distance } from "fastest-levenshtein";
import { planWithout } from "../../convert/convert.js";
import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { isShownOn } from "../../launcher/paths.js";
import { type Browser, nameSetting, parseSettings } from "../../launcher/settings.js";
import { addTo, type RawInput } from "../../options/raw-input.js";
import { LEFTOVER } from "../../options/texts.js";
import { type Problem, reporterFor } from "../../problems.js";
import type { ChatPlan } from "../../types.js";
import type { Collector } from "../collector.js";
import { parseMessage } from "../message.js";
import type { Page } from "../page.js";
import type { Launcher } from "../script-tags/product.js";
import { setsDefaults } from "../scripts/defaults.js";
import { describeMarked } from "./buttons.js";
import { addPageProblems, isOfPage, type SettingsSource } from "./page-problems.js";
import { type KnownSettings, readSettings } from "./settings.js";

/** Letters that a slip may change. */
const CLOSE = 2;
/** A hash with 3, 4, 6 or 8 digits, a name, a function of colours or of values. */
const COLOR_FORM =
  /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]+|(?:rgb|hsl)a?\((?=[^,]*$|(?:[^,]*,){2,3}[^,]*$).+\)|(?:hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|device-cmyk|var|env|contrast-color)\(.+\))$/i;

/** What is known without one: what is borrowed is no colour, nor what has the form of none, and these are the names of no medium. */
const BROWSER: Browser = {
  isColorKnown: (text) =>
    !LEFTOVER.test(text) &&
    !/^(?:inherit|initial|unset|revert(?:-layer)?|currentcolor)$/i.test(text) &&
    COLOR_FORM.test(text),
  isMediaKnown: (text) =>
    !LEFTOVER.test(text) &&
    !/^(?:(?:not|only) )?(?:mobile|phone|tablet|handheld|desktop|pc)\b/i.test(text) &&
    // A feature stands in parentheses.
    !/[:<>=]|\b(?:min|max)-\w/.test(withoutParentheses(text)) &&
    count(text, "(") === count(text, ")") &&
    // Within them, its value comes after a colon.
    !/\((?:min|max)-[a-z-]+\s+[^:\s)]/i.test(text),
};

function withoutParentheses(text: string): string {
  let rest = text;
  for (;;) {
    const next = rest.replace(/\([^()]*\)/g, "");
    if (next === rest) return rest;
    rest = next;
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** What the launcher's own tag says. @returns what a click on its button would do */
export function checkLauncher(
  {
    page,
    facts,
    launcher,
    source,
  }: { page: Page; facts: Facts; launcher: Launcher | null; source: SettingsSource },
  collector: Collector,
): ChatPlan[] {
  if (!launcher) return [];
  const { element } = launcher;
  const { core, known } = source;
  const isSent = page.url !== null;
  const isCore = core?.element === element;
  // Beside an earlier core, what its tag says is its own button's alone.
  const said = isCore ? known : putOver(known, readSettings(element, null, facts.pieces, isSent));
  const button = { element, input: {}, templates: [], problems: [] };
  const { input, later, limits, tokens, problems } = describeMarked(button, said);
  const plan = planWithout(input, later, limits, problems);
  const own: Problem[] = [];
  const settings = parseSettings(readOwn(element, facts, isSent), BROWSER, own);
  const { label } = settings;
  const isOfPageItself = (one: Problem) => isCore && isOfPage(one, {}, said);
  const [ofDefaults, named] = nameUnknown(own, element, facts);
  const ofButton = [...plan.problems.filter((one) => !isOfPageItself(one)), ...named];
  collector.addProblems(ofButton, { label, element, later, values: { of: "launcher" } });
  addPageProblems(plan.problems.filter(isOfPageItself), source, collector);
  const script = [...walk(facts.root)].find(setsDefaults) ?? element;
  collector.addProblems(ofDefaults, { label, element: script });
  const { add } = collector;
  if (tokens.length > 0) add("KC923", { names: tokens.join(" "), label, of: "launcher" }, element);
  if (later.length > 0) add("KC929", { names: later.join(", "), label, of: "launcher" }, element);
  if (page.url && !isShownOn(page.url.pathname, settings)) add("KC983", {}, element);
  else if (plan.request)
    add("KC928", { id: later.includes("uuid") ? "" : plan.options.uuid }, element);
  return [plan];
}

/** Names unknown settings as they are written, with the one that is meant. @returns those of `KakaoChatDefaults`, and the rest */
function nameUnknown(
  own: readonly Problem[],
  { attributes }: OldElement,
  { defaults }: Facts,
): [ofDefaults: Problem[], rest: Problem[]] {
  const said = defaults?.kind === "object" ? defaults.entries.get("launcher") : null;
  const isOfDefaults = (name: string) =>
    said?.kind === "object" && said.entries.has(name) && !attributes.has(`data-launcher-${name}`);
  const [ofDefaults, rest]: [Problem[], Problem[]] = [[], []];
  for (const one of own) {
    const name = one.field.replace(/^launcher-/, "");
    if (one.code !== "KC707") {
      rest.push(one);
      continue;
    }
    const known = parseMessage(one.message)?.expected.split("|") ?? [];
    const meant = known.find((each) => distance(each, name) <= CLOSE);
    // An attribute without the prefix is named as it is written.
    const written = name.startsWith("data-") ? name : one.field;
    const isDefault = isOfDefaults(name);
    const field = isDefault ? `KakaoChatDefaults.launcher.${name}` : written;
    const problems = isDefault ? ofDefaults : rest;
    if (meant) reporterFor(problems, field)(one.code, meant, name);
    else problems.push({ ...one, field });
  }
  return [ofDefaults, rest];
}

function putOver(
  { settings, unknown, byDefaults }: KnownSettings,
  own: KnownSettings,
): KnownSettings {
  const options = { ...settings.options, ...own.settings.options };
  for (const name of own.unknown) delete options[name];
  const isOpen = (name: string) => own.settings.options[name] === undefined;
  return {
    byDefaults,
    settings: { ...settings, options },
    unknown: [...own.unknown, ...unknown.filter(isOpen)],
  };
}

/** The tag's attributes, over them `KakaoChatDefaults.launcher`: what of both is known. */
function readOwn(element: OldElement, { defaults, pieces }: Facts, isSent: boolean): RawInput {
  const input: RawInput = Object.create(null);
  const put = (name: string, text: string) => {
    const isKnown = isSent ? pieces.findCode(text).length === 0 : !pieces.has(text);
    if (isKnown) addTo(input, name, pieces.show(text));
  };
  for (const name of element.attributes.keys()) {
    const setting = nameSetting(name);
    if (setting) put(setting, attribute(element, name));
  }
  const launcher = defaults?.kind === "object" ? defaults.entries.get("launcher") : null;
  for (const [name, value] of launcher?.kind === "object" ? launcher.entries : [])
    if (value.kind === "text") put(name, value.text);
  return input;
}
