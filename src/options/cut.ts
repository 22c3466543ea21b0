import { findFirst } from "../builtins.js";
import { findPersonalData } from "./personal-data.js";

/** How far behind a cut personal data may end: the longest is an e-mail address. */
const LONGEST_DATA = 400;

/**
 * The beginning of a text. The cut splits neither a surrogate pair nor a CRLF, nor what looks like personal data: a
 * number without its last digits is no less one, but nothing would see it.
 */
export function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const findings = findPersonalData(text.slice(0, limit + LONGEST_DATA));
  const split = findFirst(findings, ({ start, end }) => start < limit && end > limit);
  return text.slice(0, split ? split.start : limit).replace(/[\ud800-\udbff\r]$/, "");
}
