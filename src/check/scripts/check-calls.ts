import { planWithout } from "../../convert/convert.js";
import type { Facts } from "../../convert/read/read.js";
import { checkIsOptions, isAbsent } from "../../options/raw-input.js";
import type { Problem } from "../../problems.js";
import { describeMarked } from "../buttons/buttons.js";
import { isOfPage } from "../buttons/page-problems.js";
import type { KnownSettings } from "../buttons/settings.js";
import { addProblems } from "../found.js";
import type { Notes } from "../page.js";
import { readCalls } from "./calls.js";

/** What is wrong with the options that the page's code calls with, and with the names that it calls by. */
export function checkCalls(
  { root }: Facts,
  known: KnownSettings,
  { add, places, found }: Notes,
): void {
  const { calls, nearNames } = readCalls(root);
  for (const { element, label, input, later, text } of calls) {
    const problems: Problem[] = [];
    if (!isAbsent(text)) checkIsOptions(text, "options", problems, "an element or options");
    const marked = { element, input, templates: later, problems };
    const described = describeMarked(marked, known);
    const plan = planWithout(
      described.input,
      described.later,
      described.limits,
      described.problems,
    );
    // What the page says for all its buttons is said where it says it.
    const own = plan.problems.filter((one) => !isOfPage(one, input, known));
    const place = places(element.start);
    addProblems({ problems: own }, label, place, found, described.later, { cause: "call" });
  }
  for (const { element, name, meant } of nearNames) add("KC934", { name, meant }, element);
}
