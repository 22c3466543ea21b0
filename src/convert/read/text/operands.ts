/** Parts of a text as operands of the sum that makes it. */

/** What a server fills into a script's text: quotes in its tag are the server's own. */
export function quoteTemplate(source: string): string {
  return `"${source}"`;
}

/** Whether an expression needs no parentheses within a sum. */
export function isSimple(code: string): boolean {
  return /^[\w$.]+$|^[\w$.]+(\([^()]*\)|\[[^[\]]*\])([\w$.]|\([^()]*\)|\[[^[\]]*\])*$/.test(code);
}
