import { type Code, joinNeeds } from "../code.js";
import type { Run } from "../run.js";
import { plainCode, type Value } from "../value.js";

/** So many objects within each other are written out: one may hold itself. */
const DEEPEST = 10;

/** A value as an expression; nothing if it can be none. */
export function codeOfValue(value: Value, run: Run, depth = 0): Code | null {
  if (value.kind === "text" && value.isBare) return value.code ?? plainCode(value.text);
  if (value.kind === "text" && value.raw !== undefined && run.show === null)
    return plainCode(value.raw);
  if (value.kind === "text") {
    const code = run.pieces.toExpression(value.text, run.show !== null);
    return { code, ...joinNeeds(run.pieces.findCode(value.text)) };
  }
  const isWritten = hasChanged(value, run);
  if (isWritten && (depth > DEEPEST || !run.step())) return null;
  if (isWritten && value.kind === "object") return codeOfObject(value, run, depth);
  if (isWritten && value.kind === "list") return codeOfList(value, run, depth);
  return value.code ?? (value.kind === "native" ? plainCode(value.name) : null);
}

/** Whether something in a list or an object has changed since they were made. */
function hasChanged(value: Value, run: Run, depth = 0): boolean {
  if (value.kind === "list") return run.births.written.has(value.items);
  if (value.kind !== "object" || depth > DEEPEST) return false;
  if (run.births.written.has(value.entries)) return true;
  return [...value.entries.values()].some((one) => hasChanged(one, run, depth + 1));
}

/** An object with all that it has been given since it was made. */
function codeOfObject(
  { entries, isOpen, isClass }: Extract<Value, { kind: "object" }>,
  run: Run,
  depth: number,
): Code | null {
  if (isOpen || isClass) return null;
  const parts: Code[] = [];
  for (const [name, value] of entries) {
    const made = codeOfPart(value, (code) => code, "undefined", run, depth);
    if (!made) return null;
    const key = /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
    parts.push({ ...made, code: `${key}: ${made.code}` });
  }
  const code = parts.map((one) => one.code).join(", ");
  return { code: code ? `{ ${code} }` : "{}", ...joinNeeds(parts) };
}

/** A list with all that it has been given since it was made. */
function codeOfList(
  { items }: Extract<Value, { kind: "list" }>,
  run: Run,
  depth: number,
): Code | null {
  const isWhole = !items.some((item) => run.births.onlyIf.has(item));
  const parts: Code[] = [];
  for (const item of items) {
    const made = codeOfPart(item, (code) => (isWhole ? code : `[${code}]`), "[]", run, depth);
    if (!made) return null;
    parts.push(made);
  }
  const code = parts.map((one) => one.code).join(", ");
  return { code: isWhole ? `[${code}]` : `[].concat(${code})`, ...joinNeeds(parts) };
}

/** A part of a list or an object, or what stands for it where its condition does not hold. */
function codeOfPart(
  value: Value,
  wrap: (code: string) => string,
  nothing: string,
  run: Run,
  depth: number,
): Code | null {
  const only = run.births.onlyIf.get(value);
  const made = value.kind === "function" ? null : codeOfValue(only?.value ?? value, run, depth + 1);
  if (!made || !only) return made && { ...made, code: wrap(made.code) };
  const { condition } = only.context;
  if (!condition || only.context.server) return null;
  const code = `${condition.code} ? ${wrap(made.code)} : ${nothing}`;
  return { code, ...joinNeeds([condition, made]) };
}
