import { attribute, type OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { TOLD } from "../../read/server/tag-parts.js";
import { writeAttribute, writeInSingleQuotes } from "../escape.js";

/** An attribute as it is written. */
export type WrittenAttribute = [name: string, text: string, isSecond?: boolean];

/**
 * The old element's attributes, by their names, as they are written. Among them stand the server's tags, by the name {@link SERVERS}.
 * Of two attributes with one name, of which a server writes one, the other is a second one.
 */
export function listAttributes(trigger: OldElement, facts: Facts): WrittenAttribute[] {
  const { pieces } = facts;
  if (trigger.sources) {
    return [...trigger.sources]
      .filter(([name]) => name !== "children")
      .map(([name, source]) => [name, pieces.showCode(source)]);
  }
  const write = (name: string, value: string): [string, string] => [
    name,
    isInSingleQuotes(trigger, name, facts)
      ? writeInSingleQuotes(name, value, pieces)
      : writeAttribute(nameOfAttribute(trigger, name, facts), value, pieces),
  ];
  const { attributes, parts = [] } = trigger;
  const read = new Set<string>();
  const among = parts.map((part): WrittenAttribute => {
    if ("tag" in part) return [SERVERS, part.tag];
    const { name, value, isRead } = part;
    if (isRead) read.add(name);
    // Scripts read a text with its condition, which is written around it.
    const isChanged = isRead && !TOLD.test(name);
    return [...write(name, isChanged ? attribute(trigger, name) : value), !isRead];
  });
  const rest = [...attributes].filter(([name]) => !read.has(name));
  return [...among, ...rest.map(([name, value]) => write(name, value))];
}

/** The server's tags among attributes. */
export function listTags(written: readonly WrittenAttribute[]): ReadonlySet<string> {
  return new Set(written.flatMap(([name, text]) => (name === SERVERS ? [text] : [])));
}

/** In place of an attribute's name: a server's tag stands there. */
export const SERVERS = "";

/** A name as it is written: frameworks tell capitals from small letters, HTML does not. */
export function nameOfAttribute(
  { written }: OldElement,
  name: string,
  { language }: Facts,
): string {
  if (name === "cssclass") return "class";
  const isPlain = language === "html" || language === "thymeleaf";
  return (!isPlain && written?.get(name)) || name;
}

/** What a server writes between single quotes may have double ones in it: `data-shop='<?= json_encode($shop) ?>'`. */
export function isInSingleQuotes(
  trigger: OldElement,
  name: string,
  { pieces, text }: Facts,
): boolean {
  const value = attribute(trigger, name);
  if (trigger.start < 0 || pieces.findTemplates(value).length === 0) return false;
  if (pieces.findCode(value).length > 0 || !/^[\w:-]+$/.test(name)) return false;
  const tag = text.slice(trigger.start, trigger.tagEnd);
  return new RegExp(`\\s${name}\\s*=\\s*'`, "i").test(tag);
}
