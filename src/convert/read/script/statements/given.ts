/**
 * What one element's handler gives to another: `link.href = address + tab.dataset.no`.
 *
 * The other one has it at its own click. What the handler reads of the element that it listens to is out of
 * reach by then: it is said by its name, never by the value that the page begins with.
 */

import { shorten } from "../../../shorten.js";
import { isComponent } from "../../frameworks/reach.js";
import { contains, type OldElement, walk } from "../../markup/element.js";
import { joinGiven } from "../../text/given-text.js";
import type { Pieces } from "../../text/pieces.js";
import { isOfCall } from "../births.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import type { Gifts } from "../run-parts.js";
import type { Scope } from "../scope.js";
import { KAKAO, withChoices } from "../start.js";
import { textValue, type Value } from "../value.js";

/** A place that a handler has given something to: another element's attribute, a variable, a member of an object. */
export interface Given {
  owner: object;
  key: string;
  /** Takes down what is there. @returns what puts it back */
  keep: () => () => void;
  /** Puts back what was there before. */
  restore: () => void;
}

/** Whether an element of the page's is another than what is clicked, and neither in it nor around it. */
export function isOther(element: OldElement, context: Context, run: Run): boolean {
  if (element.origin !== "page" || isComponent(run) || run.show) return false;
  const clicked = context.frame.target ?? context.trigger ?? context.event?.element ?? null;
  if (!clicked || clicked.name === "#document") return false;
  return !contains(clicked, element) && !contains(element, clicked);
}

/** Takes down that a handler gives something to another element. @returns whether that is done, for its own click */
export function give(
  element: OldElement,
  key: string,
  text: string,
  context: Context,
  run: Run,
): boolean {
  noteGiven(element, key, run.gifts);
  if (!run.gifts.isMasked) return false;
  const before = element.attributes.get(key) ?? "";
  // A link that leads to a chat at first goes on to do so.
  const isChat =
    key === "href" && KAKAO.test(before) && before !== run.gifts.names.get(element)?.get(key);
  const joined = join(element, key, before, text, context, run);
  if (!isChat) element.attributes.set(key, joined);
  return true;
}

/** Takes down that a handler gives an element an attribute. */
export function noteGiven(element: OldElement, key: string, gifts: Gifts): void {
  note(element, key, gifts, () => {
    const value = element.attributes.get(key);
    return () => {
      if (value === undefined) element.attributes.delete(key);
      else element.attributes.set(key, value);
    };
  });
}

function note(owner: object, key: string, gifts: Gifts, keep: Given["keep"]): void {
  gifts.given.push({ owner, key, keep, restore: keep() });
}

/**
 * The same of an address that a handler puts into what was there before it: a variable, an object.
 *
 * @param thing whose birth is known: the variable's scope, the object's members
 * @returns the value that another click finds there; `null` if that is no other than the handler's own
 */
export function giveAddress(
  { owner, key, before, keep }: Pick<Given, "owner" | "key" | "keep"> & { before: Value | null },
  thing: Scope | object,
  value: Value,
  context: Context,
  run: Run,
): Value | null {
  if (context.event === null || isComponent(run) || run.show) return null;
  if (value.kind !== "text" || !KAKAO.test(withChoices(run, value.text))) return null;
  if (isOfCall(thing, context, run.births)) return null;
  note(owner, key, run.gifts, keep);
  if (!run.gifts.isMasked) return null;
  const text = before?.kind === "text" ? before.text : "";
  return textValue(join(owner, key, text, value.text, context, run));
}

/** What a place has that several handlers give something to. */
function join(
  owner: object,
  key: string,
  before: string,
  text: string,
  context: Context,
  run: Run,
): string {
  const known = run.gifts.names.get(owner) ?? new Map<string, string>();
  run.gifts.names.set(owner, known);
  const own = hideEvent(text, run.pieces);
  const other = known.get(key) ?? before;
  const joined = /^(?:|#.*|javascript:.*)$/.test(other)
    ? own
    : joinGiven(other, own, (value) => nameOf(value, context), run.pieces);
  known.set(key, joined);
  return joined;
}

/** What the event tells is another event's at the click. */
function hideEvent(text: string, pieces: Pieces): string {
  return pieces.map(text, (piece) =>
    piece.kind === "code" && piece.hidden.length === 0 && /\bevent\b/.test(piece.code)
      ? { ...piece, hidden: [shorten(pieces.showCode(piece.code))] }
      : piece,
  );
}

/** The name by which a function knows a value, `no` of `pick("1")`; else the condition on which it depends. */
function nameOf(value: string, { scope, guards }: Context): string | null {
  for (const { bindings, isGlobal } of scope.list()) {
    if (isGlobal) break;
    for (const [name, { value: own }] of bindings)
      if (own?.kind === "text" && own.text && value.includes(encodeURIComponent(own.text)))
        return name;
  }
  return guards.at(-1)?.source ?? null;
}

/** Reads a handler; once more, with what is the clicked element's own in names, if it gives that to another. */
export function readGiving<Read>(clicked: OldElement | null, run: Run, read: () => Read): Read {
  const { found, clicks, gifts } = run;
  const around = gifts.given;
  const lists = [found.starts, found.windows, clicks.heard, clicks.cancels, found.addresses];
  const counts = lists.map((list) => list.length);
  gifts.given = [];
  const result = read();
  const given = gifts.given;
  gifts.given = around;
  const own = new Set(given.map(({ owner }) => owner));
  // What it starts itself has the values of this click.
  const isOwn = found.starts.slice(counts[0]).some(({ trigger }) => !trigger || !own.has(trigger));
  if (given.length === 0 || isOwn || gifts.isMasked) return result;
  for (const [at, list] of lists.entries()) list.length = counts[at] ?? 0;
  const first = given.map(({ keep }) => keep());
  for (const { restore } of [...given].reverse()) restore();
  const unmask = mask(clicked, own, run);
  gifts.isMasked = true;
  gifts.given = [];
  read();
  gifts.isMasked = false;
  unmask();
  const again = new Map(gifts.given.map(({ owner, key }) => [owner, key]));
  gifts.given = around;
  for (const [at, { owner }] of given.entries()) if (!again.has(owner)) first[at]?.();
  return result;
}

/** What a script reads of an element to know which it is. */
const SAID = /^(?:data-|value$|title$|alt$)/;

/** Puts names in place of what is said by the clicked element, and by all that is around it but not around the others. */
function mask(clicked: OldElement | null, others: ReadonlySet<object>, run: Run): () => void {
  if (!clicked) return () => {};
  let top = clicked;
  const around = new Set<OldElement>();
  for (const other of others)
    if (isElement(other)) for (let at = other.parent; at; at = at.parent) around.add(at);
  const hasOthers = [...others].some(isElement);
  while (hasOthers && top.parent && !around.has(top.parent)) top = top.parent;
  const masked = new Map<OldElement, Map<string, string>>();
  // What is nearest comes first.
  for (let at: OldElement | null = clicked; at && masked.size < MOST; at = at.parent) {
    for (const element of walk({ ...at, children: [at] })) {
      if (masked.size >= MOST) break;
      if (masked.has(element)) continue;
      masked.set(element, element.attributes);
      element.attributes = maskAttributes(element.attributes, run);
    }
    if (at === top) break;
  }
  return () => {
    for (const [element, attributes] of masked) element.attributes = attributes;
  };
}

function maskAttributes(attributes: ReadonlyMap<string, string>, run: Run): Map<string, string> {
  const all = [...attributes].map(([name, value]): [string, string] => {
    if (!value || !(SAID.test(name) || run.pieces.has(value))) return [name, value];
    const known = run.gifts.masks.get(name) ?? run.pieces.addCode(name, { hidden: [name] });
    run.gifts.masks.set(name, known);
    return [name, known];
  });
  return new Map(all);
}

/** What a server writes into an element's own handler is that element's own. */
export function maskTemplates(code: string, pieces: Pieces): string {
  return pieces.mapTemplates(code, ({ source }) => ({
    kind: "code",
    code: source,
    hidden: [pieces.show(source)],
    isAwaited: false,
    isEncoded: false,
    choices: [],
  }));
}

function isElement(owner: object): owner is OldElement {
  return "attributes" in owner;
}

/** So many elements are told apart from others. */
const MOST = 50;
