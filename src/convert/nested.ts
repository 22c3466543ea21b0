import type { Chat } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import { FIELDS } from "./fields.js";
import { closest, type OldElement } from "./read/markup/element.js";
import { isForm } from "./read/markup/forms.js";
import type { Facts } from "./read/read.js";
import { shorten } from "./shorten.js";
import { nameOf } from "./write/element/component-name.js";

/** Chats of which none is started by what only stands around another's button. */
interface Parted {
  chats: Chat[];
  findings: Finding[];
}

/**
 * `<a href="https://..."><button onclick="window.open(...)">`: what stands around a button and starts a
 * chat, too. If it holds nothing else, the new button takes the place of both.
 */
export function takeOffAround(chats: readonly Chat[], facts: Facts): Parted {
  const triggers = new Set(chats.flatMap(({ start: { trigger } }) => trigger ?? []));
  const gone = new Set<OldElement>();
  const findings: Finding[] = [];
  for (const outer of triggers) {
    const inner = [...triggers].filter((one) => stands(one, outer));
    const [first] = inner;
    if (!first || holdsElse(outer, inner, facts.source)) continue;
    gone.add(outer);
    const listOf = (elements: readonly OldElement[]) =>
      chats.filter(({ start: { trigger } }) => trigger && elements.includes(trigger));
    const kept = listOf(inner);
    const told = new Set(kept.map((chat) => tell(chat, facts)));
    const others = listOf([outer]).filter((chat) => !told.has(tell(chat, facts)));
    const values = { name: nameOf(first, facts), outer: nameOf(outer, facts) };
    const [what, own] = [showAll(others, facts), showAll(kept, facts)];
    const found = what
      ? finding("KC942", outer.start, { cause: "around", ...values, what, own })
      : finding("KC943", outer.start, { cause: "around", ...values });
    findings.push(found);
  }
  for (const inner of triggers) {
    const outer = gone.has(inner) ? null : findButtonAround(inner);
    if (!outer || triggers.has(outer) || holdsElse(outer, [inner], facts.source)) continue;
    const values = { name: nameOf(inner, facts), outer: nameOf(outer, facts) };
    findings.push(finding("KC943", outer.start, { cause: "around", ...values }));
  }
  const isLeft = ({ start: { trigger } }: Chat) => !trigger || !gone.has(trigger);
  return { chats: chats.filter(isLeft), findings };
}

/** `<button><a href="https://...">`: a button that starts no chat itself can hold no other. */
function findButtonAround(inner: OldElement): OldElement | null {
  return closest(inner.parent, ({ name }) => name === "button");
}

function stands(inner: OldElement, outer: OldElement): boolean {
  return inner !== outer && closest(inner.parent, (one) => one === outer) !== null;
}

/** Whether something is left of an element without those within it, the tags around them, and comments. */
function holdsElse(outer: OldElement, inner: readonly OldElement[], source: string): boolean {
  const isWritten = [outer, ...inner].every(({ start, tagEnd }) => start >= 0 && tagEnd >= 0);
  if (!isWritten || isForm(outer)) return true;
  const taken: [start: number, end: number][] = [];
  for (const one of inner) {
    taken.push([one.start, one.end]);
    for (let around = one.parent; around && around !== outer; around = around.parent)
      taken.push([around.start, around.tagEnd], [around.closeStart, around.end]);
  }
  taken.sort(([one], [other]) => one - other);
  let rest = "";
  let at = outer.tagEnd;
  for (const [start, end] of taken) {
    rest += source.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  rest += source.slice(at, outer.closeStart);
  return rest.replace(/<!--[\s\S]*?-->|\{\s*\/\*[\s\S]*?\*\/\s*\}/g, "").trim() !== "";
}

/** What tells a chat from another: what it sends to which channel. */
function tell({ values }: Chat, { pieces }: Facts): string {
  return JSON.stringify(FIELDS.map((field) => pieces.show(values[field] ?? "")));
}

/** Chats by their addresses. */
function showAll(chats: readonly Chat[], { pieces }: Facts): string {
  const shown = chats.map(({ start: { url } }) => shorten(pieces.show(url.trim()), 80));
  return [...new Set(shown)].join(", ");
}

/** A new button, and the old one. */
interface Made {
  trigger: OldElement | null;
  code: string;
}

/** The codes of new buttons, in which those that stand within others are the new ones, too. */
export function writeInner(
  made: readonly Made[],
  facts: Facts,
): { codes: string[]; findings: Finding[] } {
  const codes = new Map<OldElement, string>();
  for (const { trigger, code } of made) if (trigger) codes.set(trigger, code.trimEnd());
  const findings: Finding[] = [];
  // The innermost first: what is around it holds what it has become.
  const triggers = [...codes.keys()].sort((one, other) => other.start - one.start);
  for (const inner of triggers) {
    const outer = closest(inner.parent, (one) => codes.has(one));
    const old = facts.source.slice(inner.start, inner.end);
    const [code, around] = [codes.get(inner), outer && codes.get(outer)];
    if (!outer || !code || !around || inner.start < 0 || !around.includes(old)) continue;
    codes.set(
      outer,
      around.replace(old, () => code),
    );
    const values = { name: nameOf(inner, facts), outer: nameOf(outer, facts) };
    findings.push(finding("KC943", inner.start, { cause: "within", ...values }));
  }
  const read = ({ trigger, code }: Made) => {
    const written = trigger && codes.get(trigger);
    return written ? `${written}\n` : code;
  };
  return { codes: made.map(read), findings: findings.reverse() };
}
