import type { Facts } from "./read/read.js";
import type { Guard } from "./read/script/context.js";
import type { Start } from "./read/script/found.js";
import { isConsultation } from "./read/script/start.js";

/** A condition that has to hold before the old code starts a chat. */
export interface ShownGuard {
  guard: Guard;
  /** As it was written, turned so that it has to hold. */
  shown: string;
}

/** The conditions of a chat, each once: none that only choose between two ways to a chat. */
export function listGuards(start: Start, facts: Facts): ShownGuard[] {
  const found = new Map<string, ShownGuard>();
  for (const guard of start.branch) {
    if (!isInPlaceOfSdk(guard, start, facts)) {
      if (guard.isOfPage || isChoice(guard, facts) || opensAnyway(guard, start, facts)) continue;
    }
    const shown = facts.pieces.showCode(turn(guard));
    if (!found.has(shown)) found.set(shown, { guard, shown });
  }
  return [...found.values()];
}

function isChoice(guard: Guard, { starts, pieces }: Facts): boolean {
  return starts.some(
    ({ branch, url, isInApp }) =>
      !isInApp && isConsultation(pieces, url) && isOpposed(guard, branch),
  );
}

/** Whether the same click calls the SDK's own chat otherwise: `if (window.Kakao) Kakao.Channel.chat(); else open();` */
function isInPlaceOfSdk(guard: Guard, { trigger }: Start, { sdkCalls }: Facts): boolean {
  return sdkCalls.some(
    (call) => call.trigger === trigger && /chat/i.test(call.name) && isOpposed(guard, call.guards),
  );
}

function isOpposed({ test, holds }: Guard, guards: readonly Guard[]): boolean {
  return guards.some((one) => one.test === test && one.holds !== holds);
}

/** Whether a click starts a chat whether something fails or not: `send().then(open).catch(open)`. */
function opensAnyway(guard: Guard, start: Start, { starts, pieces }: Facts): boolean {
  // What is in the other branch of a condition is not done, either.
  const isReached = (one: Start) =>
    one.branch.every((other) => other.test !== guard.test && !isOpposed(other, start.branch));
  return (
    guard.isFailure === true &&
    starts.some(
      (one) => one.trigger === start.trigger && isConsultation(pieces, one.url) && isReached(one),
    )
  );
}

function turn({ holds, source }: Guard): string {
  if (holds) return source;
  return /^!\s*([\w$.]+(?:\([^()]*\)[\w$.]*)*)$/.exec(source)?.[1] ?? `!(${source})`;
}
