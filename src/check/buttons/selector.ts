/** A quoted text, or what stands in whole brackets: all that may hold any sign. */
const WHOLE = /"[^"\n]*"|'[^'\n]*'|\[[^[\]]+\]|\([^()]+\)/g;

/** Whether no browser parses a selector. Of what is left unsaid, only a browser can tell. */
export function isBrokenSelector(selector: string): boolean {
  let rest = selector.replace(/\\./g, "a");
  for (let before = ""; before !== rest; ) {
    before = rest;
    // Quotes first: `[title="]"]`.
    rest = rest.replace(WHOLE, (part) => (/^["']/.test(part) ? "q" : ""));
  }
  // A bracket without its end, a name that begins with a digit, a sign that nothing stands before or after.
  return (
    /[[\](){}"']/.test(rest) ||
    /[.#](?:\d|-\d|[\s.#>+~,]|$)/.test(rest) ||
    /[>+~,]\s*(?:[>+~,]|$)/.test(rest) ||
    /^\s*[>+~,]/.test(rest)
  );
}
