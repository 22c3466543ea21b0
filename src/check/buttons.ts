import type { Marked } from "../convert/marked.js";
import { findLimits, listNamedChannels } from "../input/settings.js";
import { replaceTokens } from "../input/tokens.js";
import { tidyChannelId } from "../options/channel-id.js";
import type { Limits } from "../options/cross-checks.js";
import { parsePrivacy } from "../options/values.js";
import { type Problem, reporterFor } from "../problems.js";
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

/** What the page says of its visitors, which goes to its own channels alone. */
const FOR_OWN_CHANNELS = ["extra", "bot", "event", "appOpenType"];
const TOKEN = /(?<![{$#])\{[a-z][a-z-]*(?::[^}]*)?\}(?!\})/gi;

/** Gathers what a click on a button would be told: the page's settings below its own. */
export function describeMarked(
  { input: own, templates, problems: before }: Marked,
  known: KnownSettings,
): Described {
  const { settings, unknown } = known;
  const page = toTexts(settings.options);
  const problems = [...before];
  const named = listNamedChannels(settings);
  const isNamed = named.includes(tidyChannelId(own.uuid ?? page.uuid ?? ""));
  if (named.length > 0 && !isNamed) for (const name of FOR_OWN_CHANNELS) delete page[name];
  const said = { ...own };
  if (isStricter(page.privacy, own.privacy)) delete said.privacy;
  const input: Record<string, string> = { ...page, ...said };
  const isUnknown = (name: string) =>
    own[name] === undefined && (unknown.includes(name) || unknown.includes("KakaoChatDefaults"));
  const later = [
    ...templates,
    ...(input.uuid === undefined && isUnknown("uuid") ? ["uuid"] : []),
    ...unknown.filter((name) => name !== "uuid" && isUnknown(name) && input[name] === undefined),
  ];
  const tokens = later.includes("extra") ? [] : (input.extra?.match(TOKEN) ?? []);
  if (tokens.length > 0 && input.extra !== undefined) {
    const report = reporterFor(problems, "extra");
    const mayReadPage = isNamed || own.extra === undefined || later.includes("uuid");
    input.extra = replaceTokens(
      input.extra,
      { element: null, mayReadPage, isPreview: true },
      // Whether a browser parses a selector, only a browser can tell.
      (code, expected, got) => code !== "KC214" && report(code, expected, got),
    );
  }
  const limits = findLimits(settings);
  return {
    input,
    later,
    problems,
    tokens,
    limits: own.via === undefined ? { ...limits, partners: null } : limits,
  };
}

/** Of the page's and the button's `privacy` the stricter counts. */
function isStricter(page: string | undefined, own: string | undefined): boolean {
  if (page === undefined || own === undefined) return false;
  const rank = (value: string) => ["warn", "mask", "omit"].indexOf(parsePrivacy(value, () => {}));
  return rank(page) > rank(own);
}
