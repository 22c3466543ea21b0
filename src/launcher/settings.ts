import { isPrimitive, type RawInput } from "../options/options.js";
import { LEFTOVER } from "../options/texts.js";
import { type Code, type Problem, reporterFor } from "../problems.js";
import type { LauncherInput } from "../types.js";
import { isPathPattern } from "./paths.js";

type Name = keyof LauncherInput;

const NAMES: readonly string[] = [
  "position",
  "offset",
  "look",
  "label",
  "color",
  "show",
  "hide",
  "media",
] satisfies Name[];

export function isLauncherName(name: string): boolean {
  return NAMES.includes(name);
}

/** After validation; `""` for what only the page can tell. */
export interface LauncherSettings {
  position: string;
  /** Side and bottom, and those of narrow screens if they are others. */
  offset: number[];
  look: string;
  label: string;
  color: string;
  show: string[];
  hide: string[];
  media: string;
}

/** What only a browser can tell. */
export interface Browser {
  isColorKnown(text: string): boolean;
  isMediaKnown(text: string): boolean;
}

/** Validates what was said. A wrong value is a warning, and the default counts. */
export function parseSettings(
  input: RawInput,
  { isColorKnown, isMediaKnown }: Browser,
  problems: Problem[],
): LauncherSettings {
  const read = (name: Name, code: Code, expected: string, isRight: (text: string) => boolean) => {
    const value = input[name] ?? "";
    const text = isPrimitive(value) ? String(value).trim().replace(/\s+/g, " ") : typeof value;
    if (!text || (isPrimitive(value) && isRight(text))) return text;
    reporterFor(problems, `launcher-${name}`, text)(code, expected);
    return "";
  };
  const choose = (name: Name, code: Code, ...values: string[]) =>
    read(name, code, values.join("|"), (text) => values.includes(text));
  const readPaths = (name: "show" | "hide") => {
    const areRight = (text: string) => text.split(" ").every(isPathPattern);
    return read(name, "KC706", "paths like /order/*", areRight).split(" ").filter(Boolean);
  };
  for (const name of Object.keys(input)) {
    if (!isLauncherName(name)) {
      reporterFor(problems, `launcher-${name}`)("KC707", NAMES.join("|"), name);
    }
  }
  const offset = read("offset", "KC702", "X Y or X Y X Y in pixels", (text) =>
    /^\d{1,3} \d{1,3}( \d{1,3} \d{1,3})?$/.test(text),
  );
  return {
    position: choose("position", "KC701", "bottom-right", "bottom-left") || "bottom-right",
    offset: (offset || "20 20").split(" ").map(Number),
    look: choose("look", "KC703", "pill", "round"),
    label: read("label", "KC708", "text", (text) => !LEFTOVER.test(text)),
    color: read("color", "KC704", "a CSS colour that this browser knows", isColorKnown),
    show: readPaths("show"),
    hide: readPaths("hide"),
    media: read("media", "KC705", "a media query", isMediaKnown) || "all",
  };
}
