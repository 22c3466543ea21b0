import { type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Problem } from "../../problems.js";
import { addProblems, type Found } from "../found.js";
import type { Place } from "../place.js";
import type { ScriptTag } from "../script-tags/script-tags.js";
import { setsDefaults } from "../scripts/defaults.js";
import type { KnownSettings } from "./settings.js";

/** Codes of a value by itself: those of several values together are a button's. */
const OF_VALUE = /^KC(?:10[2-7]|11[1-4]|21[1-4]|221|31[1245]|411)$/;

/** Whether what is wrong was said for the whole page, and not by the button. */
export function isOfPage(
  { code, field }: Problem,
  own: Readonly<Record<string, string>>,
  { settings: { options, names }, byDefaults }: KnownSettings,
): boolean {
  if (!OF_VALUE.test(code) || field in own) return false;
  return field in options || field in names || byDefaults.has(field);
}

/** Takes down what is wrong with the page's own settings once, where they are said. */
export function createPageProblems(
  { core, root, known }: { core: ScriptTag | null; root: OldElement; known: KnownSettings },
  places: (offset: number) => Place | null,
  found: Found[],
): (problems: readonly Problem[]) => void {
  return (problems) => {
    for (const problem of problems) {
      const isDefault = known.byDefaults.has(problem.field) || !core;
      const [label, at] = isDefault
        ? ["KakaoChatDefaults", [...walk(root)].find(setsDefaults)?.start]
        : [core.file, core.element.start];
      addProblems({ problems: [problem] }, label, places(at ?? -1), found);
    }
  };
}
