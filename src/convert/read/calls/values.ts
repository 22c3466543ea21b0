import { PARAMETERS } from "../../../kakao.js";
import { isRendered } from "../frameworks/reach.js";
import { pickItem } from "../markup/item-address.js";
import { openIn } from "../script/statements/navigation.js";
import { isNothing, numberValue, textValue, UNDEFINED, type Value } from "../script/value.js";
import { chooseByKey } from "../script/values/by-key.js";
import { addItems, joinItems, joinQuery, withOnlyIf } from "../script/values/lists.js";
import { isMarkup } from "../script/values/markup-text.js";
import { readRegex } from "../script/values/plain-regex.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { callText as callCoder, fillPlaces, isAtClick } from "./coding.js";
import { callParams } from "./params.js";
import { asksIfThere } from "./there.js";

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
      if (called.name === "replace" || called.name === "assign") {
        openIn(
          object.window,
          called.values[0] ?? UNDEFINED,
          called.context,
          called.run,
          called.node,
        );
      }
      if (called.name === "close" || called.name === "focus") object.window.isKept = true;
      return UNDEFINED;
    case "function": {
      const { name, values, context, run } = called;
      if (name === "call") return run.call(object, values.slice(1), context);
      if (name === "bind") {
        const [self] = values;
        return self?.kind === "object" && !object.self ? { ...object, self } : object;
      }
      if (name !== "apply") return null;
      const [, list] = values;
      return run.call(object, list?.kind === "list" ? list.items : [], context);
    }
    default:
      return null;
  }
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

function callList(called: Called, object: Extract<Value, { kind: "list" }>): Value | null {
  const { name, values, context, run } = called;
  const [first] = values;
  switch (name) {
    case "join": {
      const joined = joinList(object, first ? toText(first, run) : ",", run);
      if (joined === null) return null;
      const made = textValue(joined);
      // A loop that makes it can be written out as a whole; markup is there to be read.
      // Of a query that a component makes as it is rendered, its markup can name the parts.
      const isQuery = isRendered(context, run) && isParameter(joined);
      const isOpen =
        !isQuery && run.pieces.findCode(joined).some(({ hidden }) => hidden.length > 0);
      return isOpen && !isMarkup(made, context) ? null : made;
    }
    case "push":
    case "unshift":
      addItems(object, values, name === "push" ? "end" : "start", context, run);
      return UNDEFINED;
    case "concat":
      // `list.concat(isVip ? ["vip"] : [])`
      if (values.some(({ kind }) => kind === "code")) return null;
      return {
        kind: "list",
        items: [
          ...object.items,
          ...values.flatMap((one) => (one.kind === "list" ? one.items : [one])),
        ],
      };
    case "forEach":
    case "map": {
      if (!first) return null;
      // The new button is for each of them too.
      const isMarkup =
        /^(?:jsx|lit)$/.test(run.language) && name === "map" && object.items.length > 1;
      const isOne = isMarkup && first.kind === "function" && !makesField(first);
      if (isOne && /<[A-Za-z>]/.test(first.code?.code ?? ""))
        return { kind: "list", items: [callOnce(first, object.items, called)] };
      const items = object.items.slice(0, 100).map((item, index) => {
        // `pair.map(encodeURIComponent)`
        const coded =
          first.kind === "native" ? callCoder({ ...called, values: [item] }, first.name) : null;
        const made = coded ?? run.call(first, [item, numberValue(index)], context);
        return withOnlyIf(made, item, run);
      });
      return { ...object, items };
    }
    case "filter":
      if (!first) return null;
      return asksIfThere(first)
        ? {
            ...object,
            items: object.items.filter((one) => !isNothing(one)),
            isFiltered: "of empty",
          }
        : { ...object, isFiltered: "of some" };
    default:
      return null;
  }
}

/** `list.join(sign)`; `null` if which items are there is known at the click alone. */
function joinList(
  list: Extract<Value, { kind: "list" }>,
  sign: string,
  run: Called["run"],
): string | null {
  if (list.isFiltered === "of some") return null;
  const texts = list.items.map((item) => toText(item, run));
  if (sign === "&" && texts.some(isParameter)) return joinQuery(list, run);
  const isShorter = list.isFiltered && texts.some((text) => run.pieces.has(text));
  return isShorter ? null : joinItems(list, sign, run);
}

/** `extra=...`: what Kakao reads, of an address. Other pairs are a text of the page's own. */
function isParameter(text: string): boolean {
  return PARAMETERS.some(([, name]) => text.startsWith(`${name}=`));
}

/** `([name, value]) => <input name={name} value={value} />`: each field says something else. */
function makesField({ node: { body } }: Extract<Value, { kind: "function" }>): boolean {
  const returned = body.type === "BlockStatement" ? body.body.at(-1) : body;
  const made = returned?.type === "ReturnStatement" ? returned.argument : returned;
  if (made?.type !== "JSXElement") return false;
  const { name } = made.openingElement;
  return name.type === "JSXIdentifier" && name.name === "input";
}

/** The markup of an item, whichever it is. */
function callOnce(
  made: Extract<Value, { kind: "function" }>,
  items: readonly Value[],
  { context, run }: Called,
): Value {
  const item = pickItem(items, run);
  if (item) run.items.set(made.node, item);
  return run.call(made, [], context);
}
