/**
 * What a visitor reads, by the nearest `lang`: Korean where none is given, English for all other
 * languages. The build escapes the Korean, for pages in EUC-KR.
 */
export function findText(korean: string, english: string, place: EventTarget): string {
  const tagged =
    (place instanceof Element && place.closest<HTMLElement>("[lang]")) || document.documentElement;
  return /^(?!ko|$)/i.test(tagged.lang) ? english : korean;
}
