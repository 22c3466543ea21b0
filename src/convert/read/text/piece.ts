/**
 * Code within text, kept as a word of its own.
 *
 * `"order=" + no` and `order=<%= no %>` are both a text with a piece in it. Each piece is written as a
 * run of Phags-pa letters, which HTML, JavaScript and addresses all take for an ordinary word, and
 * which no shop writes: `order=ꡀꡁꡁꡂ`. So one text can go through every parser, and
 * {@link Pieces.split} takes it apart again.
 */
export type Piece =
  /** What a server fills in before the page is sent, as written: `<%= no %>`. */
  | {
      kind: "template";
      source: string;
      /** What the server's own code, if that was pasted too, says that it is. */
      choices: readonly string[];
      /** The server's own expression, if the template was made of its code. */
      code?: string;
      /** What it was in a script, if that is no text in quotes there: `<?= json_encode($no) ?>`. */
      script?: string;
    }
  /** What a script makes at the click. */
  | {
      kind: "code";
      /** An expression; names of the script's own are already replaced by what they stand for. */
      code: string;
      /** Names in the expression that nothing outside the old function can reach. */
      hidden: readonly string[];
      /** The expression holds an `await`. */
      isAwaited: boolean;
      /** `encodeURIComponent` was around it. */
      isEncoded: boolean;
      /** By which function, if it is not `encodeURIComponent`. */
      encoder?: "escape";
      /** The texts that it can be, if all of them are known: those of a condition. */
      choices: readonly string[];
      /** It is empty under a condition: of two values of one name, the next counts then. */
      isOptional?: boolean;
      /** The condition itself, if there are two: the first is for when it holds. */
      test?: string;
      /** Its one choice is what it is if a value is missing: `id || "@shop"`, as the old code has it. */
      defaulted?: string;
    };

export type CodePiece = Extract<Piece, { kind: "code" }>;
export type TemplatePiece = Extract<Piece, { kind: "template" }>;
export type Part = { text: string } | Piece;
