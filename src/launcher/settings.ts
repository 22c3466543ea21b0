import { LEFTOVER } from "../options/texts.js";
import { noteIn, type Problem } from "../problems.js";
import { isPathPattern } from "./paths.js";

/** What `data-launcher-<name>`, `KakaoChatDefaults.launcher` and `startLauncher()` may set. */
export interface LauncherInput {
  /** The corner: `bottom-right` unless set. */
  position?: "bottom-right" | "bottom-left" | null | undefined;
  /** `X Y`: pixels from the edges of the safe area. A second pair is for screens below 480 px. */
  offset?: string | null | undefined;
  /** `pill` has icon and words, `round` the icon alone. Unset: `round` below 480 px. */
  look?: "pill" | "round" | null | undefined;
  /** The words on the button, which are its name for screen readers too. */
  label?: string | null | undefined;
  /** A CSS colour. The words are black or white, whichever is easier to read on it. */
  color?: string | null | undefined;
  /** Paths, separated by spaces, on which alone the button is shown; `*` stands for anything. */
  show?: string | null | undefined;
  /** Paths on which the button is not shown, whatever `show` says. */
  hide?: string | null | undefined;
  /** A media query: the button is shown where it matches. */
  media?: string | null | undefined;
}

/** After validation; `""` for what only the page can tell. */
export type LauncherSettings = {
  [Name in "position" | "look" | "label" | "color" | "media"]: string;
} & { [Name in "show" | "hide"]: string[] } & { offset: number[] };

/** What only a browser can tell. */
export interface Browser {
  isColorKnown(text: string): boolean;
  isMediaKnown(text: string): boolean;
}

const NAMES = ["position", "offset", "look", "label", "color", "show", "hide", "media"];

/** Validates what was said. A wrong value is a warning, and the default counts. */
export function parseSettings(
  input: Readonly<Record<string, unknown>>,
  { isColorKnown, isMediaKnown }: Browser,
  problems: Problem[],
): LauncherSettings {
  /** The values of one name, of which the right ones are kept. */
  const read = (
    name: keyof LauncherInput,
    code: number,
    expected: string,
    isRight: (text: string) => boolean,
  ): string => {
    const text = String(input[name] ?? "").trim();
    if (!text || isRight(text)) return text;
    noteIn(problems, `launcher-${name}`, text)(code, expected);
    return "";
  };
  const readPaths = (name: "show" | "hide"): string[] =>
    read(name, 716, "paths like /order/*", (text) => text.split(/\s+/).every(isPathPattern))
      .split(/\s+/)
      .filter(Boolean);
  const oneOf = (...values: string[]) =>
    [values.join("|"), (text: string) => values.includes(text)] as const;
  for (const name of Object.keys(input)) {
    if (!NAMES.includes(name)) noteIn(problems, `launcher-${name}`, name)(718, NAMES.join("|"));
  }
  return {
    position: read("position", 711, ...oneOf("bottom-right", "bottom-left")) || "bottom-right",
    offset: (
      read("offset", 712, "X Y or X Y X Y in pixels", (text) =>
        /^\d{1,3} \d{1,3}( \d{1,3} \d{1,3})?$/.test(text),
      ) || "20 20"
    )
      .split(" ")
      .map(Number),
    look: read("look", 713, ...oneOf("pill", "round")),
    label: read("label", 714, "text", (text) => !LEFTOVER.test(text)),
    color: read("color", 715, "a CSS colour", isColorKnown),
    show: readPaths("show"),
    hide: readPaths("hide"),
    media: read("media", 717, "a media query", isMediaKnown) || "all",
  };
}
