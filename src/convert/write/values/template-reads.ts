import type { Node } from "@babel/types";
import { parseScript } from "../../read/script/parse-script.js";
import { DEEPEST, listReferences } from "../../read/script/references.js";
import { type Part, Pieces } from "../../read/text/pieces.js";
import { findParentheses } from "./share-answers.js";

/**
 * Writes what reads a template's value in the template's place; `null` if nothing does.
 *
 * @param isText the template stands within a script's text, otherwise it is the script's own code
 */
export type WriteRead = (source: string, isText: boolean) => string | null;

/** Code in which the values that a server fills in are read: those in texts, those between operators, those in names. */
export function replaceTemplates(
  code: string,
  sources: readonly string[],
  write: WriteRead,
): string {
  const pieces = new Pieces();
  const longestFirst = [...new Set(sources)].sort((one, other) => other.length - one.length);
  const masked = longestFirst.reduce(
    (text, source) => text.replaceAll(source, () => pieces.addTemplate(source, source.length)),
    code,
  );
  if (masked === code) return code;
  const { program, unread } = parseScript(`(${masked}\n)`);
  if (unread.length > 0) return code;
  const reads = new TemplateReads(masked, pieces, write);
  reads.visit(program, 0);
  return pieces.show(reads.apply());
}

class TemplateReads {
  readonly #edits: { start: number; end: number; text: string }[] = [];

  constructor(
    readonly code: string,
    readonly pieces: Pieces,
    readonly write: WriteRead,
  ) {}

  visit(node: Node, depth: number): void {
    if (depth > DEEPEST) return;
    // The parser was given a parenthesis before it.
    const start = Math.max(0, Number(node.start) - 1);
    const end = Number(node.end) - 1;
    const text = this.code.slice(start, end);
    if (!this.pieces.has(text)) return;
    if (node.type === "StringLiteral") {
      const quote = text.charAt(0);
      this.#edit(start, end, this.#writeSum(text.slice(1, -1), quote));
      return;
    }
    if (node.type === "TemplateElement") {
      const parts = this.#read(text);
      const written = parts?.map((part) => (part.isRead ? `\${${part.text}}` : part.text));
      this.#edit(start, end, written?.join("") ?? null);
      return;
    }
    if (node.type === "Identifier") {
      const [only, ...more] = this.pieces.split(text);
      const isAlone = more.length === 0 && only && "kind" in only;
      const sum = isAlone ? null : this.#writeSum(text, '"');
      const read = isAlone ? this.#readPart(only, false) : sum && `window[${sum}]`;
      // A call needs no parentheses.
      const place = isAlone ? findParentheses(node, this.code) : { start, end };
      this.#edit(place.start, place.end, read);
      return;
    }
    const isMember = node.type === "MemberExpression" || node.type === "OptionalMemberExpression";
    if (isMember && !node.computed) {
      const from = Number(node.property.start) - 1;
      const name = this.code.slice(from, end);
      const dot = /\??\.\s*$/.exec(this.code.slice(start, from))?.[0] ?? "";
      const sum = this.pieces.has(name) ? this.#writeSum(name, '"') : null;
      const open = dot.startsWith("?") ? "?.[" : "[";
      this.#edit(from - dot.length, end, sum && `${open}${sum}]`);
    }
    for (const child of listReferences(node)) this.visit(child, depth + 1);
  }

  apply(): string {
    let written = this.code;
    for (const { start, end, text } of this.#edits.sort((one, other) => other.start - one.start))
      written = written.slice(0, start) + text + written.slice(end);
    return written;
  }

  #edit(start: number, end: number, text: string | null): void {
    if (text !== null) this.#edits.push({ start, end, text });
  }

  /** A text with templates as the sum that makes it. */
  #writeSum(text: string, quote: string): string | null {
    const parts = this.#read(text);
    const written = parts?.map((part) => (part.isRead ? part.text : quote + part.text + quote));
    if (!written) return null;
    return written.length > 1 ? `(${written.join(" + ")})` : (written[0] ?? null);
  }

  /** The parts of a text; `null` if one of them cannot be read. */
  #read(text: string): { text: string; isRead: boolean }[] | null {
    const parts: { text: string; isRead: boolean }[] = [];
    for (const part of this.pieces.split(text)) {
      const read = "text" in part ? part.text : this.#readPart(part, true);
      if (read === null) return null;
      parts.push({ text: read, isRead: !("text" in part) });
    }
    return parts;
  }

  #readPart(part: Part, isText: boolean): string | null {
    return "kind" in part && part.kind === "template" ? this.write(part.source, isText) : null;
  }
}
