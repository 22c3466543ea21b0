import { type Chat, FIELDS, type Field } from "./chats.js";
import type { Guard } from "./read/script/run.js";
import { joinNeeds } from "./read/script/value.js";
import type { Pieces } from "./read/text/pieces.js";

/** So many branches of one click are told apart. */
const MOST = 8;

/** What an element sends to one channel, if it sends something else in other branches: `isPhone ? "mo" : "pc"`. */
export function joinBranches(chat: Chat, chats: readonly Chat[], pieces: Pieces): Chat {
  const { start, values } = chat;
  const others = chats.filter(
    (one) => one !== chat && one.start.trigger === start.trigger && one.values.uuid === values.uuid,
  );
  if (!others.some((other) => findChoice(chat, [other]))) return chat;
  const branches = [chat, ...others].slice(0, MOST);
  const joined = { ...values };
  for (const field of FIELDS) {
    const { code, needs } = decide(field, branches, pieces);
    if (code !== pieces.toExpression(values[field] ?? ""))
      joined[field] = pieces.addCode(code, joinNeeds(needs));
  }
  return { ...chat, values: joined };
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
      ({ start }) => !start.guards.some((one) => one.test === test && one.holds !== holds),
    );
    return decide(field, reached, pieces);
  });
  if (yes.code === no.code) return yes;
  const code = `${asked.code} ? ${yes.code} : ${no.code}`;
  return { code, needs: [asked, ...yes.needs, ...no.needs] };
}

/** The outermost condition that decides between a chat and others. */
function findChoice({ start }: Chat, others: readonly Chat[]): Guard | undefined {
  return start.guards.find((own) =>
    others.some((other) =>
      other.start.guards.some(({ test, holds }) => test === own.test && holds !== own.holds),
    ),
  );
}
