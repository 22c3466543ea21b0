import type { Chat } from "./chats.js";
import { FIELDS } from "./fields.js";
import type { Guard } from "./read/script/context.js";

type Branch = NonNullable<Guard["branch"]>;

/**
 * The chat of an element for which a server writes another in each of its branches: its values have the server's tags in
 * them. `null` if not all branches start one.
 */
export function joinServerBranches(same: readonly Chat[]): Chat | null {
  const [first, ...others] = same;
  const own = first && findLast(first);
  if (!first || !own || others.length === 0) return null;
  const servers = same.map(findLast);
  const isOne = servers.every((one) => one?.writes === own.writes);
  const isAlike = others.every(({ endpoint }) => endpoint === first.endpoint);
  if (!isOne || !isAlike || new Set(servers.map((one) => one?.at)).size < same.length) return null;
  const ordered = [...same].sort((one, other) => atOf(one) - atOf(other));
  const values = { ...first.values };
  for (const field of FIELDS) {
    const texts = ordered.map((one) => one.values[field] ?? "");
    if (texts.every((text) => text === texts[0])) continue;
    const text = own.writes.join(texts);
    if (text === null) return null;
    values[field] = text;
  }
  const lost = [...new Set(same.flatMap((one) => one.lost))];
  return { ...first, values, lost, unknown: same.flatMap(({ unknown }) => unknown) };
}

function findLast({ start }: Chat): Branch | undefined {
  return start.guards.flatMap(({ branch }) => branch ?? []).at(-1);
}

function atOf(chat: Chat): number {
  return findLast(chat)?.at ?? 0;
}
