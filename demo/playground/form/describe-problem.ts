import { planChat } from "../../../src/chat/plan.js";
import type { Problem } from "../../../src/index.js";
import { formatNumber } from "../dom.js";
import { countExtra } from "../preview/describe-request.js";
import type { State } from "../state.js";
import { findText, isTextKey, type Language, type TextKey } from "../texts/texts.js";

/** What the guard tells apart, as its message names it. */
const KINDS = ["resident id", "phone", "e-mail", "card"] as const;

/** A problem as a shop owner is told: by its code, in the reader's language. */
export function describeProblem(
  { code, message }: Problem,
  { uuid, extra }: Pick<State, "uuid" | "extra">,
  language: Language,
): string {
  const kinds = KINDS.filter((kind) => message.includes(kind));
  return findText(findKey(code), language, {
    got: uuid.trim().slice(0, 60).replace(/`/g, "'"),
    uuid: planChat({ uuid }, "popup").options.uuid,
    kinds: kinds.map((kind) => findText(`kind.${kind}`, language)).join(", "),
    over: formatNumber(countExtra(extra) - 1000),
  });
}

function findKey(code: string): TextKey {
  if (code === "KC106") return "uuid.pasted";
  if (!isTextKey(code)) throw new Error(`no text is called ${code}`);
  return code;
}

/** The same as the console has it. */
export function formatProblem({ code, field, message }: Problem): string {
  return `[kakao-chat] ${code} ${field}: ${message}`;
}
