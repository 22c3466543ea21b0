import type { Start } from "./read/found.js";
import type { Facts } from "./read/read.js";
import type { Guard } from "./read/script/context.js";
import { isConsultation } from "./read/start.js";

/** A condition that has to hold before the old code starts a chat. */
export interface ShownGuard {
  guard: Guard;
  /** As it was written, turned so that it has to hold. */
  shown: string;
}

/** The conditions of a chat, each once: none that only choose between two ways to a chat. */
export function listGuards({ guards, trigger }: Start, facts: Facts): ShownGuard[] {
  const found = new Map<string, ShownGuard>();
  for (const guard of guards) {
    if (isChoice(guard, facts) || opensAnyway(guard, trigger, facts)) continue;
    const shown = facts.pieces.showCode(turn(guard));
    if (!found.has(shown)) found.set(shown, { guard, shown });
  }
  return [...found.values()];
}

function isChoice({ test, holds }: Guard, { starts, pieces }: Facts): boolean {
  return starts.some(
    ({ branch, url, isInApp }) =>
      !isInApp &&
      isConsultation(pieces, url) &&
      branch.some((other) => other.test === test && other.holds !== holds),
  );
}

/** Whether a click starts a chat whether something fails or not: `send().then(open).catch(open)`. */
function opensAnyway(
  { test, isFailure }: Guard,
  trigger: Start["trigger"],
  { starts, pieces }: Facts,
): boolean {
  const isWithout = (start: Start) => start.guards.every((one) => one.test !== test);
  return (
    isFailure === true &&
    starts.some(
      (one) => one.trigger === trigger && isConsultation(pieces, one.url) && isWithout(one),
    )
  );
}

function turn({ holds, source }: Guard): string {
  if (holds) return source;
  return /^!\s*([\w$.]+(?:\([^()]*\)[\w$.]*)*)$/.exec(source)?.[1] ?? `!(${source})`;
}
