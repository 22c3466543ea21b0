import type { Chat } from "../../chats.js";
import { isInAlpine } from "../../read/frameworks/alpine.js";
import type { Facts } from "../../read/read.js";
import { isAtClick, isOfPage } from "./at-click.js";
import type { Computed } from "./computed.js";
import { asksHeld } from "./held.js";
import { asksLateRef } from "./late-refs.js";
import { isEventTaken, listLocals } from "./locals.js";

/** Whether markup can say a value: not what only a click knows, nor what a component cannot reach. */
export function isAttribute(
  { code, isAwaited, needed }: Computed,
  start: Chat["start"],
  facts: Facts,
): boolean {
  const { language, modules, source } = facts;
  if (isAwaited || CLICKED.test(code) || needed.some((name) => modules.has(name))) return false;
  if (asksHeld(code, facts) || asksLateRef(needed, facts)) return false;
  // What the old markup has said in an address, the new can say.
  const { trigger, script } = start;
  if (
    trigger?.origin === "page" &&
    !script &&
    source.slice(trigger.start, trigger.tagEnd).includes(code)
  )
    return true;
  if (language === "svelte") return !isOfPage(code, true);
  // A compiled template takes `process` for a member of the component's.
  if (OF_BUILD.test(code)) return false;
  // Angular's signals are called, and its markup has the click's event by `$event` alone.
  const isAngular = language === "angular";
  if (isAngular && asksPrivate(code, facts)) return false;
  const isOwnEvent = isAngular || isEventTaken(start);
  return !isAtClick(code, isAngular, isOwnEvent, listLocals(trigger));
}

/**
 * Whether Alpine's markup fills a value in at the click: it alone has the elements by their `x-ref`, and the names of its
 * data beside what only a click knows.
 */
export function isAtAlpineClick(one: Computed, { start }: Chat, facts: Facts): boolean {
  const { trigger } = start;
  if (one.isAwaited || !isInAlpine(trigger)) return false;
  if (asksHeld(one.code, facts)) return true;
  const locals = listLocals(trigger);
  return one.needed.some((name) => locals.has(name)) && !isAttribute(one, start, facts);
}

/** What the bundler fills in, in scripts. */
const OF_BUILD = /\b(?:process\.env|import\.meta)\b/;

/** The button in a listener: markup knows no event. */
const CLICKED = /\bevent\.target\b/;

/** Whether a member is asked for that Angular's compiler does not let the markup see. */
function asksPrivate(code: string, facts: Pick<Facts, "source">): boolean {
  const asked = [...code.matchAll(/\bthis\.(#?[\w$]+)/g)].map(([, name = ""]) => name);
  return asked.some((one) => one.startsWith("#") || isPrivate(one, facts));
}

/** Whether a class keeps a member to itself: `constructor(private auth: Auth)`. */
export function isPrivate(name: string, { source }: Pick<Facts, "source">): boolean {
  const names = source.matchAll(/\bprivate\s+(?:static\s+|readonly\s+)*([\w$]+)/g);
  return [...names].some(([, one]) => one === name);
}
