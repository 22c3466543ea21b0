import type { Chat } from "../../chats.js";
import { FIELDS } from "../../fields.js";
import { isComponent } from "../../read/frameworks/reach.js";
import type { Facts } from "../../read/read.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { mentions } from "../../read/script/references.js";
import { isAtClick } from "./at-click.js";
import { findLate, type IsLate } from "./behind-checks.js";
import { type Computed, readComputed } from "./computed.js";
import { asksHeld } from "./held.js";
import { readInPage } from "./in-page.js";
import { isGiven, listKnown } from "./locals.js";
import { needsScript } from "./needs-script.js";
import { writeOptional } from "./optional.js";
import { readOwnData } from "./own-data.js";
import { parseCode } from "./parse-code.js";

/** What of a chat a script makes, as it can stand in the new code. */
export function listValues(chat: Chat, facts: Facts): Computed[] {
  const { pieces } = facts;
  const locals = listKnown(chat.start.trigger, facts);
  const isLate = findLate(chat, facts);
  const filled: Computed[] = [];
  const made: Computed[] = [];
  for (const field of FIELDS) {
    const text = chat.values[field] ?? "";
    if (pieces.findCode(text).length === 0) continue;
    const one = readComputed(field, text, facts);
    if (!needsScript(one, chat, facts)) {
      const code = field === "uuid" ? writeId(one.code, chat, isLate, facts) : null;
      filled.push({ ...one, code: code ?? whereThere(one.code, chat, isLate, facts) });
      continue;
    }
    // A script beside the button does not know what the markup around it is told.
    const { trigger } = chat.start;
    const unknown = one.needed.filter((name) => locals.has(name) && !isGiven(name, trigger, facts));
    const own = locals.has("event") && asksOwnEvent(one.code) ? ["event"] : [];
    const hidden = [...one.hidden, ...unknown, ...own];
    made.push(facts.isAstro ? readInPage({ ...one, hidden }, chat, facts) : { ...one, hidden });
  }
  const isPlain = !isComponent(facts);
  const all = [...filled, ...(isPlain ? readOwnData(made, chat, facts) : made)];
  return all.sort((one, other) => FIELDS.indexOf(one.field) - FIELDS.indexOf(other.field));
}

/** Whether it reads an item of the name `event`: a script beside the button has the click's own by that name. */
function asksOwnEvent(code: string): boolean {
  return !/\bevent\.target\b/.test(code) && mentions(parseCode(code).program, EVENT);
}

const EVENT = new Set(["event"]);

/** What the old code asked for before it read a member of it, or waits for, is not there as the page is made. */
function whereThere(code: string, chat: Chat, isLate: IsLate, facts: Facts): string {
  const isSignal = facts.language === "angular";
  if (isAtClick(code, isSignal) || asksHeld(code, facts)) return code;
  const missing = findMissing(code, chat, facts);
  if (missing !== undefined) return `${missing} ? ${code} : undefined`;
  return writeOptional(code, facts, isLate);
}

function findMissing(code: string, { start, condition }: Chat, facts: Facts): string | undefined {
  const { empty } = facts;
  if (isAtClick(code) || asksHeld(code, facts)) return undefined;
  const there = [...start.guards.map(({ isThere }) => isThere), findName(condition)];
  const asked = there.flatMap((one) => (one ? listOwners(one) : []));
  const late = [...empty].flatMap((name) => [`this.${name}`, `${name}.value`, name]);
  const test = listTested(code);
  return [...asked, ...late].find(
    (one) => !test.includes(one) && listWords(code).some((word) => word.startsWith(`${one}.`)),
  );
}

/** `shop.id` of a condition that is nothing else. */
function findName(condition: string | undefined): string | undefined {
  return /^[A-Za-z_$][\w$]*(?:\??\.[\w$]+)*$/.exec(condition ?? "")?.[0];
}

/** The names for which an expression asks by itself: `shop && shop.talk ? shop.talk : "@shop"`. */
function listTested(code: string): string[] {
  const made = parseExpression(code);
  if (made?.type !== "ConditionalExpression") return [];
  return listWords(code.slice(made.test.start ?? 0, made.test.end ?? 0));
}

function listWords(code: string): string[] {
  return code.split(/[^\w$.]+/);
}

/** `shop?.talk?.id`, and what it is a member of. */
function listOwners(asked: string): string[] {
  const parts = asked.split("?.");
  return parts.map((_, at) => parts.slice(0, parts.length - at).join("."));
}

/**
 * An id that the old code asks for before it goes on: without one, frameworks write no attribute, so that the element is
 * no button and what is said then is never said. `null` if nothing asks for it.
 */
function writeId(code: string, chat: Chat, isLate: IsLate, facts: Facts): string | null {
  const isAsked = chat.start.guards.some(({ isThere }) => isThere?.replace(/\?\./g, ".") === code);
  const missing = findMissing(code, chat, facts);
  const late = writeOptional(code, facts, isLate);
  if (missing === undefined && late !== writeOptional(code, facts))
    return `${/[|&]| \? /.test(late) ? `(${late})` : late} || ""`;
  if (!isAsked && (!chat.condition || missing === undefined)) return null;
  const whole = /[?|&]/.test(code) ? `(${code})` : code;
  return missing === undefined ? `${code} || ""` : `(${missing} && ${whole}) || ""`;
}
