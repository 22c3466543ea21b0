import { type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Code, Problem } from "../../problems.js";
import type { Collector } from "../collector.js";
import type { ScriptTag } from "../script-tags/loaded-file.js";
import { setsDefaults } from "../scripts/defaults.js";
import type { KnownSettings } from "./settings.js";

/** Codes of a value by itself: those of several values together are a button's. */
const OF_VALUE: ReadonlySet<Code> = new Set([
  ...(["KC102", "KC103", "KC104", "KC106", "KC107"] as const),
  ...(["KC111", "KC112", "KC113", "KC114"] as const),
  ...(["KC211", "KC212", "KC213", "KC214", "KC221"] as const),
  ...(["KC311", "KC312", "KC314", "KC315", "KC411"] as const),
]);

/** Whether what is wrong was said for the whole page, and not by the button. */
export function isOfPage(
  { code, field }: Problem,
  own: Readonly<Record<string, string>>,
  { settings: { options, names }, byDefaults }: KnownSettings,
): boolean {
  if (!OF_VALUE.has(code) || field in own) return false;
  return field in options || field in names || byDefaults.has(field);
}

/** Where the settings of a page are said. */
export interface SettingsSource {
  core: ScriptTag | null;
  root: OldElement;
  known: KnownSettings;
}

/** Adds what is wrong with the page's own settings, where they are said. */
export function addPageProblems(
  problems: readonly Problem[],
  { core, root, known }: SettingsSource,
  { addProblems }: Pick<Collector, "addProblems">,
): void {
  for (const problem of problems) {
    const isDefault = known.byDefaults.has(problem.field) || !core;
    const about = isDefault
      ? { label: "KakaoChatDefaults", element: [...walk(root)].find(setsDefaults) ?? -1 }
      : { label: core.file, element: core.element };
    addProblems([problem], about);
  }
}
