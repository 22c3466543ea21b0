import type { Chat, Other } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import { walk } from "./read/markup/element.js";
import type { Facts } from "./read/read.js";
import type { Start } from "./read/script/found.js";
import { isConsultation, withChoicesOf } from "./read/script/start.js";
import { shorten } from "./shorten.js";
import { findUnreadAddress } from "./unread-address.js";
import { readLabel } from "./write/element/label.js";

/** What of Kakao's is on the page beside, or in place of, the consultation. */
export function listOthers(others: readonly Other[], facts: Facts): Finding[] {
  const found = listChannels(others, facts);
  for (const { kind, address, place } of others) {
    if (kind === "dealer") found.push(finding("KC974", place, { what: shorten(address, 60) }));
    if (kind === "openchat") found.push(finding("KC976", place, { what: shorten(address, 60) }));
  }
  for (const { kind, address, place } of others) {
    if (kind === "landed") found.push(finding("KC968", place, { what: address }));
  }
  const said = new Set<string>();
  return found.filter(({ code, values, place }) => {
    const keys = [`${code} ${values.what}`, `${code} at ${place < 0 ? values.what : place}`];
    return !keys.some((key) => said.has(key)) && keys.every((key) => said.add(key));
  });
}

/** One way to a channel's own pages. */
interface Way extends Pick<Other, "place" | "trigger"> {
  what: string;
  /** What is said once. */
  key: string;
  isPage: boolean;
}

/** The channels to whose own pages something leads, each once with the buttons that do. */
function listChannels(others: readonly Other[], facts: Facts): Finding[] {
  const ways: Way[] = others
    .filter(({ kind, start }) => /^(?:channel|home|page)$/.test(kind) && !isOfChat(start, facts))
    .map(({ kind, address, place, trigger }) => {
      const isPage = kind === "page";
      return { what: address, key: isPage ? address : idOf(address), isPage, place, trigger };
    });
  for (const { name, id, place, trigger } of facts.sdkCalls)
    if (/chat/i.test(name))
      ways.push({
        what: id ? `${name} (${id})` : name,
        key: id || name,
        isPage: false,
        place,
        trigger,
      });
  ways.sort((one, other) => one.place - other.place);
  const byKey = new Map<string, Way[]>();
  for (const way of ways) byKey.set(way.key, [...(byKey.get(way.key) ?? []), way]);
  return [...byKey.values()].map((same) => {
    const [first] = same as [Way];
    const labels = new Set(same.map(({ trigger }) => readLabel(trigger, facts)).filter(Boolean));
    const values = { label: [...labels].join("”, “"), what: first.what };
    const cause = first.isPage ? "page" : labels.size === 0 && areOthers(same, facts) && "other";
    const more = same.slice(1).map(({ place }) => place);
    return {
      ...finding("KC940", first.place, cause ? { cause, ...values } : values),
      ...(more.length > 0 && { more }),
    };
  });
}

/** Whether they are elements beside those that start a chat. */
function areOthers(ways: readonly Way[], { starts, pieces }: Facts): boolean {
  const chats = starts.filter(({ url }) => isConsultation(pieces, url));
  return (
    chats.length > 0 &&
    ways.every((way) => way.trigger && chats.every(({ trigger }) => trigger !== way.trigger))
  );
}

/** The app's own addresses, also as Android has them. */
const APP = /^\s*kakao(?:plus|talk|link):|^\s*intent:.*\bkakao/is;

/** Whether it is a way into the app that a click takes before it starts a chat, or in another branch. */
function isOfChat(start: Start | null, { starts, pieces }: Facts): boolean {
  if (!start || !APP.test(withChoicesOf(pieces, start.url))) return false;
  return starts.some(
    (one) =>
      one !== start &&
      one.trigger === start.trigger &&
      one.chain[0]?.node === start.chain[0]?.node &&
      isConsultation(pieces, one.url),
  );
}

/** The channel's id in an address of its own pages. */
function idOf(address: string): string {
  const [, id = address] = /\/(_[^/?#\s]+|@[^/?#\s]+)/.exec(address) ?? [];
  return id;
}

/**
 * The ways into the app that clicks took besides, and take no more.
 *
 * @param written the new code, in which a branch that starts no chat may still open the app
 */
export function listApps(
  others: readonly Other[],
  written: readonly string[],
  facts: Facts,
): Finding[] {
  return others
    .filter(({ address, start }) => {
      const isKept = written.some((code) => code.includes(address));
      return !isKept && isOfChat(start, facts);
    })
    .map(({ address, place, trigger }) => {
      const values = { label: readLabel(trigger, facts), what: shorten(address, 60) };
      return finding("KC940", place, { cause: "app", ...values });
    });
}

/** What is wrong with what was pasted as a whole. */
export function listPaste(facts: Facts, first: Chat | null): Finding[] {
  const found: Finding[] = [];
  if (facts.isUnfinished) found.push(finding("KC977"));
  const [curly] = facts.curlyQuotes;
  if (curly) found.push(finding("KC950", curly.place));
  const include = [...walk(facts.root)].find(
    ({ name, attributes }) =>
      name === "script" &&
      /bizmessage\.kakao\.com\/chat\/includeScript/i.test(attributes.get("src") ?? ""),
  );
  const isStep = first?.start.isAtLoad === true && first.start.how !== "window";
  if (isStep) found.push(finding("KC941", first.start.place));
  else if (include) found.push(finding("KC958", include.start));
  const unread = facts.unread.find((text) => /kakao|uuid|extra/i.test(text)) ?? facts.cut;
  if (unread && (first || facts.cut !== unread))
    found.push(finding("KC965", -1, { source: shorten(unread) }));
  if (first) found.push(...listUnread(facts, unread));
  return found;
}

/** An address of a chat from which no way to one has come. @param told code of which it is said that nobody reads it */
export function listUnread(facts: Facts, told = ""): Finding[] {
  const address = findUnreadAddress(facts, told);
  return address ? [finding("KC965", -1, { source: shorten(address, 160) })] : [];
}
