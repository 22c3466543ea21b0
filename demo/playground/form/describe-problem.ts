import { buildPlan } from "../../../src/chat/plan.js";
import type { Problem } from "../../../src/index.js";
import { countExtra } from "../preview/describe-request.js";
import type { State } from "../state.js";
import { findText, type Language } from "../texts/page.js";

/** What the guard tells apart, as its message names it. */
const KINDS = ["resident id", "phone", "e-mail", "card"];

/** A problem as a shop owner is told: by its code, in the reader's language. */
export function describeProblem(
  { code, message }: Problem,
  { uuid, extra }: Pick<State, "uuid" | "extra">,
  language: Language,
): string {
  const kinds = KINDS.filter((kind) => message.includes(kind));
  return findText(code === "KC106" ? "uuid.pasted" : code, language, {
    got: uuid.trim().slice(0, 60).replace(/`/g, "'"),
    uuid: buildPlan({ uuid }, "popup").options.uuid,
    kinds: kinds.map((kind) => findText(`kind.${kind}`, language)).join(", "),
    over: (countExtra(extra) - 1000).toLocaleString("en"),
  });
}

/** The same as the console has it. */
export function formatProblem({ code, field, message }: Problem): string {
  return `[kakao-chat] ${code} ${field}: ${message}`;
}
