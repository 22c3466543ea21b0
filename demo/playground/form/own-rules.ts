import type { Problem } from "../../../src/index.js";
import { type LauncherSettings, parseSettings } from "../../../src/launcher/settings.js";
import { BUILT } from "../build-facts.js";
import { parseHost } from "../snippets/host.js";
import { listLauncherSettings } from "../snippets/launcher.js";
import { findLook } from "../snippets/snippets.js";
import type { State } from "../state.js";
import type { TextKey } from "../texts/texts.js";

/** A UUID, or a sender key of 40 digits: Kakao calls its parameter `uuid`, and dealers send such keys. */
const KEY = /^\s*@?(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{40})\s*$/i;

/** What is wrong with a field: a problem of the product's, or by a text of the page's own. */
export type FieldProblem = Omit<Problem, "code"> & { code: TextKey };

/** What is wrong with what only the copied code has: its addresses, and the launcher's settings. */
export function findOwnProblems(state: State): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const report = (field: string, code: TextKey) => {
    problems.push({ code, field, level: "error", message: "" });
  };
  if (KEY.test(state.uuid)) report("uuid", "uuid.key");
  if (parseHost(state.host, BUILT.version) === null) report("host", "host.invalid");
  if (findLook(state) === "image" && !isImageAddress(state.image)) report("image", "image.invalid");
  const ofLauncher: Problem[] = [];
  if (findLook(state) === "launcher") readLauncher(state, ofLauncher);
  return [...problems, ...ofLauncher];
}

/** The launcher's settings, by its own rules. */
export function readLauncher(state: State, problems: Problem[] = []): LauncherSettings {
  const input = Object.fromEntries(listLauncherSettings(state));
  const browser = {
    isColorKnown: (color: string) => CSS.supports("color", color),
    isMediaKnown: () => true,
  };
  return parseSettings(input, browser, problems);
}

/** An address that an image on an https page can have. */
export function isImageAddress(text: string): boolean {
  return /^(https:\/\/[^\s/"'<>]+\/|\/(?!\/))[^\s"'<>]+$/.test(text.trim());
}
