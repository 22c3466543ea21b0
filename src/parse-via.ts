import type { Note } from "./problem";

/**
 * A partner's page, by https (or http on one's own machine), without a fragment; `""` where there is none, or nothing where
 * it is no such address.
 */
export function parseVia(text: string, note: Note): string | null {
  if (!text || /^(https:\/\/[^\s#]|http:\/\/localhost(?![^:/]))[^\s#]*$/.test(text)) return text;
  note(801, "an https address");
  return null;
}
