import { EN } from "./en/index.mjs";
import { PAGE_PROBLEMS as EN_PROBLEMS } from "./en/page-problems.mjs";
import { KO } from "./ko/index.mjs";
import { PAGE_PROBLEMS as KO_PROBLEMS } from "./ko/page-problems.mjs";
import { addTexts, type Language, type TextKey } from "./texts.js";

/**
 * Every text and every code, in both languages: a missing one is an error of the types. The page itself
 * does without most of it.
 */
export const ALL_TEXTS: Record<Language, Record<TextKey, string>> = {
  ko: { ...KO, ...KO_PROBLEMS },
  en: { ...EN, ...EN_PROBLEMS },
};

/** For a script of its own, such as the checker's. */
export function addAllTexts(): void {
  addTexts("ko", ALL_TEXTS.ko);
  addTexts("en", ALL_TEXTS.en);
}
