import { EN } from "./en/index.mjs";
import { KO } from "./ko/index.mjs";

export type Language = "ko" | "en";
export type TextKey = keyof typeof KO;
/** A text in both languages, beside the thing it is about. */
export type Words = Record<Language, string>;
/** What belongs into a text's `{name}`s. */
export type Values = Record<string, string | number>;

/** A missing text is an error of the types, in either language. */
export const TEXTS: Record<Language, Record<TextKey, string>> = { ko: KO, en: EN };

/** A text in the language, with its `{name}`s filled in. */
export function findText(key: TextKey, language: Language, values: Values = {}): string {
  return fillIn(TEXTS[language][key], values);
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
