import type { Marked } from "../../convert/marked.js";
import { attribute, closest, type OldElement } from "../../convert/read/markup/element.js";
import { checkSettings } from "../../input/check-settings.js";
import { findLimits, listNamedChannels } from "../../input/settings.js";
import { findMistakenId, tidyChannelId } from "../../options/channel-id.js";
import type { Limits } from "../../options/cross-checks.js";
import { MARK } from "../../options/fields.js";
import { isStricter } from "../../options/options.js";
import { withdrawFromOthers } from "../../options/raw-input.js";
import { parsesAsJson, unescapeJson } from "../../options/texts.js";
import { checkToken, parseToken, TOKENS_OR_LEFTOVERS } from "../../options/token-syntax.js";
import { type Problem, quote, type Report, reporterFor } from "../../problems.js";
import { isBrokenSelector } from "./selector.js";
import { type KnownSettings, toTexts } from "./settings.js";

/** A marked button, or a call, with all that its page says for it, as a click would gather it. */
export interface Described {
  input: Record<string, string>;
  /** Options that are known at the click alone. */
  later: string[];
  problems: Problem[];
  /** Whom it may lead to; `null` for a call. */
  limits: Limits | null;
  /** The page's tokens in its extra. */
  tokens: string[];
}

/** Names the tokens of an extra and takes them out: what they stand for is known at the click alone. */
function readTokens(
  extra: string,
  mayReadPage: boolean,
  problems: Problem[],
): { text: string; tokens: string[] } {
  const isJson = parsesAsJson(extra);
  const report = reporterFor(problems, "extra");
  const written = new Set(extra.match(TOKENS_OR_LEFTOVERS));
  const tokens = [...written].filter((one) => isToken(one, isJson, mayReadPage, report));
  const text = extra.replace(TOKENS_OR_LEFTOVERS, (one) => (tokens.includes(one) ? "" : one));
  return { text, tokens };
}

/** Whether it is a token of the page, and none that stays as it is written. */
function isToken(written: string, isJson: boolean, mayReadPage: boolean, report: Report): boolean {
  const token = parseToken(written);
  const argument = token && isJson ? unescapeJson(token.argument) : token?.argument;
  // In JSON, a token that reaches over the end of its text is none.
  if (!token || typeof argument !== "string") return false;
  const name = checkToken({ name: token.name, argument }, mayReadPage, report);
  const isBroken = name === "text" && isBrokenSelector(argument);
  if (isBroken) report("KC214", "a CSS selector", quote("{text:...}"));
  return name !== null && !isBroken;
}

/** If the page lists its channels, an unmarked link to another one is left to the browser. */
export function isButton(
  { element, input, templates }: Marked,
  { settings }: KnownSettings,
): boolean {
  const { channels } = findLimits(settings);
  const isListed = channels?.includes(tidyChannelId(input.uuid ?? "")) ?? true;
  return isListed || templates.includes("uuid") || element.attributes.has(MARK);
}

/** AngularJS fills in attributes in the browser, and what stands in a template is for a script. */
function isFilledLater({ name, attributes }: OldElement): boolean {
  return (
    /^(?:template|script)$/.test(name) ||
    [...attributes.keys()].some((key) => /^(?:data-|x-)?ng-/.test(key))
  );
}

/** A button of a page that a server has sent: of its templates, only those wait that a script fills in. */
export function toSent(marked: Marked): Marked {
  if (closest(marked.element, isFilledLater)) return marked;
  const isBound = (name: string) => marked.input[name] === undefined;
  return { ...marked, templates: marked.templates.filter(isBound) };
}

/** Gathers what a click on a button would be told: the page's settings below its own. */
export function describeMarked(marked: Marked, known: KnownSettings): Described {
  const { element, input: own, templates } = marked;
  const { settings } = known;
  const page = toTexts(settings.options);
  const named = listNamedChannels(settings);
  const isNamed = named.includes(tidyChannelId(own.uuid ?? page.uuid ?? ""));
  if (named.length > 0 && !isNamed) withdrawFromOthers(page);
  const input = { ...page, ...own };
  if (isStricter(page.privacy, own.privacy)) input.privacy = page.privacy ?? "";
  if (input.uuid === undefined && !templates.includes("uuid") && !isUnknown("uuid", own, known)) {
    const mistaken = findMistakenId(attribute(element, "href"));
    if (mistaken) input.uuid = mistaken;
  }
  const limits = findLimits(settings);
  const described = describe({ ...marked, input }, own, known, isNamed || own.extra === undefined);
  // Whether an id is listed is known when it is.
  if (described.later.includes("uuid")) limits.channels = null;
  return { ...described, limits: own.via === undefined ? { ...limits, partners: null } : limits };
}

/** The same of a call, which is the page's own: it may lead anywhere, and carry anything. */
export function describeCall(
  call: Pick<Marked, "input" | "templates" | "problems">,
  known: KnownSettings,
): Described {
  const input = { ...toTexts(known.settings.options), ...call.input };
  return { ...describe({ ...call, input }, call.input, known, true), limits: null };
}

/**
 * What is known of a chat before its click, and what is not.
 *
 * @param said all that it is told, the page's settings among it
 * @param own what it says itself
 */
function describe(
  said: Pick<Marked, "input" | "templates" | "problems">,
  own: Readonly<Record<string, string>>,
  known: KnownSettings,
  mayReadPage: boolean,
): Omit<Described, "limits"> {
  const { input, templates } = said;
  const isOpen = (name: string) => isUnknown(name, own, known) && input[name] === undefined;
  // KC985 names what is misplaced on the tag.
  const problems = [...checkSettings(known.settings, []), ...said.problems];
  const later = [...new Set([...templates, ...["uuid", ...known.unknown].filter(isOpen)])];
  if (input.extra === undefined || later.includes("extra"))
    return { input, later, problems, tokens: [] };
  const isFree = mayReadPage || later.includes("uuid");
  const { text, tokens } = readTokens(input.extra, isFree, problems);
  return { input: { ...input, extra: text }, later, problems, tokens };
}

/** Whether an option may have been said for the whole page, and not by the chat itself. */
function isUnknown(
  name: string,
  own: Readonly<Record<string, string>>,
  { unknown }: KnownSettings,
): boolean {
  return (
    own[name] === undefined && (unknown.includes(name) || unknown.includes("KakaoChatDefaults"))
  );
}
