import type { Chat } from "../../chats.js";
import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { parseScript } from "../../read/script/parse-script.js";
import { liftTags } from "../../read/server/statement-tags.js";
import type { Asked } from "../values/asked.js";
import { listBesides, opensChat } from "./besides.js";
import { findGuarded, type Guarded, isGuarded, isOutOfReach } from "./guarded.js";
import { listInMarkup } from "./in-markup.js";
import { listInline, readHandler } from "./inline.js";
import { TRACKING } from "./is-tracking.js";
import { listJsxTracking } from "./jsx-counting.js";
import { blankRefusedByServer, cutRefused } from "./refused.js";
import { bare, sayLeft } from "./said.js";
import { keepStatements, nameOfCall, splitStatement } from "./statements.js";
import type { Tracking } from "./tracking.js";

/** What counts clicks, and what else is done at one. */
export interface Counting {
  /** At each click. */
  statements: string[];
  /** If what the old code has asked before lets a click pass. */
  guarded: Guarded[];
  /** In the old script alone. */
  left: string[];
  /** What of them was read in functions. */
  origins: ReadonlyMap<string, Tracking>;
}

/** The calls that count clicks: those in the markup stay there, those in a script are named. */
export function readCounting(chat: Chat, asked: readonly Asked[], facts: Facts): Counting {
  const { trigger } = chat.start;
  const found = listBesides(chat, facts);
  if (!trigger)
    return { statements: [], guarded: [], left: sayLeft(found), origins: originsOf(found) };
  return trigger.sources
    ? readInJsx(found, trigger.sources, chat, asked, facts)
    : readInMarkup(found, trigger, chat, asked, facts);
}

function originsOf(found: readonly Tracking[]): Map<string, Tracking> {
  return new Map(found.map((one) => [one.code, one]));
}

function readInJsx(
  found: readonly Tracking[],
  sources: Map<string, string>,
  chat: Chat,
  asked: readonly Asked[],
  facts: Facts,
): Counting {
  const { trigger, handler, chain } = chat.start;
  // Astro's markup has no handlers.
  const isJsx = facts.language === "jsx" && !facts.isAstro;
  const own = isJsx && !handler && chain.length === 0 ? listJsxTracking(sources, facts) : [];
  const isIn =
    facts.language === "jsx" &&
    trigger !== null &&
    handler !== null &&
    isWithin(trigger, chat.start, handler.start ?? -1);
  const isKept = (one: Tracking) =>
    (isIn ? one.hidden.length === 0 : one.isReached) && !isOutOfReach(one, asked, chat, facts);
  const waits = (one: Tracking) => isGuarded(one, asked, chat, facts);
  const reached = isJsx ? found.filter(isKept) : [];
  const said = new Set(own.map(bare));
  return {
    statements: [...own, ...reached.filter((one) => !waits(one)).map(({ code }) => code)],
    guarded: reached.filter(waits),
    left: sayLeft(found.filter((one) => !reached.includes(one) && !said.has(bare(one.source)))),
    origins: originsOf(found),
  };
}

function readInMarkup(
  found: readonly Tracking[],
  trigger: OldElement,
  chat: Chat,
  asked: readonly Asked[],
  facts: Facts,
): Counting {
  const origins = originsOf(found);
  const inline = listInline(trigger, facts).flatMap((code) =>
    readInline(code, found, chat, asked, facts),
  );
  const reached = listReached(found, chat.start, facts);
  for (const [one, code] of reached) origins.set(code, one);
  const after = [...reached.keys()].filter((one) => isGuarded(one, asked, chat, facts));
  const now = [...reached].flatMap(([one, code]) => (after.includes(one) ? [] : [code]));
  const behind = after.map((one) => ({ ...one, code: bare(one.code) }));
  const isBehind = (code: string) => behind.some((one) => one.code === withPlainEvent(code));
  const besides = inline.flatMap(({ code, guarded }) => (guarded || isBehind(code) ? [] : [code]));
  const statements = [...new Set([...besides, ...now])];
  const said = new Set(statements.map(withPlainEvent));
  const isSaid = (one: Tracking) =>
    reached.has(one) || said.has(bare(one.source)) || said.has(bare(one.code));
  const left = sayLeft(found.filter((one) => !isSaid(one)));
  return {
    statements,
    guarded: [...inline.flatMap(({ guarded }) => guarded ?? []), ...behind],
    left: [...new Set([...left, ...listOfForm(chat, facts)])],
    origins,
  };
}

/** Vue's and Angular's `$event` is what a script calls `event`. */
function withPlainEvent(code: string): string {
  return code.replace(/\$event\b/g, "event");
}

/** What an element's own handler does besides: as it is written, and whether something is asked before. */
function readInline(
  code: string,
  found: readonly Tracking[],
  chat: Chat,
  asked: readonly Asked[],
  facts: Facts,
): { code: string; guarded: ReturnType<typeof findGuarded> }[] {
  const { guards } = chat.start;
  const ownEvent = /^(?:vue|angular)$/.test(facts.language) ? "$event" : "event";
  const { text, tags } = liftTags(code, facts.pieces);
  const counting = found.filter((one) => one.isWithoutAddress && callsItself(text, one.code));
  const own = cutRefused(blankRefusedByServer(text, guards), guards);
  return keepStatements(own, (called) => opensChat(called, chat, facts), ownEvent, tags)
    .concat(counting.map((one) => bare(one.code)))
    .filter((source) => !guards.some((guard) => guard.source === source))
    .map((source) => ({
      code: facts.pieces.show(source),
      guarded: findGuarded(source, text, asked, chat, facts),
    }));
}

/** Whether a handler itself calls what a call calls: not under a condition of its own. */
function callsItself(handler: string, call: string): boolean {
  const { program, text } = parseScript(handler);
  const sources = program.body
    .flatMap(splitStatement)
    .map((node) => text.slice(node.start ?? 0, node.end ?? 0));
  return sources.some((source) => nameOfCall(source) === nameOfCall(call));
}

/** What the markup of a component can say of its script's statements, each with its code there. */
function listReached(
  found: readonly Tracking[],
  start: Chat["start"],
  facts: Facts,
): ReadonlyMap<Tracking, string> {
  switch (facts.language) {
    // Svelte's markup can say whatever its script can, and so can lit's.
    case "svelte":
    case "lit":
      return new Map(
        found.filter(({ isReached }) => isReached).map((one) => [one, bare(one.code)] as const),
      );
    case "vue":
    case "angular":
      return listInMarkup(found, start, facts);
    default:
      return new Map();
  }
}

/** What else a form's `onsubmit` calls: the new button submits no form. What is pasted has been read. */
function listOfForm(chat: Chat, facts: Facts): string[] {
  const code = chat.start.form?.attributes.get("onsubmit") ?? "";
  return keepStatements(readHandler(code, facts), (called) => opensChat(called, chat, facts))
    .filter((source) => TRACKING.test(source) || isElsewhere(nameOfCall(source), facts))
    .filter((source) => !chat.start.guards.some((guard) => guard.source === source))
    .map((source) => facts.pieces.show(source));
}

/** Whether a function is called that was not pasted. */
function isElsewhere(name: string, { functions }: Facts): boolean {
  return name !== "" && !functions.has(name);
}

function isWithin(
  trigger: { start: number; tagEnd: number },
  { script }: Chat["start"],
  place: number,
): boolean {
  const at = place + Math.max(0, script?.offset ?? 0) + Math.min(0, script?.offset ?? 0);
  return at >= trigger.start && at < trigger.tagEnd;
}
