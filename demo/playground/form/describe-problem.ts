import { planChat } from "../../../src/chat/plan.js";
import { EXTRA_LIMIT } from "../../../src/kakao.js";
import { formatNumber } from "../dom.js";
import { countExtra } from "../preview/describe-request.js";
import type { State } from "../state.js";
import { findText, type Language } from "../texts/texts.js";
import type { FieldProblem } from "./own-rules.js";

/** What the guard tells apart, as its message names it. */
const KINDS = ["resident id", "phone", "e-mail", "card"] as const;

/** A problem as a shop owner is told: by its code, in the reader's language. */
export function describeProblem(
  { code, message }: FieldProblem,
  { uuid, extra }: Pick<State, "uuid" | "extra">,
  language: Language,
): string {
  const kinds = KINDS.filter((kind) => message.includes(kind));
  return findText(code === "KC106" ? "uuid.pasted" : code, language, {
    got: uuid.trim().slice(0, 60).replace(/`/g, "'"),
    uuid: planChat({ uuid }, "popup").options.uuid,
    kinds: kinds.map((kind) => findText(`kind.${kind}`, language)).join(", "),
    over: formatNumber(countExtra(extra) - EXTRA_LIMIT),
  });
}

/** The same as the console has it. */
export function formatProblem({ code, field, message }: FieldProblem): string {
  return `[kakao-chat] ${code} ${field}: ${message}`;
}
