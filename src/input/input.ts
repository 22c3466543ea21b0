import { dictionary, findFirst } from "../builtins.js";
import { parseChatAddress } from "../kakao.js";
import { callNative, isElement, readAttribute } from "../natives.js";
import { findMistakenId, tidyChannelId } from "../options/channel-id.js";
import type { Limits } from "../options/cross-checks.js";
import {
  FIELD_NAMES,
  MARK,
  MARK_PREFIX,
  reportUnprefixed,
  toAttributeName,
} from "../options/fields.js";
import { isStricter } from "../options/options.js";
import {
  addObject,
  addTo,
  checkIsOptions,
  isAbsent,
  type RawInput,
  toText,
  withdrawFromOthers,
} from "../options/raw-input.js";
import { type Problem, quote, reporterFor } from "../problems.js";
import type { ChatInput } from "../types.js";
import { checkSettings } from "./check-settings.js";
import { readHref } from "./mark.js";
import {
  findLimits,
  listMisplaced,
  listNamedChannels,
  type PageSettings,
  readPageSettings,
} from "./settings.js";
import { replaceTokens, type TokenContext } from "./tokens.js";

/** All that has been said about one chat, and how. */
export interface SaidInput {
  /** The strongest source last: the script's tag, `KakaoChatDefaults`, a link's address, attributes or a call. */
  input: RawInput;
  /** What is wrong with how it was said: tokens, a link's address. */
  problems: Problem[];
  /** Whom it may lead to; null for a call, which is the page's own. */
  limits: Limits | null;
}

/**
 * Reads all that has been said about a chat, afresh at each click. The tokens of the extra are replaced.
 *
 * @param isPreview before the click, when nothing of the page is read
 */
export function readInput(source?: Element | ChatInput, isPreview = false): SaidInput {
  const settings = readPageSettings();
  return isElement(source)
    ? readElementInput(source, settings, isPreview)
    : readCallInput(source, settings, isPreview);
}

function readCallInput(call: unknown, settings: PageSettings, isPreview: boolean): SaidInput {
  const { options: input } = settings;
  const problems = checkSettings(settings, listMisplaced());
  if (!isAbsent(call)) checkIsOptions(call, "options", problems, "an element or options");
  addObject((name, value) => addTo(input, name, value), call);
  fillExtra(input, { element: null, mayReadPage: true, isPreview }, problems);
  return { input, problems, limits: null };
}

function readElementInput(element: Element, settings: PageSettings, isPreview: boolean): SaidInput {
  const problems = checkSettings(settings, listMisplaced());
  const own = readAttributes(element, problems);
  const page = settings.options;
  const named = listNamedChannels(settings);
  const isNamed = named.includes(tidyChannelId(toText(own.uuid ?? page.uuid ?? "")));
  if (named.length > 0 && !isNamed) withdrawFromOthers(page);
  if (isStricter(page.privacy, own.privacy)) delete own.privacy;
  const limits = findLimits(settings);
  const input: RawInput = dictionary({ ...page, ...own });
  if (isAbsent(input.uuid)) addTo(input, "uuid", findMistakenId(readHref(element) ?? ""));
  const isPagesOwnExtra = own.extra === undefined;
  fillExtra(input, { element, mayReadPage: isNamed || isPagesOwnExtra, isPreview }, problems);
  return {
    input,
    problems,
    limits: own.via === undefined ? { ...limits, partners: null } : limits,
  };
}

/** What a link's own address says, and above it the element's attributes. */
function readAttributes(element: Element, problems: Problem[]): RawInput {
  const own: RawInput = Object.create(null);
  const href = readHref(element);
  const address = parseChatAddress(href);
  if (address) {
    const { hasEscapedAmpersands, ...options } = address;
    if (hasEscapedAmpersands) {
      reporterFor(problems, "href", "&amp;")("KC318", quote("&"));
    }
    for (const [name, value] of Object.entries(options)) addTo(own, name, value);
  }
  // Names alone: Chromium keeps a node for each of `attributes` that has been read once.
  const attributes = callNative(element, "getAttributeNames");
  for (const attribute of attributes) {
    const value = readAttribute(element, attribute);
    if (attribute === MARK) addTo(own, "uuid", value);
    else if (attribute.startsWith(MARK_PREFIX)) addTo(own, findName(attribute), value);
  }
  for (const attribute of attributes)
    reportUnprefixed(attribute, (field) => field in own, problems);
  return own;
}

/** The option of an attribute; for an unknown one, the name as written. */
function findName(attribute: string): string {
  const name = attribute.slice(MARK_PREFIX.length);
  return findFirst(FIELD_NAMES, (field) => toAttributeName(field) === name) ?? name;
}

function fillExtra(input: RawInput, context: TokenContext, problems: Problem[]): void {
  if (typeof input.extra === "string") {
    input.extra = replaceTokens(input.extra, context, reporterFor(problems, "extra"));
  }
}
