import type { Run } from "../script/run.js";
import type { Births } from "../script/run-parts.js";
import type { Value } from "../script/value.js";
import { codeOfValue } from "../script/values/code-of-value.js";
import type { CodePiece, Pieces } from "./pieces.js";

/** So many lists within each other are written out: one may hold itself. */
const DEEPEST = 20;

/** A value as it is within a text: what is not known is a piece of code in it. */
export function toText(value: Value, run: Run, depth = 0): string {
  switch (value.kind) {
    case "text":
      // What a loop counts with.
      return value.code ? addCode(value, run) : value.text;
    case "native":
      if (value.name === "undefined" || value.name === "null") return value.name;
      return run.show ? run.pieces.addShown(value.name, run.show) : run.pieces.addCode(value.name);
    case "params":
      if (value.isOpen && value.entries.length === 0) return addText(value, run);
      return joinQuery(value.base, encodeEntries(value.entries, run));
    case "list":
      if (depth > DEEPEST || !run.step()) return "";
      if (isShorter(value, run.births)) return addText(value, run);
      return value.items.map((item) => toText(item, run, depth + 1)).join(",");
    case "elements": {
      const [element] = value.elements;
      if (element?.name === "a") return element.attributes.get("href") ?? "";
      return addCode(value, run);
    }
    default:
      return addCode(value, run);
  }
}

/** Which of its items are there is known at the click alone. */
function isShorter(
  { items, isFiltered }: Extract<Value, { kind: "list" }>,
  births: Births,
): boolean {
  return isFiltered !== undefined || items.some((item) => births.onlyIf.has(item));
}

function addText(value: Value, run: Run): string {
  const { code = "undefined", ...needs } = codeOfValue(value, run) ?? { hidden: ["…"] };
  return run.pieces.addCode(`String(${code})`, needs);
}

function joinQuery(base: string | undefined, query: string): string {
  if (base === undefined) return query;
  return query ? `${base}${base.includes("?") ? "&" : "?"}${query}` : base;
}

function addCode(value: Value, run: Run): string {
  const code = codeOfValue(value, run);
  if (run.show && code) return run.pieces.addShown(code.code, run.show);
  const choices = value.kind === "code" ? (value.choices ?? []) : [];
  return run.pieces.addCode(code?.code ?? "undefined", {
    hidden: code ? code.hidden : ["…"],
    isAwaited: code?.isAwaited ?? false,
    ...(value.kind === "code" && value.test !== undefined && { test: value.test }),
    ...(value.kind === "code" && value.defaulted !== undefined && { defaulted: value.defaulted }),
    choices: choices.flatMap((one) => {
      if (one.kind === "text") return [one.text];
      const isOther = value.kind === "code" && value.test !== undefined;
      return isOther ? [toText(one, run)] : [];
    }),
  });
}

/** Pairs as a query: as `URLSearchParams`, `$.param` and `qs` write them. */
export function encodeEntries(entries: Iterable<[string, string]>, run: Run): string {
  return [...entries].map(([name, text]) => `${name}=${encodeText(text, run)}`).join("&");
}

/** As `encodeURIComponent` does, around the pieces. */
export function encodeText(text: string, run: Run, encoder?: "escape"): string {
  return run.pieces
    .split(text)
    .map((part) => {
      if ("text" in part)
        return encodeURIComponent(part.text.replace(/[\ud800-\udfff]/gu, "\ufffd"));
      if (part.kind !== "code") return run.pieces.add(part);
      const once = part.isEncoded ? encodeCode(part) : part;
      return run.pieces.add({ ...once, isEncoded: true, ...(encoder && { encoder }) });
    })
    .join("");
}

/** What has been encoded, with the code that encodes it: a form sends it so. */
export function withEncoding(text: string, pieces: Pieces): string {
  return pieces.map(text, (piece) =>
    piece.kind === "code" && piece.isEncoded ? encodeCode(piece) : piece,
  );
}

/** What the code within a text encodes, as it is before. */
export function withoutEncoder(text: string, pieces: Pieces): string {
  return pieces.map(text, (piece) =>
    piece.kind === "code" ? { ...piece, isEncoded: false } : piece,
  );
}

function encodeCode(piece: CodePiece): CodePiece {
  const { encoder = "encodeURIComponent", code, choices } = piece;
  return {
    ...piece,
    code: `${encoder}(${code})`,
    isEncoded: false,
    choices: choices.map((one) => encodeURIComponent(one)),
  };
}
