import type { Words } from "../../src/check/words/words.js";
import { setLanguage } from "./dom.js";
import { addTexts, hasTexts, type Language, type Texts } from "./texts/texts.js";

const SCRIPT = "./english.js";

/** What `english.js` exports. */
interface English {
  EN: Texts;
  /** What the findings of pasted code mean. */
  CHECK: Words;
}

let english: English | null = null;

/** The English of the section that checks pasted code; `null` as long as nobody reads English. */
export function findEnglishWords(): Words | null {
  return english?.CHECK ?? null;
}

/** Puts the page into a language, once its texts are there. Without them the page stays as it is. */
export async function loadLanguage(language: Language): Promise<void> {
  const { classList } = document.documentElement;
  if (!hasTexts(language)) {
    // The Korean page is not to be seen for a moment.
    classList.add("waiting");
    try {
      // A name that esbuild does not follow: the file is built by itself.
      const module: English = await import(SCRIPT);
      english = module;
      addTexts("en", module.EN);
    } finally {
      classList.remove("waiting");
    }
  }
  setLanguage(language);
}
