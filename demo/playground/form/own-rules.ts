import type { Problem } from "../../../src/index.js";
import { BUILT } from "../build-facts.js";
import { parseHost } from "../snippets/host.js";
import { findLook } from "../snippets/snippets.js";
import type { State } from "../state.js";
import type { TextKey } from "../texts/texts.js";

/** Rules of this page's own, among the product's: about what is only in the copied code. */
export function findOwnProblems(state: State): Problem[] {
  const problems: Problem[] = [];
  const report = (field: string, code: TextKey) => {
    problems.push({ code, field, level: "error", message: "" });
  };
  if (parseHost(state.host, BUILT.version) === null) report("host", "host.invalid");
  if (findLook(state) === "image" && !isImageAddress(state.image)) report("image", "image.invalid");
  return problems;
}

/** An address that an image on an https page can have. */
export function isImageAddress(text: string): boolean {
  return /^(https:\/\/[^\s/"'<>]+\/|\/(?!\/))[^\s"'<>]+$/.test(text.trim());
}
