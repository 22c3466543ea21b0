import { findCause } from "./codes.js";
import type { Found } from "./found.js";

/** By a code: those that follow from it, and have no cause of their own then. */
const COMPANIONS: Record<string, RegExp> = {
  // The button is there, and has lost its mark.
  KC924: /^KC903$/,
  KC986: /^KC903$/,
  // The same script, which does not parse.
  KC993: /^KC965$/,
  "KC993 import": /^KC9(?:01|02|65)$/,
  // What a script's tag has swallowed is not missing.
  KC998: /^KC9(?:01|02|03|27|65)$/,
  // What is there, and is not read.
  "KC901 text": /^KC9(?:02|03|27)$/,
  "KC901 comment": /^KC9(?:02|03|27)$/,
  // It is there, in its template.
  "KC903 template": /^KC987$/,
};

/** The same of one tag: one that does not run keeps no page waiting, and a file that is not there has no version. */
const COMPANIONS_OF_TAG: Record<string, RegExp> = {
  KC911: /^KC908$/,
  KC998: /^KC9(?:0[458]|85)$/,
  KC933: /^KC90[4-7]$/,
  KC936: /^KC904$/,
};

/** What was found, without what only follows from something else that was found. */
export function withoutCompanions(found: readonly Found[]): Found[] {
  const isSame = (one: Found, other: Found) =>
    (one.values.file === undefined || one.values.file === other.values.file) &&
    one.place?.line === other.place?.line &&
    one.place?.column === other.place?.column;
  const lacksId = found.some(({ code }) => code === "KC101");
  return found.filter(
    (one) =>
      // The launcher's own id is for its own button, beside buttons that have theirs.
      (lacksId || !listNames(one).includes("KC909 launcher")) &&
      !found.some(
        (cause) =>
          listNames(cause).some((name) => COMPANIONS[name]?.test(one.code)) ||
          (listNames(cause).some((name) => COMPANIONS_OF_TAG[name]?.test(one.code)) &&
            isSame(cause, one)),
      ),
  );
}

/** Its code, and its code with its cause. */
function listNames({ code, values }: Found): string[] {
  const cause = findCause(code, values.cause);
  return cause ? [code, cause] : [code];
}
