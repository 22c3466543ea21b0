import { findParent, readAttribute, readNative } from "../natives.js";

/** The nearest `lang`, across shadow roots; else the document's or its body's; `""` if none is given. */
export function findLanguage(element: Element | null): string {
  for (let each = element; each; each = findParent(each)) {
    const lang = readAttribute(each, "lang");
    if (lang !== null) return lang;
  }
  const body = readNative(document, "body");
  const ofBody = body && readAttribute(body, "lang");
  return readAttribute(readNative(document, "documentElement"), "lang") ?? ofBody ?? "";
}

/**
 * Korean if no language is given, English for all languages but Korean: `ko`, `ko-KR`, not `kok`. `kr` is the country's
 * code, which pages write for the language.
 */
export function pickLanguage(korean: string, english: string, element: Element | null): string {
  const lang = findLanguage(element);
  return lang === "" || /^k[or](?![a-z])/i.test(lang) ? korean : english;
}
