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
  joinChildren(root, source);
  for (const element of walk(root)) joinChildren(element, source);
}

/** In one pass: a long page has thousands of siblings. */
function joinChildren({ children }: OldElement, source: string): void {
  let before: OldElement | null = null;
  for (const child of children) {
    if (!isFilled(child)) continue;
    const next = typeof child === "string" ? null : child;
    if (before && next) joinTags(before, next, source);
    before = next;
  }
}

function joinTags(element: OldElement, next: OldElement, source: string): void {
  if (next.name !== element.name || element.children.some(isFilled)) return;
  if (!BETWEEN.test(source.slice(element.tagEnd, next.start))) return;
  next.tagEnd += AFTER.exec(source.slice(next.tagEnd))?.[0].length ?? 0;
  element.children = next.children;
  element.tagEnd = next.tagEnd;
  element.closeStart = next.closeStart;
}

function isFilled(child: OldElement | string): boolean {
  return typeof child !== "string" || child.trim() !== "";
}
