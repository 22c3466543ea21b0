import { type Chat, listIds } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import type { Facts } from "./read/read.js";
import type { Pieces } from "./read/text/pieces.js";

/** What other chats are started in the same code. */
export function listMore(first: Chat, chats: readonly Chat[], facts: Facts): Finding[] {
  const found: Finding[] = [];
  const ids = listShown(chats, facts);
  const taken = listShown(listFirst(chats), facts);
  // An element's second channel, where what chooses cannot be asked again, or another's own.
  const isLost = ids.some((id) => !taken.includes(id));
  const values = { ids: ids.slice(0, 6).join(", ") };
  if (isLost) found.push(finding("KC942", first.start.place, values));
  else if (areOthers(chats, facts))
    found.push(finding("KC942", first.start.place, { cause: "own", ...values }));
  const triggers = new Set(chats.map(({ start }) => start.trigger).filter(Boolean));
  if (triggers.size > 1) found.push(finding("KC943", -1, { count: String(triggers.size) }));
  return found;
}

/** Whether elements have different channels of their own: of two, what a server fills in may be the other's. */
function areOthers(chats: readonly Chat[], { pieces }: Facts): boolean {
  const own = listFirst(chats).filter((chat) => !chat.ids);
  const texts = own.map(({ values }) => values.uuid ?? "").filter(Boolean);
  const byShown = new Map(texts.map((text) => [showId(text, pieces), text]));
  const filled = [...byShown.values()].filter((text) => pieces.findTemplates(text).length > 0);
  return filled.length > 1 || byShown.size - filled.length > 1;
}

/** The first chat of each element, and of what has none. */
function listFirst(chats: readonly Chat[]): Chat[] {
  return chats.filter(
    ({ start }, at) => chats.findIndex((one) => one.start.trigger === start.trigger) === at,
  );
}

/** The ids of chats, each once, as they were written. */
function listShown(chats: readonly Chat[], { pieces }: Facts): string[] {
  const all = chats.flatMap(listIds).map((id) => showId(id, pieces));
  return [...new Set(all)].filter(Boolean);
}

/** What Thymeleaf fills in is the same in its attributes and in the brackets of a text. */
const INLINED = /\[[[(](\$\{[^\]]*\})[\])]\]/g;

/** An id as it was written. */
function showId(id: string, pieces: Pieces): string {
  return pieces.show(id).replace(INLINED, "$1");
}

/** The first chat of each element that starts one, as they stand in the page. Without an element one is all. */
export function listElements(chats: readonly Chat[]): Chat[] {
  const [first] = chats;
  if (!first) return [];
  const seen = new Set<unknown>([null]);
  const elements = chats.filter(({ start: { trigger } }) => {
    if (seen.has(trigger)) return false;
    seen.add(trigger);
    return true;
  });
  const placeOf = ({ start: { trigger } }: Chat) =>
    trigger && trigger.start >= 0 ? trigger.start : Number.MAX_SAFE_INTEGER;
  elements.sort((one, other) => placeOf(one) - placeOf(other));
  return first.start.trigger ? elements : [first, ...elements];
}
