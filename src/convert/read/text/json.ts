import { textValue, UNDEFINED, type Value } from "../script/value.js";

/** A text of JSON as the value that it stands for; nothing if it is none. */
export function readJson(text: string): Value | null {
  try {
    return fromJson(JSON.parse(text), 0);
  } catch {
    return null;
  }
}

function fromJson(made: unknown, depth: number): Value {
  if (depth > 20) return UNDEFINED;
  const inside = (one: unknown) => fromJson(one, depth + 1);
  if (typeof made === "string") return textValue(made);
  if (Array.isArray(made)) return { kind: "list", items: made.map(inside) };
  if (typeof made !== "object" || made === null)
    return made === null ? UNDEFINED : { kind: "text", text: String(made), isBare: true };
  const entries = Object.entries(made).map(([key, one]): [string, Value] => [key, inside(one)]);
  return { kind: "object", entries: new Map(entries) };
}
