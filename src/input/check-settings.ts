import { MARK, MARK_PREFIX } from "../options/fields.js";
import { checkIsOptions, isAbsent, isPrimitive, toText } from "../options/raw-input.js";
import { type Problem, reporterFor } from "../problems.js";
import { type PageSettings, parseSwitch } from "./settings.js";

/**
 * What is wrong with `KakaoChatDefaults` itself, and with the script's tag.
 *
 * @param misplaced attributes of the tag that are named as a button's own
 */
export function checkSettings(
  { defaults, names }: PageSettings,
  misplaced: readonly string[],
): Problem[] {
  const problems: Problem[] = [];
  for (const name of misplaced) {
    const meant = name === MARK ? "data-uuid" : name.replace(MARK_PREFIX, "data-");
    reporterFor(problems, name)("KC314", meant, name);
  }
  const links = toText(names.links ?? "");
  parseSwitch(links, reporterFor(problems, "links", links));
  for (const name of ["channels", "partners"]) {
    const list = names[name];
    if (!isPrimitive(list) && !Array.isArray(list))
      reporterFor(problems, name)("KC315", "a list", typeof list);
  }
  if (!isAbsent(names.launcher)) checkIsOptions(names.launcher, "launcher", problems, "settings");
  if (!isAbsent(defaults)) checkIsOptions(defaults, "KakaoChatDefaults", problems);
  return problems;
}
