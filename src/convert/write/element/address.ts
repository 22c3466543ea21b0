import { writeAttribute } from "../escape.js";
import type { Draft } from "../write.js";

/** What makes the new element a link or a button. */
export function writeAddress({ link, kept, facts }: Draft): string[] {
  if (!link) return kept.styled?.attributes ?? (kept.name ? [] : ['type="button"']);
  return link.href === null ? [] : [writeAttribute("href", link.href, facts.pieces)];
}
