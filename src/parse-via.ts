import { type Note, quote } from "./problem";

/** A partner's page, by https (or http on one's own machine), without a fragment; or `""`. */
export function parseVia(text: string, note: Note): string {
  if (!text || /^(https:\/\/|http:\/\/localhost\b)[^\s#]+$/.test(text)) return text;
  note(801, "an https address", quote(text));
  return "";
}
