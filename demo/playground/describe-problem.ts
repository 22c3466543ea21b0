import type { Problem } from "../../src/kakao-chat";
import { countExtra } from "./describe-request";
import type { State } from "./state";
import { findText, type Language } from "./texts";

/** A problem as a shop owner is told: by its code, in the reader's language. */
export function describeProblem(
  { code, message }: Problem,
  state: Pick<State, "uuid" | "extra">,
  language: Language,
): string {
  const got = state.uuid.trim().slice(0, 60).replace(/`/g, "'");
  const tidied = /expected "(.*?)", got/.exec(message)?.[1] ?? "";
  const kinds = message
    .slice(message.lastIndexOf("got ") + 4)
    .split(", ")
    .map((kind) => (code === "KC221" ? findText(`kind.${kind}`, language) : kind))
    .join(", ");
  const over = (countExtra(state.extra) - 1000).toLocaleString("en");
  const key = code === "KC106" ? "uuid.pasted" : code;
  return findText(key, language, { got, uuid: tidied, kinds, over });
}

/** The same as the console has it. */
export function formatProblem({ code, field, message }: Problem): string {
  return `[kakao-chat] ${code} ${field}: ${message}`;
}
