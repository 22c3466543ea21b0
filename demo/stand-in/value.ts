import { element } from "../playground/dom.js";

const NAMES: Record<string, string> = { "\r\n": "CRLF", "\r": "CR", "\n": "LF", "\t": "TAB" };

/** Line ends, and characters that cannot be seen. U+200D is none of them: it holds emoji together. */
const UNSEEN = /(\r\n|(?!\u200D)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD])/u;

/** A text with its line ends and unseen characters named. */
export function renderValue(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [index, part] of text.split(UNSEEN).entries()) {
    // `split()` puts what the group has matched between the others.
    if (index % 2 === 0) fragment.append(part);
    else fragment.append(element("mark", "", NAMES[part] ?? formatCodePoint(part)));
    if (index % 2 === 1 && /[\r\n]/.test(part)) fragment.append("\n");
  }
  return fragment;
}

function formatCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
