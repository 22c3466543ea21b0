import { attribute, type OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { writeAttribute, writeInSingleQuotes } from "../escape.js";

/** The old element's attributes, by their names, as they are written. */
export function listAttributes(trigger: OldElement, facts: Facts): [name: string, text: string][] {
  const { pieces } = facts;
  if (trigger.sources) {
    return [...trigger.sources]
      .filter(([name]) => name !== "children")
      .map(([name, source]) => [name, pieces.showCode(source)]);
  }
  return [...trigger.attributes].map(([name, value]) => [
    name,
    isInSingleQuotes(trigger, name, facts)
      ? writeInSingleQuotes(name, value, pieces)
      : writeAttribute(nameOfAttribute(trigger, name, facts), value, pieces),
  ]);
}

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
