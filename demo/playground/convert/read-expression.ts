import jsTokens from "js-tokens";

export interface Token {
  type: string;
  value: string;
  /** Where the language would end a statement without a semicolon. */
  isOnNewLine: boolean;
}

/** What a script joins to one text: `"order=" + id` is a text and a piece of code. */
export type Part = { text: string } | { code: string };

/** Texts that have a name, such as `var UUID = "@shop"`. */
export type Constants = Map<string, Part[]>;

const OPENING = "([{";
const CLOSING = ")]}";
/** What goes on with an expression, at a line's end or at the beginning of the next. */
const GOES_ON = /^([-+*/.?:&|=<>!]+|\.\.\.)$/;
/** Calls that leave a text what it is, as far as the other end sees. */
const WRAPPERS = /^(encodeURIComponent|encodeURI|String)$/;
const SPACE = /^(WhiteSpace|LineTerminatorSequence|SingleLineComment|MultiLineComment)$/;

export function readTokens(code: string): Token[] {
  const tokens: Token[] = [];
  let isOnNewLine = false;
  for (const { type, value } of jsTokens(code)) {
    if (SPACE.test(type)) isOnNewLine ||= value.includes("\n");
    else {
      tokens.push({ type, value, isOnNewLine });
      isOnNewLine = false;
    }
  }
  return tokens;
}

/** Where the bracket at `start` is closed, or the end. */
export function findClosing(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    const { value } = tokens[at] as Token;
    if (isBracket(value, OPENING)) depth++;
    else if (isBracket(value, CLOSING) && --depth === 0) return at;
  }
  return tokens.length;
}

function isBracket(value: string, brackets: string): boolean {
  return value.length === 1 && brackets.includes(value);
}

/** The tokens of the expression that begins at `start`. */
export function sliceExpression(tokens: readonly Token[], start: number): Token[] {
  let at = start;
  while (at < tokens.length) {
    const { value, type, isOnNewLine } = tokens[at] as Token;
    if (isBracket(value, CLOSING) || value === "," || value === ";") break;
    const before = tokens[at - 1]?.value ?? "";
    if (at > start && isOnNewLine && !GOES_ON.test(value) && !GOES_ON.test(before)) break;
    at = type === "Punctuator" && isBracket(value, OPENING) ? findClosing(tokens, at) + 1 : at + 1;
  }
  return tokens.slice(start, at);
}

/** What the expression joins, with the known names replaced by their texts. */
export function readExpression(tokens: readonly Token[], constants: Constants): Part[] {
  return splitAtPlus(tokens).flatMap((operand) => readOperand(operand, constants));
}

function splitAtPlus(tokens: readonly Token[]): Token[][] {
  const operands: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === "TemplateHead" || isBracket(token.value, OPENING)) depth++;
    if (token.type === "TemplateTail" || isBracket(token.value, CLOSING)) depth--;
    if (depth === 0 && token.value === "+") operands.push([]);
    else operands.at(-1)?.push(token);
  }
  return operands.filter((operand) => operand.length > 0);
}

function readOperand(tokens: readonly Token[], constants: Constants): Part[] {
  const [first, second] = tokens as [Token, Token?];
  const isWhole = (open: number) => findClosing(tokens, open) === tokens.length - 1;
  if (tokens.length === 1) {
    if (first.type === "StringLiteral" || first.type === "NoSubstitutionTemplate") {
      return [{ text: unquote(first.value.slice(1, -1)) }];
    }
    if (first.type === "NumericLiteral" || /^(true|false)$/.test(first.value)) {
      return [{ text: first.value }];
    }
    const known = constants.get(first.value);
    if (known) return known;
  }
  if (first.type === "TemplateHead") return readTemplate(tokens, constants);
  if (first.value === "(" && isWhole(0)) return readExpression(tokens.slice(1, -1), constants);
  if (WRAPPERS.test(first.value) && second?.value === "(" && isWhole(1)) {
    return readExpression(tokens.slice(2, -1), constants);
  }
  return [{ code: writeTokens(tokens) }];
}

function readTemplate(tokens: readonly Token[], constants: Constants): Part[] {
  const parts: Part[] = [];
  let inner: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    const isEdge = /^Template(Middle|Tail)$/.test(token.type) && depth === 1;
    if (isEdge) {
      parts.push(...readExpression(inner, constants));
      inner = [];
    }
    if (token.type === "TemplateHead") depth++;
    if (isEdge || (token.type === "TemplateHead" && depth === 1)) {
      parts.push({ text: unquote(token.value.replace(/^[`}]|(\$\{|`)$/g, "")) });
    } else inner.push(token);
    if (token.type === "TemplateTail") depth--;
  }
  return parts;
}

/** The source again: spaces only where two words would run into one. */
export function writeTokens(tokens: readonly Token[]): string {
  return tokens
    .map(({ value }) => value)
    .reduce((all, value) => {
      const isWord = /[\w$]$/.test(all) && /^[\w$]/.test(value);
      const isSpaced = /^[-+*/?:&|=<>]+$/.test(value) || /[-+*/?:&|=<>,]$/.test(all);
      return all + (isWord || (isSpaced && all) ? " " : "") + value;
    }, "");
}

const ESCAPES: Record<string, string> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
};

function unquote(text: string): string {
  return text.replace(
    /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi,
    (_, point, unit, byte, other) => {
      const code = point ?? unit ?? byte;
      if (code) return String.fromCodePoint(Number.parseInt(code, 16));
      return /[\r\n]/.test(other) ? "" : (ESCAPES[other] ?? other);
    },
  );
}
