import jsTokens, { type JSXToken, type Token } from "js-tokens";

/** An end tag, or the end of a tag that has none. */
const TAG = /<\/[A-Za-z][\w.-]*\s*>|<\/>|\/>/;

/** The tokens of a script of any kind: in one that has tags, `</b>` begins no regular expression. */
export function listTokens(text: string): Iterable<Token | JSXToken> {
  return TAG.test(text) ? jsTokens(text, { jsx: true }) : jsTokens(text);
}
