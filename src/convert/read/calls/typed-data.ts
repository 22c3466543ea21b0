import { readDataset } from "../markup/dataset.js";
import type { OldElement } from "../markup/element.js";
import { textValue, type Value } from "../script/value.js";
import { codeOf } from "../script/values/code-of.js";
import { readJson } from "../text/json.js";
import type { Called } from "./call.js";

/**
 * What jQuery's `data` makes of an attribute: JSON is read, and so are numbers. Of what a server fills in, it is known at
 * the click alone.
 */
export function readTyped(text: string, member: string, { node, context, run }: Called): Value {
  if (run.pieces.has(text)) {
    const { code, hidden } = codeOf(node, context, run);
    return { ...textValue(text), ...(hidden.length === 0 && { raw: code + member }) };
  }
  const isTyped =
    /^\s*[[{]|^(?:true|false|null)$/.test(text) || (text !== "" && String(Number(text)) === text);
  return (isTyped ? readJson(text) : null) ?? textValue(text);
}

/** `$(this).data()`: all of them. */
export function readAllTyped(element: OldElement, called: Called): Value {
  const all = readDataset(element);
  if (all.kind !== "object") return all;
  const entries = [...all.entries].map(([key, one]): [string, Value] => [
    key,
    one.kind === "text" ? readTyped(one.text, `.${key}`, called) : one,
  ]);
  return { ...all, entries: new Map(entries) };
}
