import { type OldElement, type TagPart, walk } from "../markup/element.js";
import { parseMarkup } from "../markup/markup.js";
import type { Pieces } from "../text/pieces.js";
import { kindOfBranch, writesNothing } from "./decisions.js";
import type { Tag } from "./templates.js";

/** An attribute as HTML reads it: its name, and a value in quotes or without. */
const ATTRIBUTE = /[^\s/>="'][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?/g;
/** How likely a text is to start a chat, the likeliest first. */
const SIGNS = [/kakao\.com\//i, /kakao|talk|chat|consult|상담/i];
/** Attributes whose texts scripts read. */
export const TOLD = /^(?:data-[\w-]+|value|title)$/;

/** What a page is before its elements are read. */
interface Page {
  /** Its markup, in which the server's tags are blank. */
  markup: string;
  tags: readonly Tag[];
  pieces: Pieces;
  /** Changes the values of attributes. */
  mask: (text: string) => string;
}

/**
 * Start tags in which a server decides on attributes: `<button {% if closed %}disabled{% endif %}>`. Each keeps its
 * attributes and the server's tags between them in their order, also the attributes whose names stand there twice.
 */
export function readTagParts(root: OldElement, page: Page): void {
  const { tags } = page;
  for (const element of walk(root)) {
    const own: Tag[] = [];
    for (let at = findFirst(tags, element.start); ; at++) {
      const tag = tags[at];
      if (!tag || tag.start >= element.tagEnd) break;
      own.push(tag);
    }
    const isDecided = splitAddress(element.attributes.get("href") ?? "", page.pieces) !== null;
    if (!isDecided && own.every(({ source }) => writesNothing(source))) continue;
    const parts = readParts(element, own, page);
    if (parts.every((part) => "name" in part)) continue;
    element.parts = parts;
    for (const part of parts)
      if ("name" in part && part.isRead) element.attributes.set(part.name, part.value);
    for (const [name, value] of listTold(parts, page.pieces)) element.attributes.set(name, value);
  }
}

/** The first tag behind a place. */
function findFirst(tags: readonly Tag[], place: number): number {
  if (place < 0) return tags.length;
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readParts(
  { name, start, tagEnd }: OldElement,
  tags: readonly Tag[],
  { markup, mask, pieces }: Page,
): TagPart[] {
  const parts: TagPart[] = [];
  const read = new Map<string, Extract<TagPart, { name: string }>>();
  const rest = [...tags];
  const isBefore = (place: number) => (rest[0]?.start ?? place) < place;
  const begin = start + 1 + name.length;
  for (const { 0: written, index } of markup.slice(begin, tagEnd).matchAll(ATTRIBUTE)) {
    const place = begin + index;
    while (isBefore(place)) parts.push({ tag: rest.shift()?.source ?? "" });
    // What stands within a value is that value's.
    while (isBefore(place + written.length)) rest.shift();
    const [own] = walk(parseMarkup(`<i ${written}></i>`, "script", mask));
    const [attribute, value] = [...(own?.attributes ?? [])][0] ?? ["", ""];
    if (!attribute) continue;
    const branches = attribute === "href" ? splitAddress(value, pieces) : null;
    for (const one of branches ?? [{ text: value }]) {
      if ("tag" in one) {
        parts.push(one);
        continue;
      }
      const part = { name: attribute, value: one.text, isRead: false };
      parts.push(part);
      const before = read.get(attribute);
      // A browser reads the first one. Of two that a server chooses from, the chat's is read.
      const isLikelier = (sign: RegExp) => sign.test(part.value) && !sign.test(before?.value ?? "");
      if (before && !SIGNS.some(isLikelier)) continue;
      if (before) before.isRead = false;
      part.isRead = true;
      read.set(attribute, part);
    }
  }
  return [...parts, ...rest.map(({ source }) => ({ tag: source }))];
}

/**
 * An address that is a chat's in one of a server's branches alone, as the branches with an address in each: `null` if it is
 * none. `href="{% if vip %}https://...{% else %}/login{% endif %}"` is `{% if vip %}href="https://..."{% else %}href="/login"{% endif %}`.
 */
function splitAddress(
  value: string,
  pieces: Pieces,
): ({ tag: string } | { text: string })[] | null {
  if (!SIGNS[0]?.test(value)) return null;
  const branches: ({ tag: string } | { text: string })[] = [];
  let text = "";
  let depth = 0;
  for (const part of pieces.split(value.trim())) {
    const source = "source" in part ? part.source : "";
    const kind = kindOfBranch(source);
    const isOuter = kind === "open" ? depth++ === 0 : kind === "end" ? --depth === 0 : depth === 1;
    if (kind !== null && isOuter) {
      if (text) branches.push(...(splitAddress(text, pieces) ?? [{ text }]));
      branches.push({ tag: source });
      text = "";
    } else if (depth === 0) return null;
    else text += "text" in part ? part.text : pieces.add(part);
  }
  const texts = branches.flatMap((one) => ("text" in one ? [one.text] : []));
  const chats = texts.filter((one) => SIGNS[0]?.test(one));
  return depth === 0 && branches.length > 0 && chats.length === 1 ? branches : null;
}

/** Texts that scripts read of attributes, each with the condition that it stands under: `{% if vip %}1{% endif %}`. */
function listTold(parts: readonly TagPart[], pieces: Pieces): Map<string, string> {
  const told = new Map<string, string>();
  /** The tags of the condition so far. */
  let branch = "";
  let within = new Map<string, string>();
  let depth = 0;
  const put = (tag: string) => {
    const word = pieces.addTemplate(tag);
    for (const [name, text] of within) within.set(name, text + word);
    branch += word;
  };
  for (const part of parts) {
    if ("name" in part) {
      if (depth !== 1 || !TOLD.test(part.name)) continue;
      within.set(part.name, (within.get(part.name) ?? branch) + part.value);
      continue;
    }
    const kind = kindOfBranch(part.tag);
    if (kind === "open" && depth++ === 0) {
      branch = "";
      within = new Map();
      put(part.tag);
    } else if (kind === "other" && depth === 1) put(part.tag);
    else if (kind === "end" && --depth === 0) {
      put(part.tag);
      for (const [name, text] of within) if (!told.has(name)) told.set(name, text);
    }
  }
  return told;
}
