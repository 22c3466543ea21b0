/** What is quoted, in one line. */
export function shorten(text: string, length = 80): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** Several statements, in one line, each as far as one can be quoted. */
export function shortenAll(statements: readonly string[]): string {
  const all = new Set(statements.map((one) => shorten(one.replace(/;\s*$/, ""), 60)));
  return shorten([...all].join("; "), 200);
}
