/** An expression that makes a value, written so that it can stand elsewhere. */
export interface Code {
  code: string;
  /** Names in it that nothing outside the old function can reach. */
  hidden: readonly string[];
  isAwaited: boolean;
}

/** What an expression needs that is made of these. */
export function joinNeeds(parts: readonly Omit<Code, "code">[]): Omit<Code, "code"> {
  return {
    hidden: parts.flatMap(({ hidden }) => hidden),
    isAwaited: parts.some(({ isAwaited }) => isAwaited),
  };
}

export function both(test: Code, other: Code): Code {
  const code = `${groupOperand(test.code)} && ${groupOperand(other.code)}`;
  return { code, ...joinNeeds([test, other]) };
}

/** In parentheses, if something in it could bind less than `&&` does. */
function groupOperand(code: string): string {
  return /\?|\|\||=>|,|[^=!<>]=[^=]/.test(code) ? `(${code})` : code;
}

/** One comparison, of plain names and texts. */
const COMPARED = /^([\w$.]+) === ([\w$.]+|"[^"\\]*"|'[^'\\]*')$/;

export function negate(test: Code): Code {
  return { ...test, code: opposite(test.code) };
}

/** `!(no)` of `no`, and the other way round. */
export function opposite(test: string): string {
  const [, name] = /^!([A-Za-z_$][\w$.]*)$/.exec(test) ?? [];
  if (name) return name;
  const [, one, other] = COMPARED.exec(test) ?? [];
  return one ? `${one} !== ${other}` : `!(${test})`;
}

/** Whether one of two conditions holds where the other does not. */
export function areOpposite(one: string, other: string): boolean {
  return opposite(one) === other || opposite(other) === one;
}

/** Whether parentheses are already around the whole. */
export function isWrapped(code: string): boolean {
  if (!code.startsWith("(")) return false;
  let depth = 0;
  for (let at = 0; at < code.length; at++) {
    if (code[at] === "(") depth++;
    if (code[at] === ")" && --depth === 0) return at === code.length - 1;
  }
  return false;
}
