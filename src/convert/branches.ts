import { type Chat, type Decision, listIds, listLast } from "./chats.js";
import { FIELDS, type Field } from "./fields.js";
import type { OldElement } from "./read/markup/element.js";
import { joinNeeds } from "./read/script/code.js";
import type { Pieces } from "./read/text/pieces.js";
import { joinServerBranches } from "./server-branches.js";

/** So many branches of one click are told apart. */
const MOST = 8;

/** What an element sends to one channel, if it sends something else in other branches: `isPhone ? "mo" : "pc"`. */
export function joinBranches(chat: Chat, chats: readonly Chat[], pieces: Pieces): Chat {
  const { start, values } = chat;
  const others = chats.filter(
    (one) =>
      one !== chat &&
      one.start.trigger === start.trigger &&
      pieces.show(one.values.uuid ?? "") === pieces.show(values.uuid ?? ""),
  );
  if (!others.some((other) => findChoice(chat, [other]))) return chat;
  const all = [chat, ...others].slice(0, MOST);
  return { ...chat, values: joinValues(all, pieces), lost: listLost(all) };
}

/** What of their addresses could not be read. */
function listLost(branches: readonly Chat[]): string[] {
  return [...new Set(branches.flatMap(({ lost }) => lost))];
}

/** What the first of several branches sends, or the code that decides between them. */
function joinValues(branches: readonly Chat[], pieces: Pieces): Chat["values"] {
  const joined = { ...branches[0]?.values };
  for (const field of FIELDS) {
    const { code, needs } = decide(field, branches, pieces);
    if (code !== pieces.toExpression(joined[field] ?? ""))
      joined[field] = pieces.addCode(code, joinNeeds(needs));
  }
  return joined;
}

/** The chats, those of one element as one if conditions decide which channel it is, and can be asked again. */
export function joinChannels(chats: readonly Chat[], pieces: Pieces): Chat[] {
  const groups = new Map<OldElement, Chat[]>();
  for (const chat of chats) {
    const { trigger } = chat.start;
    if (trigger) groups.set(trigger, [...(groups.get(trigger) ?? []), chat].slice(0, MOST + 1));
  }
  const joined = new Map<Chat, Chat>();
  for (const same of groups.values()) {
    const one = same.length > MOST ? null : (joinServerBranches(same) ?? joinOne(same, pieces));
    if (one) for (const chat of same) joined.set(chat, one);
  }
  return [...new Set(chats.map((chat) => joined.get(chat) ?? chat))];
}

/** One chat of several, if conditions tell all of them from each other. */
function joinOne(same: readonly Chat[], pieces: Pieces): Chat | null {
  const [first] = same;
  // The likeliest comes last, as what is chosen otherwise.
  const isLikely = ({ start }: Chat) => start === first?.start;
  const ordered = [...same.filter((one) => !isLikely(one)), ...same.filter(isLikely)];
  const all = listLast(ordered.flatMap(listIds));
  if (!first || all.length < 2 || all.includes("")) return null;
  // `if (shop.id) open(shop.id); else open("@shop");`
  const ids = all.filter((id) => !pieces.has(id));
  const isDecided = same.every(
    (one, at) =>
      one.endpoint === first.endpoint &&
      same.slice(at + 1).every((other) => findChoice(one, [other])),
  );
  const { needs } = decide("uuid", same, pieces);
  if (!isDecided || needs.some(({ hidden, isAwaited }) => hidden.length > 0 || isAwaited))
    return null;
  const values = joinValues(same, pieces);
  return { ...first, values, lost: listLost(same), ...(ids.length > 0 && { ids }) };
}

/** The expression of a value in whichever branch the click comes to, and what it needs. */
function decide(
  field: Field,
  branches: readonly Chat[],
  pieces: Pieces,
): { code: string; needs: Parameters<typeof joinNeeds>[0] } {
  const [first, ...others] = branches;
  const text = first?.values[field] ?? "";
  const own = { code: pieces.toExpression(text), needs: pieces.findCode(text) };
  const guard = first && findChoice(first, others);
  if (!guard) return own;
  const { test, code: asked } = guard;
  const [yes = own, no = own] = [true, false].map((holds) => {
    const reached = branches.filter(
      ({ branch }) => !branch.some((one) => one.test === test && one.holds !== holds),
    );
    return decide(field, reached, pieces);
  });
  if (yes.code === no.code) return yes;
  const isSetting = asked.code === yes.code;
  const code = isSetting ? `${yes.code} || ${no.code}` : `${asked.code} ? ${yes.code} : ${no.code}`;
  return { code, needs: [asked, ...yes.needs, ...no.needs] };
}

/** The outermost condition that decides between a chat and others: of the two sides, the one that says all that it asks. */
function findChoice({ branch }: Chat, others: readonly Chat[]): Decision | undefined {
  const theirs = others.flatMap((other) => other.branch);
  for (const own of branch) {
    const other = theirs.find(({ test, holds }) => test === own.test && holds !== own.holds);
    // What comes after `if (a) { if (b) return; }` asks for both.
    if (other) return own.holds ? other : own;
  }
  return undefined;
}
