import { isAbsent } from "../../options/raw-input.js";
import { FILES } from "../product-files.js";
import type { ScriptTag, TagFinding } from "./loaded-file.js";
import { isSetting } from "./misspelt.js";
import { findRun } from "./running.js";

/** What is said of files that do the same work, of which the first one serves. */
export function listTwice(tags: readonly ScriptTag[]): TagFinding[] {
  const found: TagFinding[] = [];
  for (const file of new Set(tags.map((tag) => tag.file))) {
    const same = tags.filter((tag) => tag.file === file);
    const [, second] = same;
    if (!second) continue;
    const lost = findLost(same);
    if (lost) {
      const { element, names } = lost;
      found.push({ code: "KC909", values: { cause: "settings", file, names }, element });
    } else found.push({ code: "KC909", values: { file }, element: second.element });
  }
  const [core, launcher] = [FILES.core, FILES.launcher].map((file) =>
    tags.find((tag) => tag.file === file && isInOrder(tag)),
  );
  if (!core || !launcher || launcher.element.start < core.element.start) return found;
  const isLost = (name: string) => name === "data-uuid" && !isSaid(core, name);
  const names = listSaid(launcher).filter(isLost).join(", ");
  const { file, element } = launcher;
  if (names) {
    const values = { cause: "launcher", file, first: core.file, names };
    found.push({ code: "KC909", values, element });
  }
  return found;
}

/** The first tag that says for the page what the one that serves does not. */
function findLost(
  same: readonly ScriptTag[],
): { element: ScriptTag["element"]; names: string } | null {
  const [serving, ...others] = same.filter(({ element }) => findRun(element).when === "now");
  if (!serving || !isInOrder(serving)) return null;
  for (const other of others) {
    const { attributes } = serving.element;
    const isLost = (name: string) => attributes.get(name) !== other.element.attributes.get(name);
    const names = listSaid(other).filter(isLost).join(", ");
    if (names) return { element: other.element, names };
  }
  return null;
}

/** Whether it runs, in its place among the others. */
function isInOrder({ element }: ScriptTag): boolean {
  return findRun(element).when === "now" && !element.attributes.has("async");
}

function listSaid(tag: ScriptTag): string[] {
  return [...tag.element.attributes.keys()].filter((name) => isSetting(name) && isSaid(tag, name));
}

function isSaid({ element }: ScriptTag, name: string): boolean {
  return !isAbsent(element.attributes.get(name));
}
