/**
 * What one element's handler gives to another: `link.href = address + tab.dataset.no`.
 *
 * The other one has it at its own click. What the handler reads of the element that it listens to is out of
 * reach by then: it is said by its name, never by the value that the page begins with.
 */

import { shorten } from "../../../shorten.js";
import { isComponent } from "../../frameworks/reach.js";
import { contains, type OldElement, walk } from "../../markup/element.js";
import { KAKAO } from "../../start.js";
import { joinGiven } from "../../text/given-text.js";
import type { Pieces } from "../../text/pieces.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";

/** An attribute that a handler has given to another element. */
export interface Given {
  element: OldElement;
  key: string;
  /** What it was before; `undefined` if it was not there. */
  before: string | undefined;
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
  const before = element.attributes.get(key);
  run.given.push({ element, key, before });
  if (!run.isMasked) return false;
  const known = run.gifts.get(element) ?? new Map<string, string>();
  run.gifts.set(element, known);
  const own = hideEvent(text, run.pieces);
  const other = known.get(key) ?? before ?? "";
  const joined = /^(?:|#.*|javascript:.*)$/.test(other)
    ? own
    : joinGiven(other, own, (value) => nameOf(value, context), run.pieces);
  // A link that leads to a chat at first goes on to do so.
  const isChat = key === "href" && KAKAO.test(before ?? "") && before !== known.get(key);
  known.set(key, joined);
  if (!isChat) element.attributes.set(key, joined);
  return true;
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
  const around = run.given;
  const { starts, windows, heard, cancels } = run;
  const counts = [starts, windows, heard, cancels].map((list) => list.length);
  run.given = [];
  const result = read();
  const given = run.given;
  run.given = around;
  const own = new Set(given.map(({ element }) => element));
  // What it starts itself has the values of this click.
  const isOwn = starts.slice(counts[0]).some(({ trigger }) => !trigger || !own.has(trigger));
  if (given.length === 0 || isOwn || run.isMasked) return result;
  for (const [at, list] of [starts, windows, heard, cancels].entries())
    list.length = counts[at] ?? 0;
  const first = given.map(({ element, key }) => element.attributes.get(key));
  for (const { element, key, before } of [...given].reverse()) set(element, key, before);
  const unmask = mask(clicked, own, run);
  run.isMasked = true;
  run.given = [];
  read();
  run.isMasked = false;
  unmask();
  const again = run.given;
  run.given = around;
  for (const [at, { element, key }] of given.entries())
    if (!again.some((one) => one.element === element && one.key === key))
      set(element, key, first[at]);
  return result;
}

function set({ attributes }: OldElement, key: string, value: string | undefined): void {
  if (value === undefined) attributes.delete(key);
  else attributes.set(key, value);
}

/** What a script reads of an element to know which it is. */
const SAID = /^(?:data-|value$|title$|alt$)/;

/** Puts names in place of what is said by the clicked element, and by all that is around it but not around the others. */
function mask(clicked: OldElement | null, others: ReadonlySet<OldElement>, run: Run): () => void {
  if (!clicked) return () => {};
  let top = clicked;
  const isShared = (one: OldElement) => [...others].some((other) => contains(one, other));
  while (top.parent && !isShared(top.parent)) top = top.parent;
  const masked: [OldElement, Map<string, string>][] = [];
  for (const element of [top, ...walk(top)]) {
    if (masked.length >= MOST) break;
    masked.push([element, element.attributes]);
    element.attributes = new Map(
      [...element.attributes].map(([name, value]) => {
        const isSaid = SAID.test(name) || run.pieces.has(value);
        return [name, isSaid && value ? run.pieces.addCode(name, { hidden: [name] }) : value];
      }),
    );
  }
  return () => {
    for (const [element, attributes] of masked) element.attributes = attributes;
  };
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

/** So many elements are told apart from others. */
const MOST = 200;
