import { MARK, toMark } from "../options/fields.js";
import type { ChatPlan } from "../types.js";
import type { Chat } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import { FIELDS, markOf, optionOf } from "./fields.js";
import { listToKeep } from "./needed-names.js";
import type { Facts } from "./read/read.js";
import type { Start } from "./read/script/found.js";
import { parseExpression } from "./read/script/parse-script.js";
import { parseAddress } from "./read/text/address.js";
import { shorten } from "./shorten.js";
import { findItemLink } from "./write/element/item-link.js";
import type { Kept } from "./write/element/kept-element.js";
import { readLabel } from "./write/element/label.js";
import { findLink, type Link } from "./write/element/link.js";
import { keepTrigger } from "./write/element/trigger.js";
import { listBlocked } from "./write/kept/blocked.js";
import type { Counting } from "./write/kept/counting.js";
import { listEndings } from "./write/kept/endings.js";
import { listOfOtherBranches, readTracking } from "./write/kept/kept.js";
import { orderStatements } from "./write/kept/late.js";
import { type Asked, settleBoth } from "./write/values/asked.js";
import { type Computed, isWhole, readComputed } from "./write/values/computed.js";
import { callsItem } from "./write/values/item-condition.js";
import { isGiven } from "./write/values/locals.js";
import { isMadeWith } from "./write/values/made-there.js";
import { needsScript } from "./write/values/needs-script.js";
import { listValues } from "./write/values/values.js";
import type { Draft } from "./write/write.js";

/** A button before it is known whether its values are right. */
interface Unfinished {
  computed: Computed[];
  finish: (
    plan: ChatPlan,
    input: Record<string, string>,
    asked: readonly Asked[],
  ) => { button: Draft; findings: Finding[] };
}

/** What of the old code goes into the new button, and what is said of the rest. */
export function draftButton(chat: Chat, facts: Facts): Unfinished {
  const all = listValues(chat, facts);
  const computed = all.filter((one) => one.hidden.length === 0 && isWhole(one));
  const lost = all.filter((one) => !computed.includes(one));
  const values = { all, computed, lost };
  return {
    computed,
    finish: (...planned) => finishButton(values, chat, facts, ...planned),
  };
}

/** Values that a script makes: all of them, those that can be written, and the others. */
type Values = Record<"all" | "computed" | "lost", Computed[]>;

function finishButton(
  { all, computed, lost }: Values,
  chat: Chat,
  facts: Facts,
  ...[plan, input, asked]: Parameters<Unfinished["finish"]>
): ReturnType<Unfinished["finish"]> {
  const { item, start } = chat;
  // A link can say them where it stands.
  const isElsewhere = lost.length > 0 || computed.some((one) => isToldToScript(one, chat, facts));
  const link = item
    ? findItemLink(chat, facts)
    : findLink(chat, plan, input.method !== undefined, isElsewhere, facts);
  const isWritten = link?.href === null && !item;
  const kept = keepTrigger(chat, facts, link);
  const counted = readTracking(chat, asked, facts);
  const label = readLabel(start.trigger, facts) || "카카오톡 상담";
  const marks = listMarks(chat, plan, input, link, facts.pieces);
  const made = isWritten ? [] : computed;
  const { left, ...ordered } = orderStatements(counted, made, asked, chat, facts);
  const isKept = (one: string) => !item || !callsItem(one, chat, facts);
  const done = { ...ordered, statements: ordered.statements.filter(isKept) };
  const settled = asked.map((one) => settleBoth(one, done.statements));
  const own = { kept, label, link, marks, computed: made, asked: settled };
  const button = { chat, facts, ...own, ...done };
  const findings = [
    ...(isWritten ? [] : listLost([...lost, ...listGiven(chat, facts)], chat, facts)),
    ...listComputed(isWritten ? all : computed, chat, facts),
    ...listLeftOut(kept, isWritten, chat),
    ...listKept([...done.statements, ...done.late, ...done.guarded.map(({ code }) => code)], chat),
    ...listLeft([...left, ...listOfOtherBranches(chat, facts)], counted, chat),
    ...listEndings(chat, facts).map((source) => finding("KC984", start.place, { source })),
    ...listBlocked(chat, facts).map((source) =>
      finding("KC984", start.place, { cause: "blocked", source }),
    ),
    ...listCallers(chat, facts),
  ];
  return { button, findings };
}

/** Whether a script makes a value of what the markup around the button has to tell it: a loop's item. */
function isToldToScript(one: Computed, chat: Chat, facts: Facts): boolean {
  const isTold = one.needed.some((name) => isGiven(name, chat.start.trigger, facts));
  return isTold && needsScript(one, chat, facts);
}

function listMarks(
  { values }: Chat,
  { options }: ChatPlan,
  input: Record<string, string>,
  link: Link | null,
  pieces: Facts["pieces"],
): [string, string][] {
  const marks: [string, string][] = [];
  const planned = new Map<string, unknown>(Object.entries(options));
  const isSaid = link?.says === "all" || link?.says === "plain";
  for (const field of FIELDS) {
    const text = values[field] ?? "";
    if (link?.says === "all" || (isSaid && !pieces.has(text))) continue;
    const name = markOf(field);
    if (pieces.findCode(text).length > 0) {
      if (field === "uuid") marks.push([name, input.uuid ?? ""]);
      continue;
    }
    // A server's templates go into the button as they are; anything else as it will be sent.
    const sent = pieces.has(text) ? text : planned.get(optionOf(field));
    if (typeof sent === "string" && (sent || field === "uuid")) marks.push([name, sent]);
  }
  if (isSaid) marks.unshift([MARK, ""]);
  const choices = isSaid
    ? ["width", "height", "reuse"]
    : ["endpoint", "method", "width", "height", "reuse"];
  for (const name of choices) {
    const text = input[name];
    if (text) marks.push([toMark(name), text]);
  }
  return marks;
}

/** What other elements' handlers make of the address: the button has what it says at first. */
function listGiven({ start, values }: Chat, facts: Facts): Computed[] {
  const address = start.given === start.url ? null : parseAddress(start.given, facts.pieces);
  return (address?.values ?? [])
    .flatMap(([name, text]) => {
      const field = FIELDS.find((one) => one === name);
      return field && text !== values[field] ? [readComputed(field, text, facts)] : [];
    })
    .filter(({ hidden }) => hidden.length > 0);
}

function listLost(lost: readonly Computed[], { start, values }: Chat, facts: Facts): Finding[] {
  return lost.map(({ field, hidden, code }) => {
    const attribute = markOf(field);
    if (isMadeWith(hidden, start.trigger, facts)) {
      const source = shorten(facts.pieces.show(values[field] ?? ""), 60);
      return finding("KC947", start.place, { cause: "made", name: field, source, attribute });
    }
    const names = hidden.filter((name) => name !== "…").join(", ") || shorten(code, 40);
    return finding("KC947", start.place, { name: field, names, attribute });
  });
}

function* listComputed(
  computed: readonly Computed[],
  { start, ids }: Chat,
  facts: Facts,
): Iterable<Finding> {
  for (const { field, code, isAwaited, needed } of computed) {
    const values = { name: field, source: shorten(code, 60) };
    const names = listToKeep(code, needed, start, facts).join(", ");
    if (field === "uuid" && ids && ids.length > 1)
      yield finding("KC979", start.place, { ids: ids.join(", ") });
    else if (isAwaited) yield finding("KC969", start.place, values);
    else if (!names) yield finding("KC948", start.place, values);
    if (names) yield finding("KC970", start.place, { name: field, names });
  }
}

/** @param isWritten the address stays as it is */
function* listLeftOut(
  kept: Kept,
  isWritten: boolean,
  { start, lost, defaulted }: Chat,
): Iterable<Finding> {
  const given = isWritten ? [] : [...new Set(defaulted.map(nameDefaulted))];
  if (given.length > 0)
    yield finding("KC975", start.place, { cause: "default", name: given.join(", ") });
  const names = [...kept.leftOut, ...lost].join(", ");
  const cause = kept.isLost ? { cause: "component" } : {};
  if (names) yield finding("KC944", start.place, { ...cause, names });
}

/** `process.env.TALK_URL` of `process.env.TALK_URL || "https://..."`, `url` of `url = "https://..."` */
function nameDefaulted(source: string): string {
  const made = parseExpression(source);
  if (made?.type !== "LogicalExpression" && made?.type !== "AssignmentExpression") return source;
  return source.slice(made.left.start ?? 0, made.left.end ?? 0);
}

function* listKept(statements: readonly string[], { start }: Chat): Iterable<Finding> {
  for (const source of statements) yield finding("KC945", start.place, { source });
}

function* listLeft(
  left: readonly string[],
  { origins }: Counting,
  { start }: Chat,
): Iterable<Finding> {
  const awaited = [...origins.values()].filter(({ isAwaited }) => isAwaited);
  for (const source of new Set(left)) {
    const isFirst = awaited.some((one) => source.endsWith(one.source));
    yield finding("KC946", start.place, { ...(isFirst && { cause: "first" }), source });
  }
}

/** Functions that were not pasted, but get the address at the same click. */
function* listCallers({ start }: Chat, { starts }: Facts): Iterable<Finding> {
  const isSame = (other: Start) =>
    other === start ||
    (other.trigger !== null && other.trigger === start.trigger && other.url === start.url);
  // Of an app it is said under which condition it is asked.
  const asked = starts.filter((other) => isSame(other) && !(other.isInApp && other.guards.length));
  const names = new Set(asked.map(({ caller }) => caller));
  for (const name of names) if (name) yield finding("KC967", start.place, { name });
}
