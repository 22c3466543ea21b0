import { findParent, readAttribute, readNative } from "../natives.js";

/** The nearest `lang`, across shadow roots; the document's if there is no element; `""` if none is given. */
export function findLanguage(element: Element | null): string {
  for (let each = element; each; each = findParent(each)) {
    const lang = readAttribute(each, "lang");
    if (lang !== null) return lang;
  }
  return readAttribute(readNative(document, "documentElement"), "lang") ?? "";
}

/** Korean if no language is given, English for all languages but Korean (`ko`, `ko-KR`, not `kok`). */
export function pickLanguage(korean: string, english: string, element: Element | null): string {
  const lang = findLanguage(element);
  return lang === "" || /^ko(?![a-z])/i.test(lang) ? korean : english;
}
