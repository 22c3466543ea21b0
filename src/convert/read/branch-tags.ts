import { END, OTHER } from "./branch-texts.js";
import { type OldElement, walk } from "./element.js";

const BETWEEN = new RegExp(String.raw`^\s*(?:${OTHER})\s*$`);
const AFTER = new RegExp(String.raw`^\s*(?:${END})`);

/**
 * Two tags of which a server writes one, before what both would hold:
 * `<?php if ($phone) { ?><a href="1"><?php } else { ?><a href="2"><?php } ?>text</a>`.
 *
 * @param source with the server's own code in it, as it was pasted
 */
export function joinBranchTags(root: OldElement, source: string): void {
  for (const element of walk(root)) {
    const next = findNext(element);
    if (next?.name !== element.name || element.children.some(isFilled)) continue;
    if (!BETWEEN.test(source.slice(element.tagEnd, next.start))) continue;
    next.tagEnd += AFTER.exec(source.slice(next.tagEnd))?.[0].length ?? 0;
    element.children = next.children;
    element.tagEnd = next.tagEnd;
    element.closeStart = next.closeStart;
  }
}

function isFilled(child: OldElement | string): boolean {
  return typeof child !== "string" || child.trim() !== "";
}

/** The element after this one, if there is nothing but space between them. */
function findNext(element: OldElement): OldElement | undefined {
  const siblings = element.parent?.children ?? [];
  const next = siblings.slice(siblings.indexOf(element) + 1).find(isFilled);
  return typeof next === "string" ? undefined : next;
}
