import type { Found } from "./found.js";

/** By a code: those that follow from it, and have no cause of their own then. */
const COMPANIONS: Record<string, RegExp> = {
  // What a script's tag has swallowed is not missing.
  KC998: /^KC9(?:01|02|03|27|65)$/,
};

/** What was found, without what only follows from something else that was found. */
export function withoutCompanions(found: readonly Found[]): Found[] {
  const causes = new Set(found.map(({ code }) => code));
  const followed = Object.entries(COMPANIONS).filter(([code]) => causes.has(code));
  return found.filter(({ code }) => !followed.some(([, pattern]) => pattern.test(code)));
}
