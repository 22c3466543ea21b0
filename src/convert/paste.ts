import type { Chat, Other } from "./chats.js";
import type { Finding } from "./codes.js";
import { finding } from "./findings.js";
import { walk } from "./read/markup/element.js";
import type { Facts } from "./read/read.js";
import { shorten } from "./shorten.js";
import { findUnreadAddress } from "./unread-address.js";

/** What of Kakao's is on the page beside, or in place of, the consultation. */
export function listOthers(others: readonly Other[], facts: Facts): Finding[] {
  const found: Finding[] = [];
  const channels = others.filter(({ kind }) => kind === "channel" || kind === "home");
  for (const { address, place } of channels) found.push(finding("KC940", place, { what: address }));
  for (const { kind, address, place } of others) {
    if (kind === "dealer") found.push(finding("KC974", place, { what: shorten(address, 60) }));
    if (kind === "openchat") found.push(finding("KC976", place, { what: shorten(address, 60) }));
  }
  for (const { name, id, place } of facts.sdkCalls) {
    if (!/chat/i.test(name)) continue;
    found.push(finding("KC940", place, { what: id ? `${name} (${id})` : name }));
  }
  for (const { kind, address, place } of others) {
    if (kind === "landed") found.push(finding("KC968", place, { what: address }));
  }
  const said = new Set<string>();
  return found.filter(({ code, values, place }) => {
    // One call is one thing, even if it was read twice.
    const keys = [`${code} ${values.what}`, ...(place < 0 ? [] : [`${code} at ${place}`])];
    const isNew = !keys.some((key) => said.has(key));
    for (const key of keys) said.add(key);
    return isNew;
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
