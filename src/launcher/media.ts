import { trim } from "../builtins.js";

/** The media queries that have been asked about, each with a listener for its changes. */
export class MediaQueries {
  constructor(private readonly onChange: (event: MediaQueryListEvent) => void) {}
  // A dictionary: old shops have a `Map` of their own on the window.
  private readonly lists: { [query: string]: MediaQueryList } = Object.create(null);

  /**
   * Whether a query matches now. From then on its changes are told.
   *
   * @param otherwise the answer if nothing can be asked
   */
  matches(query: string, otherwise: boolean): boolean {
    const list = this.lists[query] ?? askMedia(query);
    if (!list) return otherwise;
    this.lists[query] = list;
    // Safari before 14 has no `addEventListener` here. A second call with the same function adds nothing.
    // A page's own `matchMedia` may know no listeners at all.
    list.addListener?.(this.onChange);
    return list.matches;
  }

  /** Tells of no change any more. */
  stop(): void {
    for (const list of Object.values(this.lists)) list.removeListener?.(this.onChange);
  }
}

/** Null if a page has put a function of its own in the place of the browser's. */
function askMedia(query: string): MediaQueryList | null {
  try {
    const list = matchMedia(query);
    return typeof list.matches === "boolean" ? list : null;
  } catch {
    return null;
  }
}

/** A device's name that no browser has, such as `mobile`: it never matches. */
const UNKNOWN_TYPE =
  /^\s*(?:(?:not|only)\s+)?(?!(?:all|screen|print|speech|not|only)(?![\w-]))[a-z][\w-]*/i;

/** Whether this browser knows all of a media query: what it does not know never matches. */
export function isMediaKnown(text: string): boolean {
  if (!askMedia("all")) return true;
  // Not at a comma within parentheses: `(min-width: max(480px, 30em))`.
  return text.split(/,(?![^(]*\))/).every((query) => {
    if (UNKNOWN_TYPE.test(query)) return false;
    const bare = trim(query).replace(/^(not|only)\s+/i, "");
    // Of a known query either it or its opposite matches. Older browsers know some of these forms only.
    return [query, bare, `not ${bare}`, `not all and ${bare}`, `not all and (${bare})`].some(
      (each) => askMedia(each)?.matches,
    );
  });
}
