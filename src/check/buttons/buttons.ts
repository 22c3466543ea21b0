import type { Marked } from "../../convert/marked.js";
import { attribute, closest, type OldElement } from "../../convert/read/markup/element.js";
import { checkSettings } from "../../input/check-settings.js";
import { findLimits, listNamedChannels } from "../../input/settings.js";
import { findMistakenId, tidyChannelId } from "../../options/channel-id.js";
import type { Limits } from "../../options/cross-checks.js";
import { MARK } from "../../options/fields.js";
import { isStricter } from "../../options/options.js";
import { withdrawFromOthers } from "../../options/raw-input.js";
import { checkToken, parseToken, TOKENS_OR_LEFTOVERS } from "../../options/token-syntax.js";
import { type Problem, quote, reporterFor } from "../../problems.js";
import { isBrokenSelector } from "./selector.js";
import { type KnownSettings, toTexts } from "./settings.js";

/** A marked button with all that its page says for it, as a click would gather it. */
export interface Described {
  input: Record<string, string>;
  /** Options that are known at the click alone. */
  later: string[];
  problems: Problem[];
  limits: Limits;
  /** The page's tokens in its extra. */
  tokens: string[];
}

/** Names the tokens of an extra and takes them out: what they stand for is known at the click alone. */
function readTokens(
  extra: string,
  mayReadPage: boolean,
  problems: Problem[],
): { text: string; tokens: string[] } {
  const tokens: string[] = [];
  const report = reporterFor(problems, "extra");
  const text = extra.replace(TOKENS_OR_LEFTOVERS, (written) => {
    const token = parseToken(written);
    const name = token && checkToken(token, mayReadPage, report);
    if (!token || !name) return written;
    if (name === "text" && isBrokenSelector(token.argument)) {
      report("KC214", "a CSS selector", quote("{text:...}"));
      return written;
    }
    tokens.push(written);
    return "";
  });
  return { text, tokens };
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
export function describeMarked(
  { element, input: own, templates, problems: before }: Marked,
  known: KnownSettings,
): Described {
  const { settings, unknown } = known;
  const page = toTexts(settings.options);
  // KC985 names what is misplaced on the tag.
  const problems = [...checkSettings(settings, []), ...before];
  const named = listNamedChannels(settings);
  const isNamed = named.includes(tidyChannelId(own.uuid ?? page.uuid ?? ""));
  if (named.length > 0 && !isNamed) withdrawFromOthers(page);
  const said = { ...own };
  if (isStricter(page.privacy, own.privacy)) delete said.privacy;
  const input: Record<string, string> = { ...page, ...said };
  const isUnknown = (name: string) =>
    own[name] === undefined && (unknown.includes(name) || unknown.includes("KakaoChatDefaults"));
  if (input.uuid === undefined && !templates.includes("uuid") && !isUnknown("uuid")) {
    const mistaken = findMistakenId(attribute(element, "href"));
    if (mistaken) input.uuid = mistaken;
  }
  const later = [
    ...templates,
    ...(input.uuid === undefined && isUnknown("uuid") ? ["uuid"] : []),
    ...unknown.filter((name) => name !== "uuid" && isUnknown(name) && input[name] === undefined),
  ];
  const tokens: string[] = [];
  if (input.extra !== undefined && !later.includes("extra")) {
    const mayReadPage = isNamed || own.extra === undefined || later.includes("uuid");
    const read = readTokens(input.extra, mayReadPage, problems);
    input.extra = read.text;
    tokens.push(...read.tokens);
  }
  const limits = findLimits(settings);
  // Whether an id is listed is known when it is.
  if (later.includes("uuid")) limits.channels = null;
  return {
    input,
    later,
    problems,
    tokens,
    limits: own.via === undefined ? { ...limits, partners: null } : limits,
  };
}
