import { type Chat, FIELDS } from "./chats.js";
import type { Pieces } from "./read/pieces.js";
import type { Guard } from "./read/run.js";
import { joinNeeds } from "./read/value.js";

/** What an element sends to one channel, if it sends something else in another branch: `isPhone ? "mo" : "pc"`. */
export function joinBranches(chat: Chat, chats: readonly Chat[], pieces: Pieces): Chat {
  const { start, values } = chat;
  for (const other of chats) {
    const isSame = other.start.trigger === start.trigger && other.values.uuid === values.uuid;
    const guard = isSame ? findChoice(chat, other) : undefined;
    if (!guard) continue;
    const joined = { ...values };
    for (const field of FIELDS) {
      const [own = "", its = ""] = [values[field], other.values[field]];
      const [mine, theirs] = [pieces.toExpression(own), pieces.toExpression(its)];
      if (mine === theirs) continue;
      const [yes, no] = guard.holds ? [mine, theirs] : [theirs, mine];
      const found = [own, its].flatMap((text) => pieces.findCode(text));
      const needs = joinNeeds([guard.code, ...found]);
      joined[field] = pieces.addCode(`${guard.code.code} ? ${yes} : ${no}`, needs);
    }
    return { ...chat, values: joined };
  }
  return chat;
}

/** The condition that decides between two chats. */
function findChoice({ start }: Chat, other: Chat): Guard | undefined {
  return start.guards.find((own) =>
    other.start.guards.some(({ test, holds }) => test === own.test && holds !== own.holds),
  );
}
