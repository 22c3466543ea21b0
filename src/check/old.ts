import { type Chat, listChats, type Other } from "../convert/chats.js";
import type { ConvertCode } from "../convert/codes.js";
import { listChatFindings } from "../convert/findings.js";
import { listOthers, listPaste } from "../convert/paste.js";
import { attribute, type OldElement, textOf, walk } from "../convert/read/markup/element.js";
import type { Facts } from "../convert/read/read.js";
import { readLabel } from "../convert/write/element/label.js";
import { MARK } from "../options/fields.js";
import type { Collector } from "./collector.js";
import { listCurlyQuotes } from "./markup/curly.js";
import { type Place, tidyQuote } from "./place.js";

/** A hand-written button of the page. */
export interface OldButton {
  label: string;
  uuid: string;
  place: Place | null;
}

const SDK = /(?:t1\.kakaocdn\.net\/kakao_js_sdk|developers\.kakao\.com\/sdk\/js)\//i;
/** What an old button sends, and when: its author knows that, and the whole page is here. */
const OF_SENDING: ReadonlySet<ConvertCode> = new Set(["KC948", "KC949", "KC971", "KC972", "KC978"]);
/** So many are named one by one. */
const MOST = 20;

/** What starts a chat in other ways than by our mark, and what is wrong with it. */
export function listOldButtons(
  facts: Facts,
  hasScript: boolean,
  isLinks: boolean,
  collector: Pick<Collector, "add" | "places">,
): OldButton[] {
  const { add } = collector;
  const { chats: all, others } = listChats(facts);
  const chats = all.filter((chat) => !isFallback(chat, facts));
  const old = chats.filter(({ start }) => !isOurs(start.trigger, isLinks && start.how === "link"));
  listServedTwice(chats, facts, add);
  const buttons = listEach(old, facts, hasScript, collector);
  listOfPage(old[0] ?? null, others, facts, add);
  listCurlyQuotes(facts, add);
  const sdk = [...walk(facts.root)].find(
    (element) => element.name === "script" && SDK.test(attribute(element, "src")),
  );
  if (sdk) add("KC926", {}, sdk);
  return buttons;
}

/** Marked buttons that older code serves, too, each once. */
function listServedTwice(chats: readonly Chat[], facts: Facts, add: Collector["add"]): void {
  const seen = new Set<OldElement>();
  for (const chat of chats) {
    const { how, trigger } = chat.start;
    if (how === "link" || !trigger || !isOurs(trigger, false) || seen.has(trigger)) continue;
    seen.add(trigger);
    add("KC932", describe(chat, facts), trigger);
  }
}

/** The old buttons one by one, and what is wrong with each. */
function listEach(
  old: readonly Chat[],
  facts: Facts,
  hasScript: boolean,
  { add, places }: Pick<Collector, "add" | "places">,
): OldButton[] {
  const seen = new Set<object>();
  const buttons: OldButton[] = [];
  for (const chat of old) {
    const { how, trigger, node, isLone } = chat.start;
    const key = trigger ?? node ?? chat;
    if (seen.has(key) || buttons.length >= MOST) continue;
    seen.add(key);
    const place = placeOf(trigger, chat.start.place);
    // An address in a text alone is no button.
    if (!isLone || node) {
      const { label, uuid } = describe(chat, facts);
      buttons.push({ label: tidyQuote(label), uuid: tidyQuote(uuid), place: places(place) });
      const isPlainLink = how === "link" && trigger?.name === "a";
      add(hasScript && isPlainLink ? "KC924" : "KC925", { label, uuid }, place);
    }
    for (const { code, values, place: at } of listChatFindings(chat, [], facts)) {
      if (!OF_SENDING.has(code))
        add(code, values, [at, place].find((one) => one >= 0) ?? findOnce(values, facts));
    }
  }
  return buttons;
}

/** What is found in the page as a whole. */
function listOfPage(
  first: Chat | null,
  others: readonly Other[],
  facts: Facts,
  add: Collector["add"],
): void {
  const isMarked = [...walk(facts.root)].some((element) => isOurs(element, false));
  // What a marked link leads to without the script is no button of its own.
  const shown = others.filter(
    ({ trigger, address }) => !isOurs(trigger, false) && !isOwnPage(trigger, address, isMarked),
  );
  const findings = [...listPaste(facts, first), ...listOthers(shown, facts)];
  for (const { code, values, place, more } of findings)
    if (code !== "KC950") add(code, values, place < 0 ? findOnce(values, facts) : place, more);
}

/** A link that adds the channel as a friend; beside a marked button, one to the channel's home, too: it stands in footers. */
function isOwnPage(trigger: OldElement | null, address: string, isBeside: boolean): boolean {
  const [, rest] = /\/\/pf\.kakao\.com\/_?\w+([^?#]*)/i.exec(address) ?? [];
  if (trigger?.name !== "a" || rest === undefined) return false;
  return /^\/friend\/?$/i.test(rest) || (isBeside && /^\/?$/.test(rest));
}

/** A `<noscript>` has what stands in for a button: of its link, only the address was read. */
function isFallback({ start }: Chat, { root }: Facts): boolean {
  const isHere = (element: OldElement) =>
    element.name === "noscript" && textOf(element).includes(start.url);
  return Boolean(start.isLone) && !start.node && [...walk(root)].some(isHere);
}

/** Where what is quoted stands, if that is one place. */
function findOnce({ what, source }: Record<string, string>, facts: Facts): number {
  const quoted = (what ?? source ?? "").replace(/…$/, "");
  const place = quoted ? facts.source.indexOf(quoted) : -1;
  return place >= 0 && facts.source.indexOf(quoted, place + 1) < 0 ? place : -1;
}

/** What a chat is called in what is said of it. */
function describe({ start, values }: Chat, facts: Facts): { label: string; uuid: string } {
  const uuid = facts.pieces.show(values.uuid ?? "");
  // What a server's code comes to is nowhere in the page.
  const isMade =
    facts.pieces.findTemplates(values.uuid ?? "").length > 0 && !facts.source.includes(uuid);
  return {
    label: readLabel(start.trigger, facts),
    uuid: isMade ? "" : uuid,
  };
}

function isOurs(trigger: OldElement | null, isLink: boolean): boolean {
  return isLink || (trigger?.attributes.has(MARK) ?? false);
}

function placeOf(trigger: OldElement | null, place: number): number {
  return trigger && trigger.start >= 0 ? trigger.start : place;
}
