import { isSimple, quoteTemplate } from "./operands.js";
import type { CodePiece, Part, Piece, TemplatePiece } from "./piece.js";
import {
  fill,
  MOST_SHORT_WORDS,
  MOST_WORDS,
  readWord,
  SHORTEST,
  WORD,
  writeShortWord,
  writeWord,
} from "./piece-words.js";

export type { CodePiece, Part, Piece, TemplatePiece };

export class Pieces {
  readonly #pieces: Piece[] = [];
  /** Those with short words, the same for the same source. */
  readonly #short: TemplatePiece[] = [];

  /** Templates by their sources: the same stands in an element's id, and in the script that looks for it. */
  readonly #templates = new Map<string, TemplatePiece>();

  /** The word of each piece, without what fills its place. */
  readonly #words = new Map<Piece, string>();

  /** What the server's own tags say of its expressions: `${url}`. */
  readonly known = new Map<string, string>();

  /** @param length of the word, so that what follows in a text keeps its place */
  add(piece: Piece, length = SHORTEST): string {
    const known = this.#words.get(piece);
    if (known) return fill(known, length);
    const index = this.#pieces.length;
    if (index >= MOST_WORDS) return "?".repeat(length);
    this.#pieces.push(piece);
    const word = writeWord(index);
    this.#words.set(piece, word);
    return fill(word, length);
  }

  addTemplate(source: string, length = SHORTEST): string {
    const known = this.known.get(source);
    const piece: TemplatePiece = this.#templates.get(source) ?? {
      kind: "template",
      source,
      choices: known ? [known] : [],
    };
    if (length < SHORTEST) return this.#addShort(piece, length);
    this.#templates.set(source, piece);
    return this.add(piece, length);
  }

  /** A template of two or three letters, in its place; the source itself if there are too many of these. */
  #addShort(piece: TemplatePiece, length: number): string {
    const { source } = piece;
    let index = this.#short.findIndex((one) => one.source === source);
    if (index < 0 && this.#short.length < MOST_SHORT_WORDS) {
      index = this.#short.push(piece) - 1;
      this.#pieces.push(piece);
    }
    if (index < 0) return source;
    return fill(writeShortWord(index), length);
  }

  /** A server's expression, as its template would show it. */
  addShown(code: string, show: (code: string) => string): string {
    return this.add({ kind: "template", source: show(code), choices: [], code });
  }

  /** Fills in what the server's own code says of a template; `""` if it says nothing. */
  learn(find: (source: string) => string | string[]): void {
    for (const piece of this.#pieces) {
      if (piece.kind !== "template") continue;
      const found = find(piece.source);
      if (found.length > 0) piece.choices = typeof found === "string" ? [found] : found;
    }
  }

  /** Templates in which something stands. */
  findSources(sign: RegExp): string[] {
    return this.#pieces.flatMap((piece) =>
      piece.kind === "template" && sign.test(piece.source) ? [piece.source] : [],
    );
  }

  addCode(code: string, more: Partial<Omit<CodePiece, "kind" | "code">> = {}): string {
    return this.add({
      kind: "code",
      code,
      hidden: [],
      isAwaited: false,
      isEncoded: false,
      choices: [],
      ...more,
    });
  }

  /** A text's own words and the pieces between them. */
  split(text: string): Part[] {
    return this.measure(text).map(([part]) => part);
  }

  /** The same, with the length that each has in the text. */
  measure(text: string): [part: Part, length: number][] {
    const parts: [Part, number][] = [];
    let end = 0;
    const addText = (to: number) => {
      if (to > end) parts.push([{ text: text.slice(end, to) }, to - end]);
    };
    for (const found of text.matchAll(WORD)) {
      addText(found.index);
      parts.push([this.#get(found), found[0].length]);
      end = found.index + found[0].length;
    }
    addText(text.length);
    return parts;
  }

  #get(found: RegExpMatchArray): Piece {
    const { index, isShort } = readWord(found);
    const pieces = isShort ? this.#short : this.#pieces;
    return pieces[index] ?? { kind: "template", source: "", choices: [] };
  }

  has(text: string): boolean {
    return text.search(WORD) >= 0;
  }

  /** The code of a text; `[]` if it is plain, or a server's alone. */
  findCode(text: string): CodePiece[] {
    return this.split(text).filter(
      (part): part is CodePiece => "kind" in part && part.kind === "code",
    );
  }

  findTemplates(text: string): string[] {
    return this.split(text).flatMap((part) =>
      "kind" in part && part.kind === "template" ? [part.source] : [],
    );
  }

  /** The text as its author wrote it: templates in their places, code as `${...}`. */
  show(text: string): string {
    return this.split(text)
      .map((part) => {
        if ("text" in part) return part.text;
        return part.kind === "template" ? this.show(part.source) : `\${${this.show(part.code)}}`;
      })
      .join("");
  }

  /** Source code in which only templates are pieces, as its author wrote it. */
  showCode(code: string): string {
    return this.split(code)
      .map((part) => {
        if ("text" in part) return part.text;
        return this.showCode(part.kind === "template" ? part.source : part.code);
      })
      .join("");
  }

  /** A text as an expression that makes it. @param isServers in the server's own code */
  toExpression(text: string, isServers = false): string {
    const parts = this.split(text).map((part) => {
      if ("text" in part) return JSON.stringify(part.text);
      if (part.kind === "template" && (!isServers || part.code === undefined))
        return part.kind === "template" && part.script !== undefined
          ? part.script
          : quoteTemplate(this.show(part.source));
      if (part.code === undefined) return '""';
      return isSimple(part.code) ? part.code : `(${part.code})`;
    });
    const [first = '""'] = parts;
    if (parts.length < 2) return first.startsWith("(") ? first.slice(1, -1) : first;
    const isText = parts.slice(0, 2).some((part) => part.startsWith('"'));
    return (isText ? parts : ['""', ...parts]).join(" + ");
  }

  /** The text with the first of all texts that its code can be. */
  toFirst(text: string): string {
    return this.split(text)
      .map((part) =>
        "text" in part
          ? part.text
          : part.kind === "code" && part.choices[0] !== undefined
            ? part.choices[0]
            : this.add(part),
      )
      .join("");
  }

  /** The text, in a place that can reach names that its pieces have hidden. */
  reveal(text: string, isReached: (name: string) => boolean): string {
    return this.map(text, (piece) => {
      if (piece.kind !== "code") return piece;
      const hidden = piece.hidden.filter((name) => !isReached(name));
      return { ...piece, hidden, choices: piece.choices.map((one) => this.reveal(one, isReached)) };
    });
  }

  /** The text with each template changed that there is something to change of. */
  mapTemplates(text: string, change: (template: TemplatePiece) => Piece | null): string {
    return this.map(text, (piece) => (piece.kind === "template" && change(piece)) || piece);
  }

  /** The text with each piece changed. */
  map(text: string, change: (piece: Piece) => Piece): string {
    return this.measure(text)
      .map(([part, length]) => {
        if ("text" in part) return part.text;
        const changed = change(part);
        return this.add(changed, changed === part ? length : SHORTEST);
      })
      .join("");
  }
}
