import type { Part } from "./read-expression.js";

/**
 * A text with pieces of code in it, which go through HTML and addresses as one private character each
 * and a number.
 */
const HOLE = /\ue000(\d+)\ue001/g;
/** The same as an address has it once it has been encoded. */
const ENCODED_HOLE = /%EE%80%80(\d+)%EE%80%81/gi;

/** What a server fills in before the page is sent: PHP, JSP, ASP, and the double braces of many. */
const TEMPLATE = /<\?[\s\S]*?\?>|<%[\s\S]*?%>|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|[$#]\{[^}]*\}/g;

/** The code of all holes of one conversion. */
export class Holes {
  readonly #code: string[] = [];

  /** The parts as one text. */
  join(parts: readonly Part[]): string {
    return parts
      .map((part) => ("text" in part ? part.text : `\ue000${this.#code.push(part.code) - 1}\ue001`))
      .join("");
  }

  /** The expression that makes a text with holes, or `null` where it has none. */
  findCode(text: string): string | null {
    const plain = text.replace(ENCODED_HOLE, "\ue000$1\ue001");
    if (!plain.match(HOLE)) return null;
    return plain
      .split(/(\ue000\d+\ue001)/)
      .filter(Boolean)
      .map((part) => {
        const index = /^\ue000(\d+)/.exec(part)?.[1];
        return index === undefined ? JSON.stringify(part) : (this.#code[Number(index)] ?? "");
      })
      .join(" + ");
  }
}

/** The pieces of a text that a server fills in. */
export function findTemplates(text: string): string[] {
  return text.match(TEMPLATE) ?? [];
}
