import { type AnyCode, type Cause, findCause, isConvertCode, isPageCode } from "./codes.js";
import type { Found } from "./found.js";

type Companions = Partial<Record<AnyCode | Cause, readonly AnyCode[]>>;

/** By a code: those that follow from it, and have no cause of their own then. */
const COMPANIONS: Companions = {
  // The button is there, and has lost its mark.
  KC924: ["KC903"],
  KC986: ["KC903"],
  // The same script, which does not parse.
  KC993: ["KC965"],
  "KC993 import": ["KC901", "KC902", "KC965"],
  // What a script's tag has swallowed is not missing.
  KC998: ["KC901", "KC902", "KC903", "KC927", "KC965"],
  // What is there, and is not read.
  "KC901 text": ["KC902", "KC903", "KC927"],
  "KC901 comment": ["KC902", "KC903", "KC927"],
  // It is there, in its template.
  "KC903 template": ["KC987"],
};

/** The same of one tag: one that does not run keeps no page waiting, and a file that is not there has no version. */
const COMPANIONS_OF_TAG: Companions = {
  KC911: ["KC908"],
  KC998: ["KC904", "KC905", "KC908", "KC985"],
  KC933: ["KC904", "KC905", "KC906", "KC907"],
  KC936: ["KC904"],
};

/** What was found, without what only follows from something else that was found. */
export function withoutCompanions(found: readonly Found[]): Found[] {
  const lacksId = found.some(({ code }) => code === "KC101");
  return found.filter(
    (one) =>
      // The launcher's own id is for its own button, beside buttons that have theirs.
      (lacksId || !listNames(one).includes("KC909 launcher")) &&
      !found.some((cause) => isCompanion(one, cause)),
  );
}

function isCompanion(one: Found, cause: Found): boolean {
  const isIn = (companions: Companions) =>
    listNames(cause).some((name) => companions[name]?.some((code) => code === one.code));
  return isIn(COMPANIONS) || (isIn(COMPANIONS_OF_TAG) && isOfSameTag(one, cause));
}

function isOfSameTag(one: Found, cause: Found): boolean {
  return (
    (cause.values.file === undefined || cause.values.file === one.values.file) &&
    cause.place?.line === one.place?.line &&
    cause.place?.column === one.place?.column
  );
}

/** Its code, and its code with its cause, as the tables have them. */
function listNames({ code, values }: Found): (AnyCode | Cause)[] {
  const cause = findCause(code, values.cause);
  return [isPageCode(code) || isConvertCode(code) ? code : null, cause].filter(
    (name) => name !== null,
  );
}
