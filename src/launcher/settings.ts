import { trim } from "../builtins.js";
import { isPrimitive, type RawInput } from "../options/raw-input.js";
import { LEFTOVER } from "../options/texts.js";
import { splitList } from "../options/values.js";
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

const PREFIX = "data-launcher-";

/**
 * The setting that an attribute of the launcher's tag is: `position` of `data-launcher-position`; the attribute's whole
 * name if the prefix is missing; null for what is no setting.
 */
export function nameSetting(attribute: string): string | null {
  if (attribute.startsWith(PREFIX)) return attribute.slice(PREFIX.length);
  const isMissing = attribute.startsWith("data-") && isLauncherName(attribute.slice(5));
  return isMissing ? attribute : null;
}

/** Whether the launcher has a setting of that name. */
export function isLauncherName(name: string): boolean {
  return NAMES.includes(name);
}

/** After validation; `""` for what only the page can tell. */
export interface LauncherSettings {
  /** `bottom-right` or `bottom-left`. */
  position: string;
  /** CSS pixels: side and bottom, and those of narrow screens if they are others. */
  offset: number[];
  /** `pill` or `round`; `""`: by the width of the screen. */
  look: string;
  /** `""`: the words of the page's language. */
  label: string;
  /** A CSS colour; `""`: yellow, unless the page's CSS sets one. */
  color: string;
  /** Patterns of paths. */
  show: string[];
  /** Patterns of paths. */
  hide: string[];
  /** A media query; `all` if none was set. */
  media: string;
}

/** What only a browser can tell. */
export interface Browser {
  /** Whether it knows a CSS colour. */
  isColorKnown(text: string): boolean;
  /** Whether it knows all of a media query. */
  isMediaKnown(text: string): boolean;
}

/** Validates what was said. A wrong value is a warning, and the default counts. */
export function parseSettings(
  input: RawInput,
  { isColorKnown, isMediaKnown }: Browser,
  problems: Problem[],
): LauncherSettings {
  const warn = (name: string, code: Code, expected: string, got: string) =>
    reporterFor(problems, `launcher-${name}`, got)(code, expected);
  const read = (name: Name, code: Code, expected: string, isRight: (text: string) => boolean) => {
    const text = toLine(input[name]);
    if (!text || isRight(text)) return text;
    warn(name, code, expected, text);
    return "";
  };
  const choose = (name: Name, code: Code, ...values: string[]) =>
    read(name, code, values.join("|"), (text) => values.includes(text));
  const readPaths = (name: "show" | "hide") => {
    const paths = splitList(toLine(input[name]));
    for (const path of paths) {
      if (!isPathPattern(path)) warn(name, "KC706", "a path like /order/*", path);
    }
    return paths.filter(isPathPattern);
  };
  for (const name of Object.keys(input)) {
    if (name.startsWith("data-")) warn(name, "KC707", name.replace("data-", PREFIX), name);
    else if (!isLauncherName(name)) warn(name, "KC707", NAMES.join("|"), name);
  }
  const offset = read("offset", "KC702", "X Y or X Y X Y in pixels", (text) => OFFSET.test(text));
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

/** Two or four numbers of pixels, of up to three digits each. */
const OFFSET = /^\d{1,3} \d{1,3}( \d{1,3} \d{1,3})?$/;

/** A setting as text on one line. A list is its items; any other object is no right value, and may throw as it is made a text. */
function toLine(value: unknown): string {
  const isList = Array.isArray(value) && value.every(isPrimitive);
  const text = isPrimitive(value)
    ? String(value ?? "")
    : isList
      ? value.join(" ")
      : "[object Object]";
  return trim(text).replace(/\s+/g, " ");
}
