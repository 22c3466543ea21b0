import { setLanguage } from "./dom.js";
import { addTexts, hasTexts, type Language, type Texts } from "./texts/texts.js";

const SCRIPT = "./english.js";

/** Puts the page into a language, once its texts are there. Without them the page stays as it is. */
export async function loadLanguage(language: Language): Promise<void> {
  const { classList } = document.documentElement;
  if (!hasTexts(language)) {
    // The Korean page is not to be seen for a moment.
    classList.add("waiting");
    try {
      // A name that esbuild does not follow: the file is built by itself.
      const module: { EN: Texts } = await import(SCRIPT);
      addTexts("en", module.EN);
    } finally {
      classList.remove("waiting");
    }
  }
  setLanguage(language);
}
