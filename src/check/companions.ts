import type { Found } from "./found.js";

/** By a code: those that follow from it, and have no cause of their own then. */
const COMPANIONS: Record<string, RegExp> = {
  // The button is there, and has lost its mark.
  KC924: /^KC903$/,
  KC986: /^KC903$/,
  // The same script, which does not parse.
  KC993: /^KC965$/,
  // What a script's tag has swallowed is not missing.
  KC998: /^KC9(?:01|02|03|27|65)$/,
};

/** The same of one tag: one that does not run keeps no page waiting, and a file that is not there has no version. */
const COMPANIONS_OF_TAG: Record<string, RegExp> = {
  KC911: /^KC908$/,
  KC933: /^KC90[4-7]$/,
  KC936: /^KC904$/,
};

/** What was found, without what only follows from something else that was found. */
export function withoutCompanions(found: readonly Found[]): Found[] {
  const isSame = (one: Found, other: Found) =>
    one.values.file === other.values.file &&
    one.place?.line === other.place?.line &&
    one.place?.column === other.place?.column;
  const causes = found.filter(
    ({ code }) => Object.hasOwn(COMPANIONS, code) || Object.hasOwn(COMPANIONS_OF_TAG, code),
  );
  return found.filter(
    (one) =>
      !causes.some(
        (cause) =>
          COMPANIONS[cause.code]?.test(one.code) ||
          (COMPANIONS_OF_TAG[cause.code]?.test(one.code) && isSame(cause, one)),
      ),
  );
}
