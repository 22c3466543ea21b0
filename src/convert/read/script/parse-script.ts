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
  const reading: Reading = { text: code, unread: [], hasCurlyQuotes: false };
  if (code.length > LONGEST) return finish(reading, EMPTY, "");
  cutDeep(reading);
  if (mask && reading.text.includes("${")) {
    const plain = parseSomehow(reading.text);
    if ("program" in plain && plain.errors === 0) return finish(reading, plain.program);
    reading.text = maskDollars(reading.text, mask);
  }
  for (let tries = 0; tries < PATIENCE && reading.text.trim(); tries++) {
    const result = parseSomehow(reading.text);
    if ("program" in result) return finish(reading, result.program);
    if (result.place < 0) break;
    if (tries === 0 && straighten(reading)) continue;
    const closed = tries <= 1 ? parseClosed(reading) : null;
    if (closed) return closed;
    leaveOut(reading, result.place);
  }
  if (reading.text.trim()) reading.unread.push(reading.text.trim());
  return finish(reading, EMPTY, "");
}

/** A script that is being read: what is left of it, and what was left out. */
type Reading = Pick<ParsedScript, "text" | "unread" | "hasCurlyQuotes">;

function finish(reading: Reading, program: Program, text = reading.text, cut = ""): ParsedScript {
  return { ...reading, program, text, cut };
}

/** Leaves out what is nested too deeply, and all behind it. */
function cutDeep(reading: Reading): void {
  const limit = measureDepth(reading.text);
  if (limit === null) return;
  reading.unread.push(reading.text.slice(limit));
  reading.text = reading.text.slice(0, limit);
}

/** Makes its quotes straight. @returns whether one was not */
function straighten(reading: Reading): boolean {
  const straight = straightenScript(reading.text);
  if (straight === reading.text) return false;
  reading.text = straight;
  reading.hasCurlyQuotes = true;
  return true;
}

/** A script that was cut off, read as if its brackets were closed; `null` if they are, or if that does not help. */
function parseClosed(reading: Reading): ParsedScript | null {
  const closed = closeBrackets(reading.text);
  const whole = closed === reading.text ? null : parseSomehow(closed);
  if (!whole || !("program" in whole)) return null;
  const cut = reading.text.trim().split("\n").at(-1) ?? "";
  return finish(reading, whole.program, closed, cut);
}

/** Leaves out the statement around a place. */
function leaveOut(reading: Reading, place: number): void {
  const { text, unread } = reading;
  const [start, end] = findStatement(text, place);
  const left = text.slice(start, end);
  if (left.trim()) unread.push(left.trim());
  reading.text = text.slice(0, start) + blank(left) + text.slice(end);
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
