import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { parseScript } from "../../read/script/parse-script.js";
import { liftTags } from "../../read/server/statement-tags.js";
import { isConsultation } from "../../read/start.js";
import { listInMarkup } from "../in-markup.js";
import { type Asked, isQuestion } from "../values/asked.js";
import { findGuarded, type Guarded, isGuarded, isOutOfReach } from "./guarded.js";
import { listInline, readHandler } from "./inline.js";
import { TRACKING } from "./is-tracking.js";
import { listJsxTracking } from "./jsx-counting.js";
import { findKeptWindow } from "./kept-window.js";
import { opensAtClick } from "./opening-function.js";
import { blankRefusedByServer, cutRefused } from "./refused.js";
import { bare, sayLeft } from "./said.js";
import { keepStatements, nameOfCall, splitStatement } from "./statements.js";
import { writeStop } from "./stop.js";
import { listTracking, type Tracking } from "./tracking.js";

/** What the new button does besides, and what of the old code is left. */
export function readTracking(chat: Chat, asked: readonly Asked[], facts: Facts): Counting {
  const { statements, left, ...counted } = readCounting(chat, asked, facts);
  const counting = statements.filter((one) => !isQuestion(one, asked));
  const guarded = counted.guarded.filter(({ code }) => !isQuestion(code, asked));
  const stop = writeStop(chat, facts);
  const { origins } = counted;
  return { statements: [...(stop ? [stop] : []), ...counting], guarded, left, origins };
}

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
function readCounting(chat: Chat, asked: readonly Asked[], facts: Facts): Counting {
  const { start } = chat;
  const { trigger } = start;
  const found = listBesides(chat, facts);
  const origins = new Map(found.map((one) => [one.code, one]));
  if (!trigger) return { statements: [], guarded: [], left: sayLeft(found), origins };
  const waits = (one: Tracking) => isGuarded(one, asked, chat, facts);
  const { handler } = start;
  const inJsx =
    facts.language === "jsx" && handler && isWithin(trigger, start, handler.start ?? -1);
  if (trigger.sources) {
    // Astro's markup has no handlers.
    const isJsx = facts.language === "jsx" && !facts.isAstro;
    const own =
      isJsx && !handler && start.chain.length === 0 ? listJsxTracking(trigger.sources, facts) : [];
    const isKept = (one: Tracking) =>
      (inJsx ? one.hidden.length === 0 : one.isReached) && !isOutOfReach(one, asked, chat, facts);
    const reached = isJsx ? found.filter(isKept) : [];
    const said = new Set(own.map(bare));
    const codesOf = (some: Tracking[]) => some.map(({ code }) => code);
    return {
      statements: [...own, ...codesOf(reached.filter((one) => !waits(one)))],
      guarded: reached.filter(waits),
      left: sayLeft(found.filter((one) => !reached.includes(one) && !said.has(bare(one.source)))),
      origins,
    };
  }
  const ownEvent = /^(?:vue|angular)$/.test(facts.language) ? "$event" : "event";
  const inline = listInline(trigger, facts).flatMap((code) => {
    const { text, tags } = liftTags(code, facts.pieces);
    const counting = found.filter((one) => one.isWithoutAddress && callsItself(text, one.code));
    const own = cutRefused(blankRefusedByServer(text, start.guards), start.guards);
    return keepStatements(own, (called) => opensChat(called, chat, facts), ownEvent, tags)
      .concat(counting.map((one) => bare(one.code)))
      .filter((source) => !start.guards.some((guard) => guard.source === source))
      .map((source) => {
        const guarded = findGuarded(source, text, asked, chat, facts);
        return { code: facts.pieces.show(source), guarded };
      });
  });
  const reached = listReached(found, start, facts);
  for (const [one, code] of reached) origins.set(code, one);
  const after = [...reached.keys()].filter(waits);
  const now = [...reached].flatMap(([one, code]) => (after.includes(one) ? [] : [code]));
  const behind = after.map((one) => ({ ...one, code: bare(one.code) }));
  const isBehind = (code: string) =>
    behind.some((one) => one.code === code.replace(/\$event\b/g, "event"));
  const besides = inline.flatMap(({ code, guarded }) => (guarded || isBehind(code) ? [] : [code]));
  const statements = [...new Set([...besides, ...now])];
  const said = new Set(statements.map((one) => one.replace(/\$event\b/g, "event")));
  const isSaid = (one: Tracking) =>
    reached.has(one) || said.has(bare(one.source)) || said.has(bare(one.code));
  const left = sayLeft(found.filter((one) => !isSaid(one)));
  const guarded = [...inline.flatMap(({ guarded }) => guarded ?? []), ...behind];
  return {
    statements,
    guarded,
    left: [...new Set([...left, ...listOfForm(chat, facts)])],
    origins,
  };
}

/** What the functions do besides that start a chat. */
function listBesides(chat: Chat, facts: Facts): Tracking[] {
  const focus = findKeptWindow(chat.start)?.focus;
  return listTracking(chat, facts).filter(
    ({ called, source }) =>
      !opensChat(called, chat, facts) && !isCaller(called, facts) && bare(source) !== focus,
  );
}

/** So many other openings are looked at. */
const MOST_OPENINGS = 8;

/** What is done in another branch alone, in which the click starts a chat, too: on phones, for example. */
export function listOfOtherBranches(chat: Chat, facts: Facts): string[] {
  const { trigger, guards } = chat.start;
  const others = facts.starts.filter(
    (other) =>
      trigger !== null &&
      other.trigger === trigger &&
      isConsultation(facts.pieces, other.url) &&
      other.guards.some(({ test, holds }) =>
        guards.some((own) => own.test === test && own.holds !== holds),
      ),
  );
  if (others.length === 0) return [];
  const own = new Set(listBesides(chat, facts).map(({ source }) => bare(source)));
  const found = others
    .slice(0, MOST_OPENINGS)
    .flatMap((other) => listBesides({ ...chat, start: other }, facts))
    .filter(({ source }) => !own.has(bare(source)));
  return [...new Set(sayLeft(found))];
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

/** A call that is given the address itself is named as such. */
function isCaller(name: string, { starts }: Facts): boolean {
  return starts.some(({ caller }) => caller !== "" && caller === name);
}

function isWithin(
  trigger: { start: number; tagEnd: number },
  { script }: Chat["start"],
  place: number,
): boolean {
  const at = place + Math.max(0, script?.offset ?? 0) + Math.min(0, script?.offset ?? 0);
  return at >= trigger.start && at < trigger.tagEnd;
}

/** Whether a function that a handler calls is one of the pasted script's, which starts the chat. */
function opensChat(name: string, { start }: Chat, facts: Facts): boolean {
  if (name === "" || name === start.caller) return name !== "";
  return opensAtClick(name, start, facts);
}
