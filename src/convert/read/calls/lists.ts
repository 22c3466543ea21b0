import type { Node } from "@babel/types";
import { PARAMETERS } from "../../../kakao.js";
import { isRendered } from "../frameworks/reach.js";
import { pickItem } from "../markup/item-address.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import {
  type FunctionValue,
  isNothing,
  numberValue,
  textValue,
  UNDEFINED,
  type Value,
} from "../script/value.js";
import { addItems, joinItems, joinQuery, withOnlyIf } from "../script/values/lists.js";
import { isMarkup } from "../script/values/markup-text.js";
import { declarePattern } from "../script/values/pattern.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { callText } from "./coding.js";
import { listAsked } from "./there.js";

type List = Extract<Value, { kind: "list" }>;
type Method = (called: Called, object: List) => Value | null;

/** What each of them does, by the method's name. */
const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    join,
    push: (called, object) => add(called, object, "end"),
    unshift: (called, object) => add(called, object, "start"),
    concat,
    forEach: callEach,
    map: callEach,
    filter,
  }),
);

/** Methods of lists. */
export function callList(called: Called, object: List): Value | null {
  return METHODS.get(called.name)?.(called, object) ?? null;
}

/** `["uuid=@shop", "extra=" + no].join("&")` */
function join({ values: [first], context, run }: Called, object: List): Value | null {
  const joined = joinList(object, first ? toText(first, run) : ",", run);
  if (joined === null) return null;
  const made = textValue(joined);
  // A loop that makes it can be written out as a whole; markup is there to be read.
  // Of a query that a component makes as it is rendered, its markup can name the parts.
  const isQuery = isRendered(context, run) && isParameter(joined);
  const isOpen = !isQuery && run.pieces.findCode(joined).some(({ hidden }) => hidden.length > 0);
  return isOpen && !isMarkup(made, context) ? null : made;
}

/** `list.push("vip")` */
function add({ values, context, run }: Called, object: List, to: "end" | "start"): Value {
  addItems(object, values, to, context, run);
  return UNDEFINED;
}

/** `list.concat(["vip"])`; not `list.concat(isVip ? ["vip"] : [])` */
function concat({ values }: Called, object: List): Value | null {
  if (values.some(({ kind }) => kind === "code")) return null;
  const more = values.flatMap((one) => (one.kind === "list" ? one.items : [one]));
  return { kind: "list", items: [...object.items, ...more] };
}

/** `items.map((item) => <button>...</button>)`, `pair.map(encodeURIComponent)` */
function callEach(called: Called, object: List): Value | null {
  const [first] = called.values;
  if (!first) return null;
  if (first.kind === "function" && isOneForAll(first, object, called))
    return { kind: "list", items: [callOnce(first, object.items, called)] };
  const items = object.items
    .slice(0, 100)
    .map((item, index) =>
      withOnlyIf(callWithItem(first, { item, index }, called), item, called.run.births),
    );
  return { ...object, items };
}

/** Whether the markup that is made of an item is one new button, which is for each of them too. */
function isOneForAll(made: FunctionValue, { items }: List, { name, run }: Called): boolean {
  const isMarkup = /^(?:jsx|lit)$/.test(run.language) && name === "map" && items.length > 1;
  return isMarkup && !makesField(made) && /<[A-Za-z>]/.test(made.code?.code ?? "");
}

function callWithItem(
  callback: Value,
  { item, index }: { item: Value; index: number },
  called: Called,
): Value {
  const coded =
    callback.kind === "native" ? callText({ ...called, values: [item] }, callback.name) : null;
  return coded ?? called.run.call(callback, [item, numberValue(index)], called.context);
}

/** `tags.filter(Boolean)` leaves out what is not there; another filter, nobody knows what. */
function filter(called: Called, object: List): Value | null {
  const [first] = called.values;
  if (!first) return null;
  const asked = first.kind === "function" ? listAsked(first) : [];
  if (first.kind !== "native" && asked.length === 0) return { ...object, isFiltered: "of some" };
  const isLeftOut = (item: Value) =>
    isNothing(item) ||
    (first.kind === "function" && asked.some((one) => isAbsent(one, first, item, called)));
  const items = object.items.filter((one) => !isLeftOut(one));
  return { ...object, items, isFiltered: "of empty" };
}

/** Whether what a filter asks for is `undefined` or `null` of an item: `data[key]`, the second of a pair. */
function isAbsent(
  asked: Node,
  { node: { params }, scope: around, script }: FunctionValue,
  item: Value,
  { context, run }: Called,
): boolean {
  const [param] = params;
  if (!param || asked === param) return false;
  const scope = new Scope(around);
  const inner = { ...context, scope, script };
  declarePattern(param, item, inner, run, true);
  const value = run.evaluate(asked, inner);
  return value.kind === "native" && isNothing(value);
}

/** `list.join(sign)`; `null` if which items are there is known at the click alone. */
function joinList(list: List, sign: string, run: Run): string | null {
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
function makesField({ node: { body } }: FunctionValue): boolean {
  const returned = body.type === "BlockStatement" ? body.body.at(-1) : body;
  const made = returned?.type === "ReturnStatement" ? returned.argument : returned;
  if (made?.type !== "JSXElement") return false;
  const { name } = made.openingElement;
  return name.type === "JSXIdentifier" && name.name === "input";
}

/** The markup of an item, whichever it is. */
function callOnce(made: FunctionValue, items: readonly Value[], { context, run }: Called): Value {
  const item = pickItem(items, run);
  if (item) run.calls.items.set(made.node, item);
  return run.call(made, [], context);
}
