/** A quoted text, or what stands in whole brackets: all that may hold any sign. */
const WHOLE = /"[^"\n]*"|'[^'\n]*'|\[[^[\]"']+\]|\([^()"']+\)/g;

/** Whether no browser parses a selector. Of what is left unsaid, only a browser can tell. */
export function isBrokenSelector(selector: string): boolean {
  let rest = close(selector.replace(/\\./g, "a"));
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

/** Browsers close at the end what is open there: https://drafts.csswg.org/css-syntax/#consume-simple-block */
function close(selector: string): string {
  let quote = "";
  const open: string[] = [];
  for (const sign of selector) {
    if (quote) quote = sign === quote ? "" : quote;
    else if (/["']/.test(sign)) quote = sign;
    else if (/[[(]/.test(sign)) open.push(sign === "[" ? "]" : ")");
    else if (sign === open.at(-1)) open.pop();
  }
  return selector + quote + open.reverse().join("");
}
