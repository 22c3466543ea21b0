import { planChat } from "../chat/plan.js";
import type { Limits } from "../options/cross-checks.js";
import type { Problem } from "../problems.js";
import type { ChatPlan } from "../types.js";
import { joinBranches, joinChannels } from "./branches.js";
import { type Chat, listChats } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import { draftButton } from "./draft.js";
import { listChatFindings, listFields, listOpening } from "./findings.js";
import { listMarked } from "./marked.js";
import { takeOffAround, writeInner } from "./nested.js";
import { listOtherCallers } from "./other-callers.js";
import { listApps, listOthers, listPaste, listUnread } from "./paste.js";
import { isField } from "./read/markup/control.js";
import { type Facts, readPaste } from "./read/read.js";
import { readSaid, resolveUuid, type Said } from "./said.js";
import { listElements, listMore } from "./several.js";
import { listShared } from "./shared-handlers.js";
import { readLabel } from "./write/element/label.js";
import { isLinkNoMore } from "./write/element/link.js";
import { NO_SCRIPT, type PlacedScript } from "./write/script.js";
import { listAsked } from "./write/values/asked.js";
import { findItemCondition } from "./write/values/item-condition.js";
import { askValidity } from "./write/values/validity.js";
import { writeButton } from "./write/write.js";

/** What was made of an old button. */
export interface Converted extends PlacedScript, Said {
  language: Facts["language"];
  plan: ChatPlan;
  label: string;
  /** The new button; `""` if an error keeps it from working. */
  code: string;
  /** It was marked already, and is only checked. */
  isMarked: boolean;
  /** It is a `<button>`, and was a link, which looks otherwise. */
  wasLink?: boolean;
}

export interface Conversion {
  /** The first button; `null` if there is no chat in it. */
  converted: Converted | null;
  /** The buttons after it: each is an element of its own. */
  more: Converted[];
  /** Of all of them. */
  findings: Finding[];
}

/** Reads a hand-written button, in whatever way it was written. Nothing of it is executed. */
export function convert(pasted: string, file = ""): Conversion {
  const facts = readPaste(pasted, file);
  const { chats: found, others } = listChats(facts);
  const ofButtons = found.filter((chat) => !isOfField(chat));
  const nested = takeOffAround(joinChannels(ofButtons, facts.pieces), facts);
  const { chats } = nested;
  const elements = listElements(chats);
  const [first] = elements;
  const paste = listPaste(facts, first ?? null);
  const beside = [...listOthers(others, facts), ...listFields(found.filter(isOfField))];
  // An address alone, to which code adds the id that could not be read: a form by a server's helpers.
  const isUnread = first?.start.isLone && first.values.uuid === undefined;
  if (!first || isUnread) return convertNone(first, [...paste, ...beside], facts);
  const made = elements.map((chat) => ({
    trigger: chat.start.trigger,
    ...convertChat(joinBranches(chat, chats, facts.pieces), facts),
  }));
  const codes = made.map(({ trigger, converted: { code } }) => ({ trigger, code }));
  const inner = writeInner(codes, facts);
  const all = made.map((one, at) => ({ ...one.converted, code: inner.codes[at] ?? "" }));
  const [converted = null, ...more] = all;
  const written = all.map(({ code, script }) => code + script);
  return {
    converted,
    more,
    findings: [
      ...paste,
      ...listMore(first, chats, facts),
      ...nested.findings,
      ...inner.findings,
      ...listOtherCallers(chats, facts),
      ...listShared(chats, facts),
      ...made.flatMap((one) => one.findings),
      ...beside,
      ...listApps(others, written, facts),
    ],
  };
}

/** What is said if there is no button to be made: a marked one is checked. */
function convertNone(
  unread: Chat | undefined,
  before: readonly Finding[],
  facts: Facts,
): Conversion {
  const converted = convertMarked(facts);
  const findings = [
    ...before,
    ...(unread ? listOpening(unread, facts) : []),
    ...[...facts.elsewhere].map((name) => finding("KC975", -1, { name })),
  ];
  const isSilent = !converted && findings.length === 0;
  return { converted, more: [], findings: isSilent ? listUnread(facts) : findings };
}

/** Whether a field starts it: something is chosen or typed. A box that is clicked whatever it says is a button. */
function isOfField({ start: { trigger, guards } }: Chat): boolean {
  if (!trigger || !isField(trigger)) return false;
  const isBox = /^(?:checkbox|radio)$/i.test(trigger.attributes.get("type") ?? "");
  return !isBox || guards.some(({ source }) => /\bchecked\b/.test(source));
}

function convertChat(found: Chat, facts: Facts): { converted: Converted; findings: Finding[] } {
  const values = resolveUuid(found, facts);
  const chat = { ...found, values, item: findItemCondition(found, facts) };
  const draft = draftButton(chat, facts);
  const { input, templates, computed } = readSaid(chat, draft.computed, facts);
  const isLater = facts.pieces.has(values.uuid ?? "") && !chat.ids?.length;
  const later = [...templates, ...(isLater ? ["uuid"] : []), ...(computed.bot ? ["bot"] : [])];
  const plan = planWithout(input, later);
  const asked = [...askValidity(chat.start, facts), ...listAsked(chat, facts)];
  const { button, findings } = draft.finish(plan, input, asked);
  const written = plan.request ? writeButton(button) : { code: "", ...NO_SCRIPT };
  return {
    converted: {
      language: facts.language,
      input,
      plan,
      label: readLabel(chat.start.trigger, facts),
      computed,
      templates,
      ...written,
      isMarked: false,
      wasLink: isLinkNoMore(chat.start.trigger, written.code),
    },
    findings: [...listChatFindings(chat, asked, facts), ...findings].filter(
      // A bare address says nothing of the link that it is for.
      ({ code }) => facts.reader !== "address" || code !== "KC956",
    ),
  };
}

/** The plan of a click, with stand-ins for what is filled in later: no value that is missing. */
export function planWithout(
  input: Record<string, string>,
  later: readonly string[],
  limits: Limits | null = null,
  earlier: readonly Problem[] = [],
): ChatPlan {
  const known = Object.entries(input).filter(([name]) => !later.includes(name));
  const standIn = later.includes("uuid") ? { uuid: "@channel" } : {};
  const plan = planChat({ ...Object.fromEntries(known), ...standIn }, "popup", limits, earlier);
  // An event whose bot comes later has one.
  const isTrue = ({ code }: Problem) => code !== "KC412" || !later.includes("bot");
  return { ...plan, problems: plan.problems.filter(isTrue) };
}

/** A button of ours: checked, and given back as it is. */
function convertMarked(facts: Facts): Converted | null {
  const [marked] = listMarked(facts.root, facts.pieces);
  if (!marked) return null;
  const { element, input, templates, problems } = marked;
  const plan = planWithout(input, templates, null, problems);
  const source = facts.source.slice(element.start, element.end);
  return {
    language: facts.language,
    input,
    plan,
    label: readLabel(element, facts),
    computed: {},
    templates,
    code: element.start < 0 ? "" : `${source}\n`,
    ...NO_SCRIPT,
    isMarked: true,
  };
}
