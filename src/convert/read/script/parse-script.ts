import { type ParseResult, type ParserOptions, parse } from "@babel/parser";
import type { Expression, File, Program } from "@babel/types";
import jsTokens from "js-tokens";
import { blank } from "../server/blank.js";
import { straightenScript } from "../server/quotes.js";
import { closeBrackets, findStatement } from "./repair.js";
import { listTokens } from "./tokens.js";

/** A script as a tree, and what of it could not be read. */
export interface ParsedScript {
  program: Program;
  /** The text that the tree's places are of: what could not be read is blank in it. */
  text: string;
  /** What could not be read, as it was written. */
  unread: string[];
  /** Its last line, if it ends before its brackets do; `""` if it is whole. */
  cut: string;
  /** Curly quotes stood for straight ones. */
  hasCurlyQuotes: boolean;
}

/** Deeper than this no shop's script goes; the parser would run out of stack. */
const DEEPEST = 150;
/** Longer than this is a library or an app's bundle. */
const LONGEST = 600_000;
/** So many statements are left out before the rest is given up. */
const PATIENCE = 12;

const OPTIONS: ParserOptions = {
  sourceType: "unambiguous",
  errorRecovery: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  allowImportExportEverywhere: true,
  allowNewTargetOutsideFunction: true,
  attachComment: false,
};

/** Plain scripts first: `<` and `(` are cheaper to read without types. */
const WAYS: ParserOptions["plugins"][] = [
  ["jsx", "decorators-legacy"],
  ["jsx", "typescript", "decorators-legacy"],
  ["typescript", "decorators-legacy"],
];

/**
 * Reads a script of any kind. If there is something in it that no parser reads (it is cut off, a
 * template stands in it), the statement around that is left out and the rest is read.
 */
export function parseScript(code: string, mask?: (source: string) => string): ParsedScript {
  const unread: string[] = [];
  let text = code;
  let hasCurlyQuotes = false;
  let cut = "";
  const done = (program: Program, read: string): ParsedScript => ({
    program,
    text: read,
    unread,
    cut,
    hasCurlyQuotes,
  });
  if (text.length > LONGEST) return done(EMPTY, "");
  const limit = measureDepth(text);
  if (limit !== null) {
    unread.push(text.slice(limit));
    text = text.slice(0, limit);
  }
  if (mask && text.includes("${")) {
    const plain = parseSomehow(text);
    if ("program" in plain && plain.errors === 0) return done(plain.program, text);
    text = maskDollars(text, mask);
  }
  for (let tries = 0; tries < PATIENCE && text.trim(); tries++) {
    const result = parseSomehow(text);
    if ("program" in result) return done(result.program, text);
    if (result.place < 0) break;
    const straight = tries === 0 ? straightenScript(text) : text;
    if (straight !== text) {
      text = straight;
      hasCurlyQuotes = true;
      continue;
    }
    const closed = tries <= 1 ? closeBrackets(text) : text;
    if (closed !== text) {
      const whole = parseSomehow(closed);
      if ("program" in whole) {
        cut = text.trim().split("\n").at(-1) ?? "";
        return done(whole.program, closed);
      }
    }
    const [start, end] = findStatement(text, result.place);
    const left = text.slice(start, end);
    if (left.trim()) unread.push(left.trim());
    text = text.slice(0, start) + blank(left) + text.slice(end);
  }
  if (text.trim()) unread.push(text.trim());
  return done(EMPTY, "");
}

/** The expression that a script begins with; nothing if it begins with something else. */
export function parseExpression(code: string): Expression | null {
  const [first] = parseScript(code).program.body;
  return first?.type === "ExpressionStatement" ? first.expression : null;
}

const EMPTY: Program = (parse("") as File).program;

/** A tree, and how many errors the parser went on after; or where it stopped. */
type Parsed = { program: Program; errors: number } | { place: number };

function parseSomehow(text: string): Parsed {
  let place = 0;
  let best: ParseResult<File> | null = null;
  for (const plugins of WAYS) {
    try {
      const file = parse(text, { ...OPTIONS, plugins: plugins ?? [] });
      const misread = file.errors?.find(({ reasonCode }) => MISREAD.test(reasonCode));
      if (misread) {
        place = Math.max(place, misread.pos);
        continue;
      }
      // `type Props = { no: string }` is read without types, too, as something else: with an error.
      if (!best || countErrors(file) < countErrors(best)) best = file;
      if (countErrors(best) === 0) break;
    } catch (error) {
      const pos = error instanceof Error && "pos" in error ? error.pos : undefined;
      // The stack has run out: nothing of it is read.
      if (typeof pos !== "number") return best ? toParsed(best) : { place: -1 };
      place = Math.max(place, pos);
    }
  }
  return best ? toParsed(best) : { place };
}

function toParsed(file: ParseResult<File>): Parsed {
  return { program: file.program, errors: countErrors(file) };
}

/** After these errors the parser goes on with a tree that no program has: `{ open() {} } = shop`. */
const MISREAD = /^PatternHas(Accessor|Method)$/;

/** How often the parser had to go on as if something else stood there. */
function countErrors({ errors }: ParseResult<File>): number {
  return errors?.length ?? 0;
}

/** The place from which on brackets are nested too deeply, if they are. */
function measureDepth(text: string): number | null {
  let depth = 0;
  let at = 0;
  // JSX elements and chains of `?:`, arrows and operators are nesting too, if nothing ends them.
  let run = 0;
  for (const { type, value } of jsTokens(text)) {
    if (type === "Punctuator" || type.startsWith("Template") || type.startsWith("JSX")) {
      if (/^[([{]$/.test(value) || type === "TemplateHead") depth++;
      else if (/^[)\]}]$/.test(value) || type === "TemplateTail") depth = Math.max(0, depth - 1);
    }
    if (/^[;]$/.test(value)) run = 0;
    else if (/^(<|\?|=>|=|!|~|\*\*|new|typeof|void|await|delete|-|\+\+|--)$/.test(value)) run++;
    if (depth > DEEPEST || run > 4000) return at;
    at += value.length;
  }
  return null;
}

/** `var no = ${no};` in a JSP: outside a template literal, that is the server's. */
function maskDollars(text: string, mask: (source: string) => string): string {
  let masked = "";
  let at = 0;
  let start = -1;
  let before = "";
  for (const { type, value } of listTokens(text)) {
    if (start < 0 && before === "$" && value === "{" && type === "Punctuator") start = at - 1;
    at += value.length;
    before = value;
    if (start >= 0 && value === "}") {
      masked = `${masked.slice(0, start)}${mask(text.slice(start, at))}`;
      start = -1;
    } else if (start < 0) masked += value;
  }
  return start < 0 ? masked : text;
}
