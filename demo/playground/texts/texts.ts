import type { Code } from "../../../src/problems.js";
import { KO } from "./ko/index.mjs";

export type Language = "ko" | "en";
/** A text of the page, or what a code says. */
export type TextKey = keyof typeof KO | Code;
/** A text in both languages, beside the thing it is about. */
export type Words = Record<Language, string>;
/** What belongs into a text's `{name}`s. */
export type Values = Record<string, string | number>;

/** The texts of one language that the page itself needs: a missing one is an error of the types. */
export type Texts = Record<keyof typeof KO, string>;

/** Most visitors read Korean: the rest comes when it is asked for. */
const loaded = new Map<Language, Partial<Record<TextKey, string>>>([["ko", KO]]);

export function addTexts(language: Language, texts: Partial<Record<TextKey, string>>): void {
  loaded.set(language, { ...loaded.get(language), ...texts });
}

export function hasTexts(language: Language): boolean {
  return loaded.has(language);
}

/** A text in the language, with its `{name}`s filled in. */
export function findText(key: TextKey, language: Language, values: Values = {}): string {
  const text = loaded.get(language)?.[key];
  if (text === undefined) throw new Error(`the text "${key}" has not been added in "${language}"`);
  return fillIn(text, values);
}

export function fillIn(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}

/** Whether there is such a text: for codes that came with a problem. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(loaded.get("ko") ?? {}, key);
}

/** Korean for browsers that put it first, English for the others. */
export function findLanguage(languages: readonly string[]): Language {
  return /^ko\b/i.test(languages[0] ?? "") ? "ko" : "en";
}
