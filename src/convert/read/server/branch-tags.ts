import { attribute, type OldElement, walk } from "../markup/element.js";
import type { Pieces } from "../text/pieces.js";
import { END, OPEN, OTHER } from "./branch-texts.js";

const BETWEEN = new RegExp(String.raw`^\s*(?:${OTHER})\s*$`);
const AFTER = new RegExp(String.raw`^\s*(${END})`);
const BEFORE = new RegExp(String.raw`(${OPEN})\s*$`);

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

/**
 * Fields of a form that a server writes under a condition have their values under that:
 * `{% if bot %}<input name="bot" value="true">{% endif %}`.
 */
export function decideFields(root: OldElement, source: string, pieces: Pieces): void {
  for (const form of walk(root)) {
    if (form.name !== "form") continue;
    let open = "";
    let group: OldElement[] = [];
    let end = form.tagEnd;
    for (const field of form.children) {
      if (typeof field === "string") continue;
      const gap = source.slice(end, field.start);
      const opened = BEFORE.exec(gap)?.[1];
      if (opened !== undefined || gap.trim() !== "") {
        open = opened ?? "";
        group = [];
      }
      group.push(field);
      ({ end } = field);
      const closed = AFTER.exec(source.slice(end, end + LONGEST))?.[1];
      if (closed === undefined || !open) continue;
      for (const one of group) decide(one, open, closed, pieces);
      open = "";
    }
  }
}

/** Longer than this nothing ends a condition. */
const LONGEST = 200;

function decide(field: OldElement, open: string, end: string, pieces: Pieces): void {
  const value = attribute(field, "value");
  if (field.name !== "input" || !value) return;
  field.attributes.set("value", pieces.addTemplate(open) + value + pieces.addTemplate(end));
}
