import type { OldElement } from "../../convert/read/markup/element.js";
import type { Value } from "../../convert/read/script/value.js";
import type { Pieces } from "../../convert/read/text/pieces.js";
import { PAGE_NAMES } from "../../input/own-tag.js";
import type { PageSettings } from "../../input/settings.js";
import { FIELD_NAMES, toAttributeName } from "../../options/fields.js";
import { addTo } from "../../options/raw-input.js";
import type { Product } from "../script-tags/product.js";

/** What the page says for all its buttons, and what of that is not known. */
export interface KnownSettings {
  settings: PageSettings;
  /** Names whose values a script or a server makes. */
  unknown: readonly string[];
  /** Names that `KakaoChatDefaults` sets, over the script's tag. */
  byDefaults: ReadonlySet<string>;
}

/** What the page says for all its buttons. */
export interface PageSettingsRead {
  known: KnownSettings;
  /** Names of which the page says that they cannot be read. */
  unread: readonly string[];
}

/** Reads the page's settings. A script that is not read here may name the channel. */
export function readPageSettings(
  { core, isSetElsewhere }: Pick<Product, "core" | "isSetElsewhere">,
  defaults: Value | null,
  pieces: Pieces,
  isSent: boolean,
): PageSettingsRead {
  const known = readSettings(core?.element ?? null, defaults, pieces, isSent);
  const { settings, unknown } = known;
  const isOpen = settings.options.uuid === undefined && !unknown.includes("uuid");
  if (!isSetElsewhere || !isOpen) return { known, unread: unknown };
  return { known: { ...known, unknown: [...unknown, "uuid"] }, unread: [] };
}

/**
 * Reads the script's tag, then the page's `KakaoChatDefaults`, as far as they can be read.
 *
 * @param isSent the server has done its part: a template that is still there is a left-over
 */
export function readSettings(
  tag: OldElement | null,
  defaults: Value | null,
  pieces: Pieces,
  isSent: boolean,
): KnownSettings {
  const draft = createDraft(pieces, isSent);
  for (const name of tag ? [...FIELD_NAMES, ...PAGE_NAMES] : []) {
    const value = tag?.attributes.get(`data-${toAttributeName(name)}`);
    if (value !== undefined) draft.addText(name, value);
  }
  if (defaults?.kind === "text" && !pieces.has(defaults.text)) {
    draft.settings.defaults = defaults.text;
  } else if (defaults && defaults.kind !== "object") draft.unknown.add("KakaoChatDefaults");
  const entries = defaults?.kind === "object" ? [...defaults.entries] : [];
  for (const [name, value] of entries) addValue(name, value, draft);
  const byDefaults = new Set(["KakaoChatDefaults", ...entries.map(([name]) => name)]);
  return { settings: draft.settings, unknown: [...draft.unknown], byDefaults };
}

/** Settings that are being read. */
interface Draft {
  settings: PageSettings;
  /** Names whose values are not known. */
  unknown: Set<string>;
  add: (name: string, value: unknown) => void;
  /** Adds a text, unless a script or a server makes a part of it. */
  addText: (name: string, text: string) => void;
}

function createDraft(pieces: Pieces, isSent: boolean): Draft {
  const settings: PageSettings = {
    options: Object.create(null),
    names: Object.create(null),
    defaults: null,
  };
  const unknown = new Set<string>();
  const add = (name: string, value: unknown) => {
    const isPageName = PAGE_NAMES.some((each) => each === name);
    addTo(isPageName ? settings.names : settings.options, name, value);
  };
  const addText = (name: string, text: string) => {
    if (isSent ? pieces.findCode(text).length > 0 : pieces.has(text)) unknown.add(name);
    else {
      add(name, pieces.show(text));
      if (text.trim()) unknown.delete(name);
    }
  };
  return { settings, unknown, add, addText };
}

/** Adds a value of `KakaoChatDefaults`. */
function addValue(name: string, value: Value, { unknown, add, addText }: Draft): void {
  if (value.kind === "text") addText(name, value.text);
  else if (value.kind === "list") {
    const items = value.items.map((item) => (item.kind === "text" ? item.text : null));
    if (items.includes(null)) unknown.add(name);
    else add(name, items);
  } else if (!isNothing(value) && name !== "launcher") unknown.add(name);
}

function isNothing(value: Value): boolean {
  return value.kind === "native" && /^(undefined|null)$/.test(value.name);
}

/** Options as texts, as attributes have them. */
export function toTexts(options: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]));
}
