import type { Part, Token } from "./read-expression.js";

const FIELD = /^(uuid|extra|bot|event)$/;
/** An input without a value. */
const MADE = /^<input\b(?!.*\bvalue=).*\bname=["']?(uuid|extra|bot|event)\b/i;
/** How far a field's value may stand from its name, in tokens. */
const NEAR = 24;

/** What stands there, or nothing beyond the ends. */
export function valueAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.value ?? "";
}

/** The text of a string literal. */
export function textAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  return token?.type === "StringLiteral" ? token.value.slice(1, -1) : undefined;
}

/** A field, in each of the ways in which scripts say one. */
export function readField(
  tokens: readonly Token[],
  at: number,
  read: (start: number) => Part[],
  fields: Map<string, Part[]>,
): void {
  const name = textAt(tokens, at) ?? valueAt(tokens, at);
  const next = valueAt(tokens, at + 1);
  const before = valueAt(tokens, at - 1);
  const isText = textAt(tokens, at) !== undefined;
  const made = MADE.exec(name)?.[1];
  const set = (start: number, field = name) => {
    const parts = read(start);
    if (parts.length > 0 && !fields.has(field)) fields.set(field, parts);
  };
  // `$('<input name="uuid">').val(id)`.
  const isFilled = [")", ".", "val", "("].every(
    (value, by) => valueAt(tokens, at + 1 + by) === value,
  );
  if (made && isFilled) set(at + 5, made);
  if (isText && isNaming(tokens, at)) {
    const start = findValue(tokens, at);
    if (start !== undefined) set(start);
  } else if (!FIELD.test(name)) return;
  // `add("uuid", id)`, `{ uuid: id }`, `data["uuid"] = id`.
  else if (isText && next === "," && /^[(,]$/.test(before)) set(at + 2);
  else if (next === ":" && before !== "?") set(at + 2);
  else if (isText && next === "]" && valueAt(tokens, at + 2) === "=") set(at + 3);
}

/** `name: "uuid"`, `.attr("name", "uuid")`, `input.name = "uuid"`. */
function isNaming(tokens: readonly Token[], at: number): boolean {
  const [a, b] = [valueAt(tokens, at - 2), valueAt(tokens, at - 1)];
  return /^["']?name["']?$/.test(a) && /^[:,=]$/.test(b);
}

/** The value that belongs to the name at `at`: after it, up to the next name, or just before it. */
function findValue(tokens: readonly Token[], at: number): number | undefined {
  const isValue = (here: number) =>
    (/^["']?value["']?$/.test(valueAt(tokens, here)) &&
      /^[:,=]$/.test(valueAt(tokens, here + 1))) ||
    (valueAt(tokens, here) === "val" && valueAt(tokens, here + 1) === "(");
  for (let here = at + 1; here < at + NEAR && here < tokens.length; here++) {
    if (isNaming(tokens, here)) break;
    if (isValue(here)) return here + 2;
  }
  for (let here = at - 1; here > at - NEAR && here >= 0; here--) {
    if (isNaming(tokens, here)) break;
    if (isValue(here)) return here + 2;
  }
  return undefined;
}
