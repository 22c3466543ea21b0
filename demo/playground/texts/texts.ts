import type { Code } from "../../../src/problems.js";
import { KO } from "./ko/index.mjs";

export type Language = "ko" | "en";
export type TextKey = keyof typeof KO;
/** A text for every code of the product's: a missing one is an error of the types. */
export type ProblemTexts = Record<Code, string>;
/** A text in both languages, beside the thing it is about. */
export type Words = Record<Language, string>;
/** What belongs into a text's `{name}`s. */
export type Values = Record<string, string | number>;

/** All texts of one language: a missing one is an error of the types. */
export type Texts = Record<TextKey, string>;

/** Most visitors read Korean: English comes when it is asked for (`texts/en/`, by `addTexts`). */
const loaded = new Map<Language, Texts>([["ko", KO]]);

export function addTexts(language: Language, texts: Texts): void {
  loaded.set(language, texts);
}

export function hasTexts(language: Language): boolean {
  return loaded.has(language);
}

/** A text in the language, with its `{name}`s filled in. */
export function findText(key: TextKey, language: Language, values: Values = {}): string {
  const texts = loaded.get(language);
  if (!texts) throw new Error(`the texts of "${language}" have not been added`);
  return fillIn(texts[key], values);
}

export function fillIn(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}

/** Whether there is such a text: for codes that came with a problem. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(KO, key);
}

/** Korean for browsers that put it first, English for the others. */
export function findLanguage(languages: readonly string[]): Language {
  return /^ko\b/i.test(languages[0] ?? "") ? "ko" : "en";
}
