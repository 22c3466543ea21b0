import { planChat } from "../../src/chat/plan";
import type { Problem } from "../../src/index";
import { countExtra } from "./describe-request";
import type { State } from "./state";
import { findText, type Language } from "./texts";

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
    uuid: planChat({ uuid }, "popup").options.uuid,
    kinds: kinds.map((kind) => findText(`kind.${kind}`, language)).join(", "),
    over: (countExtra(extra) - 1000).toLocaleString("en"),
  });
}

/** The same as the console has it. */
export function formatProblem({ code, field, message }: Problem): string {
  return `[kakao-chat] ${code} ${field}: ${message}`;
}
