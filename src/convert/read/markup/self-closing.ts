/** Elements without an end tag, in any language. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

const ATTRIBUTES = String.raw`(?:[^<>"'=]|=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+(?=\s)))*?`;
/** A comment; a tag that ends itself; what has a language of its own, with all that stands in it. */
const SIGN = new RegExp(
  String.raw`<!--[\s\S]*?-->|<([a-z][\w.:-]*)(?:\s${ATTRIBUTES})?\/>|<(script|style|svg|math)\b[^>]*>[\s\S]*?<\/\2\s*>`,
  "gi",
);

/** An end tag that was added, from where to where, and its place in what was given. */
interface Added {
  start: number;
  end: number;
  place: number;
}

/** Markup in which each tag that ends itself has an end tag. */
export interface Closed {
  html: string;
  /** A place in it as a place in what was given. */
  toPlace: (offset: number) => number;
}

/** `<textarea v-model="memo" />`: Vue and Svelte end an element there, where HTML would go on. */
export function closeTags(html: string): Closed {
  const added: Added[] = [];
  let closed = "";
  let done = 0;
  for (const { 0: tag, 1: name, index } of html.matchAll(SIGN)) {
    if (name === undefined || VOID.test(name)) continue;
    const end = index + tag.length;
    const endTag = `</${name}>`;
    closed += html.slice(done, end);
    added.push({ start: closed.length, end: closed.length + endTag.length, place: end });
    closed += endTag;
    done = end;
  }
  const toPlace = (offset: number) => {
    const last = findLast(added, offset);
    return last ? last.place + Math.max(0, offset - last.end) : offset;
  };
  return { html: closed + html.slice(done), toPlace };
}

/** The last end tag that starts before an offset: they stand in order. */
function findLast(added: readonly Added[], offset: number): Added | undefined {
  let low = 0;
  let high = added.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = added[middle];
    if (one && one.start < offset) low = middle + 1;
    else high = middle;
  }
  return added[low - 1];
}

/** Markup that is all as it was given. */
export function asWritten(html: string): Closed {
  return { html, toPlace: (offset) => offset };
}

/** A component's file of Vue's: what is no `<template>` of its own, a browser reads. */
export const VUE_FILE = /(?:^|<\/(?:script|style)\s*>|-->)\s*<template[\s>]/i;
