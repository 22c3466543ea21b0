import { decode } from "../kakao.js";

/** A path begins with `/` and has neither query nor hash; `*` stands for anything. */
const PATH_PATTERN = /^[/*][^?#]*$/;

/** Patterns of paths. */
export interface PathRules {
  /** On these alone it is shown; none: everywhere. */
  show: readonly string[];
  /** On these it is not, whatever `show` says. */
  hide: readonly string[];
}

/** Whether a text can be the pattern of a path, and is no whole address. */
export function isPathPattern(text: string): boolean {
  return PATH_PATTERN.test(text);
}

/** Whether the button is shown on a path: `show` without a pattern is everywhere, and `hide` beats it. */
export function isShownOn(path: string, { show, hide }: PathRules): boolean {
  const matches = (pattern: string) => matchesPath(decodePath(path), pattern);
  return (show.length === 0 || show.some(matches)) && !hide.some(matches);
}

/** Whether the pattern is the whole path. An encoded asterisk stands for itself. */
function matchesPath(path: string, pattern: string): boolean {
  const [start = "", ...pieces] = pattern.split("*").map(decodePath);
  const end = pieces.pop();
  if (end === undefined) return path === start;
  if (!path.startsWith(start)) return false;
  // The first place for each piece leaves the most to the others, so that no step is ever taken back.
  let at = start.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.slice(at).endsWith(end);
}

/** Composed, too: macOS has Hangul in pieces. What cannot be decoded may be written in either case. */
function decodePath(path: string): string {
  return decode(path)
    .normalize()
    .replace(/%[\da-f]{2}/gi, (encoded) => encoded.toUpperCase());
}
