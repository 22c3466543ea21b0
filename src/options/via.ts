import type { Note } from "../problems.js";

/**
 * A partner's page, by https (or http on one's own machine), without a fragment; `""` where there is none,
 * or nothing where it is no such address. As the URL standard writes it: an EUC-KR page would send Hangul
 * in its query as EUC-KR bytes, and an address that cannot be parsed would throw at the click.
 */
export function parseVia(text: string, note: Note): string | null {
  try {
    return text && new URL(/^http(s:|:\/\/localhost(?![^:/]))[^#]*$/.test(text) ? text : "").href;
  } catch {
    note(801, "an https address");
    return null;
  }
}
