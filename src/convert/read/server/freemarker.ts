/** A text in quotes. */
const TEXT = String.raw`"[^"]{0,200}"|'[^'\n]{0,200}'`;

/** Parentheses, with others in them: each begins by another letter than what else may stand there. */
function around(inner: string): string {
  return String.raw`\((?:[^()"']|${TEXT}${inner}){0,300}\)`;
}

/** What stands in FreeMarker's tag: in parentheses, as in a text, `>` does not end it. */
export const IN_TAG = `(?:[^<>"'(]|${TEXT}|${around(`|${around(`|${around("")}`)}`)}){0,300}`;
