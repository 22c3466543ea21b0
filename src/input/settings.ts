import { parseUrl } from "../builtins.js";
import { callNative, hasOwn, readAttribute } from "../natives.js";
import { tidyChannelId } from "../options/channel-id.js";
import type { Limits } from "../options/cross-checks.js";
import { MARK, MARK_PREFIX } from "../options/fields.js";
import {
  addObject,
  addTo,
  isAbsent,
  isPrimitive,
  type RawInput,
  toText,
} from "../options/raw-input.js";
import { choice, parseVia, splitList } from "../options/values.js";
import { getScriptTag, PAGE_NAMES, TAG_ATTRIBUTES } from "./own-tag.js";

/** What was said for the whole page: by the script's tag, then by `KakaoChatDefaults`. */
export interface PageSettings {
  /** The options that every chat has unless its button says otherwise. */
  options: RawInput;
  /** `links`, `channels`, `partners` and `launcher`. */
  names: RawInput;
  /** `KakaoChatDefaults` as the page has it; to be checked, since it may be no options at all. */
  defaults: unknown;
}

/** Attributes of the script's tag that are named as a button's own, and say nothing there: the mark, `data-kakao-chat-privacy`. */
export function listMisplaced(): string[] {
  const tag = getScriptTag();
  if (!tag) return [];
  const names = callNative(tag, "getAttributeNames");
  // A bare mark, which a tool puts on what it finds, says nothing.
  return names.filter(
    (name) =>
      name.startsWith(MARK_PREFIX) || (name === MARK && !isAbsent(readAttribute(tag, name))),
  );
}

/** Reads the page's settings afresh, so that they may be set before or after the script. */
export function readPageSettings(): PageSettings {
  const settings: PageSettings = {
    options: Object.create(null),
    names: Object.create(null),
    defaults: readDefaults(),
  };
  const add = (name: string, value: unknown) => {
    const isPageName = PAGE_NAMES.some((each) => each === name);
    addTo(isPageName ? settings.names : settings.options, name, value);
  };
  const tag = getScriptTag();
  if (tag) for (const [name, attribute] of TAG_ATTRIBUTES) add(name, readAttribute(tag, attribute));
  addObject(add, settings.defaults);
  return settings;
}

declare const KakaoChatDefaults: unknown;

/**
 * `KakaoChatDefaults` of the page: an own property of the window, or a `const` or `let` at the top of a script.
 * An element of that id or name is on the window too, but never as its own property.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
 */
function readDefaults(): unknown {
  try {
    if (hasOwn(window, "KakaoChatDefaults")) return window.KakaoChatDefaults;
    const isDeclared = typeof KakaoChatDefaults !== "undefined";
    return isDeclared && KakaoChatDefaults !== window.KakaoChatDefaults ? KakaoChatDefaults : null;
  } catch {
    return null;
  }
}

/** The rule of what is on or off for the whole page. */
export const parseSwitch = choice("false", "true");

/** Whether every link to Kakao is a button. */
export function hasLinks({ names }: PageSettings): boolean {
  return parseSwitch(toText(names.links ?? ""), () => {}) === "true";
}

/** The tidied ids that the page names: its own `uuid`, and `channels`. */
export function listNamedChannels({ options, names }: PageSettings): string[] {
  return [...readList(options.uuid), ...readList(names.channels)].map(tidyChannelId);
}

/** Whom a marked element of this page may lead to. */
export function findLimits(settings: PageSettings): Limits {
  const partners = [...readList(settings.options.via), ...readList(settings.names.partners)];
  return {
    channels: isAbsent(settings.names.channels) ? null : listNamedChannels(settings),
    partners: partners.flatMap((partner) => {
      const address = parseVia(partner, () => {});
      return address ? [parseUrl(address).origin] : [];
    }),
  };
}

/** A list as attributes have it, or as an array. */
function readList(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .filter((each) => !isAbsent(each) && isPrimitive(each))
    .flatMap((each) => splitList(String(each)));
}
