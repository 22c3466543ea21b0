import { openIn } from "../script/statements/navigation.js";
import { type FunctionValue, textValue, UNDEFINED, type Value } from "../script/value.js";
import { chooseByKey } from "../script/values/by-key.js";
import { readRegex } from "../script/values/plain-regex.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { fillPlaces, isAtClick } from "./coding.js";
import { callList } from "./lists.js";
import { callParams } from "./params.js";

/** Methods of texts, lists, queries, windows and functions. */
export function callValue(called: Called, object: Value): Value | null {
  switch (object.kind) {
    case "text":
      return callText(called, object.text);
    case "list":
      return callList(called, object);
    case "object":
      return object.isMap === true && called.name === "get" ? getEntry(called, object) : null;
    case "params":
      return callParams(called, object);
    case "window":
      return callWindow(called, object);
    case "function":
      return callFunction(called, object);
    default:
      return null;
  }
}

/** `popup.location.replace(url)`, `popup.focus()` */
function callWindow(
  { node, name, values: [first], context, run }: Called,
  { window }: Extract<Value, { kind: "window" }>,
): Value {
  if (name === "replace" || name === "assign")
    openIn(window, first ?? UNDEFINED, context, run, node);
  if (name === "close" || name === "focus") window.isKept = true;
  return UNDEFINED;
}

/** `open.call(this, no)`, `open.apply(this, list)`, `open.bind(this)` */
function callFunction({ name, values, context, run }: Called, object: FunctionValue): Value | null {
  if (name === "call") return run.call(object, values.slice(1), context);
  if (name === "bind") {
    const [self] = values;
    return self?.kind === "object" && !object.self ? { ...object, self } : object;
  }
  if (name !== "apply") return null;
  const [, list] = values;
  return run.call(object, list?.kind === "list" ? list.items : [], context);
}

/** `acts.get(key)` */
function getEntry(
  { node, values, context, run }: Called,
  object: Value & { kind: "object" },
): Value | null {
  const [key] = node.arguments;
  const [name] = values;
  if (!key || !name) return null;
  const known = name.kind === "text" ? object.entries.get(name.text) : undefined;
  return known ?? chooseByKey(object, key, context, run);
}

function callText({ name, node, values, run }: Called, text: string): Value | null {
  const hasPiece = run.pieces.has(text);
  const texts = values.map((value) => toText(value, run));
  const [first = "", second = ""] = texts;
  if (name === "format" && /\{0\}/.test(text)) return textValue(fillPlaces(text, texts));
  if (name === "concat") return textValue(text + texts.join(""));
  if (/^trim/.test(name) && isAtClick(text, run)) return null;
  if (/^trim/.test(name) && !hasPiece) return textValue(trimText(name, text));
  if (/^(trim|toString|valueOf|normalize|trimEnd|trimStart|toWellFormed)$/.test(name))
    return textValue(text);
  const regex = hasPiece ? null : readRegex(node.arguments[0]);
  if (name === "replace" && regex && values[1]?.kind === "text" && !run.pieces.has(second))
    return textValue(text.replace(regex, () => second));
  if (name === "replace" || name === "replaceAll") {
    if (values[0]?.kind !== "text" || values[1]?.kind !== "text") return null;
    return textValue(
      name === "replace" ? text.replace(first, () => second) : text.replaceAll(first, () => second),
    );
  }
  if (name === "split" && !hasPiece && values[0]?.kind === "text") {
    return { kind: "list", items: text.split(first).slice(0, 200).map(textValue) };
  }
  if (hasPiece) return null;
  if (/^(?:slice|substring|substr)$/.test(name)) return cutText(name, text, texts);
  if (name === "toLowerCase") return textValue(text.toLowerCase());
  if (name === "toUpperCase") return textValue(text.toUpperCase());
  return null;
}

function trimText(name: string, text: string): string {
  if (name === "trim") return text.trim();
  return name === "trimEnd" ? text.trimEnd() : text.trimStart();
}

function cutText(name: string, text: string, texts: readonly string[]): Value | null {
  const [start = 0, end] = texts.map(Number);
  if (!Number.isInteger(start) || (end !== undefined && !Number.isInteger(end))) return null;
  if (name === "slice") return textValue(text.slice(start, end));
  if (name === "substring") return textValue(text.substring(start, end));
  const from = start < 0 ? Math.max(0, text.length + start) : start;
  return textValue(text.slice(from, end === undefined ? undefined : from + Math.max(0, end)));
}
