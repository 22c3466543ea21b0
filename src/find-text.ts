/** What a visitor reads: Korean, then English. The build escapes it, for pages in EUC-KR. */
export const NEW_WINDOW = ["새 창으로 열림", "Opens in a new window"] as const;
export const CONNECTING = [
  "상담으로 연결하고 있습니다",
  "Connecting you to the consultation",
] as const;

/**
 * By the nearest `lang`, through shadow roots too: Korean where none is given, English for all other
 * languages.
 */
export function findText(texts: readonly [string, string], place: EventTarget): string {
  const element = place instanceof Element ? place : document.documentElement;
  const tagged = element.closest<HTMLElement>("[lang]");
  const host = (element.getRootNode() as ShadowRoot).host;
  if (!tagged && host) return findText(texts, host);
  return texts[/^(?!ko|$)/i.test(tagged ? tagged.lang : "") ? 1 : 0];
}
