import { closest, isElement, type OldElement } from "../markup/element.js";
import { isRepeated } from "../markup/repeated.js";
import { listSiblings } from "../markup/siblings.js";
import type { Run } from "../script/run.js";
import { numberValue, textValue, type Value } from "../script/value.js";
import { toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import type { Elements } from "./elements.js";
import { narrow } from "./narrow.js";
import { elements, findAll, findInside, isOfMoment } from "./query.js";

const FINDS_WITHIN =
  /^(?:find|children|querySelector(?:All)?|filter|siblings|(?:next|prev)(?:All)?)$/;

type Finder = (called: Called, object: Elements, selector: string) => Value | null;

/** What each of them finds, by the method's name. */
const FINDERS: ReadonlyMap<string, Finder> = new Map(
  Object.entries<Finder>({
    find: findWithin,
    children: findWithin,
    querySelector: findWithin,
    querySelectorAll: findWithin,
    closest: findAround,
    parents: findAround,
    parent: findAround,
    next: findBeside,
    nextAll: findBeside,
    prev: findBeside,
    prevAll: findBeside,
    siblings: findBeside,
    matches: asksWhich,
    is: asksWhich,
    hasClass: (called, object, name) => asksWhich(called, object, `.${name}`),
    eq: findAt,
    get: findAt,
    item: findAt,
    add: addFound,
    index: readIndex,
    first: keepAll,
    last: keepAll,
    filter: keepAll,
    not: keepAll,
    clone: keepAll,
    cloneNode: keepAll,
  }),
);

/** What finds other elements from those that are known. */
export function callFinders(called: Called, object: Elements): Value | null {
  const { name, values, context, run } = called;
  const selector = toText(values[0] ?? textValue(""), run);
  if (FINDS_WITHIN.test(name) && isOfMoment(selector, context)) return null;
  return FINDERS.get(name)?.(called, object, selector) ?? null;
}

/** What is found, by the jQuery that has found those from which it was looked for. */
function found(all: OldElement[], { jquery }: Elements): Elements {
  return elements(all, jquery);
}

/** `$("#box").find(".talk")` */
function findWithin({ run }: Called, object: Elements, selector: string): Value {
  return selector ? found(findInside(object.elements, selector, run), object) : object;
}

/** `event.target.closest(".talk")`, `$(this).parents("form")` */
function findAround(called: Called, object: Elements, selector: string): Value | null {
  const { name, context, run } = called;
  const [element] = object.elements;
  const inner = name === "closest" ? narrow(called, object, selector) : null;
  if (inner) return found([inner], object);
  const outer = closest(
    (name === "closest" ? element : element?.parent) ?? null,
    (one) => !selector || selector === one.name || findInside([], selector, run).includes(one),
  );
  // What is around the clicked element, but was not pasted, is not that element.
  if (!outer) return context.trigger || context.event ? null : object;
  return isOfMoment(selector, context) ? null : found([outer], object);
}

/** `$(this).next("form")`, `$(this).siblings("input")` */
function findBeside({ name, run }: Called, object: Elements, selector: string): Value | null {
  const beside = object.elements.flatMap((one) => listSiblings(one, name) ?? []);
  const named = selector ? new Set(findInside([], selector, run)) : null;
  const all = beside.filter((one) => named?.has(one) ?? true);
  return all.length > 0 ? found(all, object) : null;
}

/** `event.target.matches(".talk")`: the answer is not known, but what is asked for is. */
function asksWhich(called: Called, object: Elements, selector: string): null {
  narrow(called, object, selector);
  return null;
}

/** `$("button").eq(1)` */
function findAt(_: Called, object: Elements, at: string): Value {
  const one = object.elements[Number(at)];
  return one ? found([one], object) : object;
}

/** `$("#a").add("#b")` */
function addFound({ values, run }: Called, object: Elements, selector: string): Value {
  const [first] = values;
  const isMarkup = /^\s*</.test(selector);
  const more = first?.kind === "elements" ? first.elements : [];
  const all = first?.kind === "text" && !isMarkup ? findAll(run, selector) : more;
  return all.length > 0 ? found([...new Set([...object.elements, ...all])], object) : object;
}

/** `$(this).index()` */
function readIndex({ values, run }: Called, { elements: [element] }: Elements): Value | null {
  return values.length === 0 && element ? indexAmongSiblings(element, run) : null;
}

/** `$("button").first()`: which of them is not what is asked. */
function keepAll(_: Called, object: Elements): Value {
  return object;
}

/** The place among its siblings, unless a server may repeat one of them. */
function indexAmongSiblings(element: OldElement, run: Run): Value | null {
  const siblings = element.parent?.children ?? [];
  const index = siblings.filter(isElement).indexOf(element);
  return isRepeated(element, run.pieces) || index < 0 ? null : numberValue(index);
}
