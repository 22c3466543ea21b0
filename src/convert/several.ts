import { type Chat, listIds } from "./chats.js";
import type { Finding } from "./codes.js";
import { finding } from "./findings.js";
import type { Facts } from "./read/read.js";

/** Whether it is known that the ids are several: of two buttons, what a server fills in may be the other's. */
function areOthers(chats: readonly Chat[], pieces: Facts["pieces"]): boolean {
  const ofTrigger = new Map<unknown, string>();
  for (const { start, values } of chats) {
    const before = ofTrigger.get(start.trigger);
    const id = values.uuid ?? "";
    if (before !== undefined && pieces.show(before) !== pieces.show(id)) return true;
    ofTrigger.set(start.trigger, id);
  }
  const ids = [...new Set(ofTrigger.values())].filter(Boolean);
  const filled = ids.filter((id) => pieces.findTemplates(id).length > 0).length;
  return filled > 1 || ids.length - filled > 1;
}

/** What other chats are started in the same code. */
export function listMore(first: Chat, chats: readonly Chat[], { pieces }: Facts): Finding[] {
  const found: Finding[] = [];
  const all = chats.flatMap(listIds).map((id) => pieces.show(id));
  const ids = [...new Set(all)].filter(Boolean);
  if (ids.length > 1 && areOthers(chats, pieces))
    found.push(finding("KC942", first.start.place, { ids: ids.slice(0, 6).join(", ") }));
  const triggers = new Set(chats.map(({ start }) => start.trigger).filter(Boolean));
  if (triggers.size > 1) found.push(finding("KC943", -1, { count: String(triggers.size) }));
  return found;
}
