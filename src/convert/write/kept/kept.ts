import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { isConsultation } from "../../read/script/start.js";
import { type Asked, isQuestion } from "../values/asked.js";
import { listBesides } from "./besides.js";
import { type Counting, readCounting } from "./counting.js";
import { bare, sayLeft } from "./said.js";
import { writeStop } from "./stop.js";

/** What the new button does besides, and what of the old code is left. */
export function readTracking(chat: Chat, asked: readonly Asked[], facts: Facts): Counting {
  const { statements, left, ...counted } = readCounting(chat, asked, facts);
  const counting = statements.filter((one) => !isQuestion(one, asked));
  const guarded = counted.guarded.filter(({ code }) => !isQuestion(code, asked));
  const stop = writeStop(chat, facts);
  const { origins } = counted;
  return { statements: [...(stop ? [stop] : []), ...counting], guarded, left, origins };
}

/** So many other openings are looked at. */
const MOST_OPENINGS = 8;

/** What is done in another branch alone, in which the click starts a chat, too: on phones, for example. */
export function listOfOtherBranches(chat: Chat, facts: Facts): string[] {
  const { trigger, guards } = chat.start;
  const others = facts.starts.filter(
    (other) =>
      trigger !== null &&
      other.trigger === trigger &&
      isConsultation(facts.pieces, other.url) &&
      other.guards.some(({ test, holds }) =>
        guards.some((own) => own.test === test && own.holds !== holds),
      ),
  );
  if (others.length === 0) return [];
  const own = new Set(listBesides(chat, facts).map(({ source }) => bare(source)));
  const found = others
    .slice(0, MOST_OPENINGS)
    .flatMap((other) => listBesides({ ...chat, start: other }, facts))
    .filter(({ source }) => !own.has(bare(source)));
  return [...new Set(sayLeft(found))];
}
