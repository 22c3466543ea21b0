import { planWithout } from "../../convert/convert.js";
import type { Facts } from "../../convert/read/read.js";
import { checkIsOptions, isAbsent } from "../../options/raw-input.js";
import type { Problem } from "../../problems.js";
import { describeCall } from "../buttons/buttons.js";
import { isOfPage } from "../buttons/page-problems.js";
import type { KnownSettings } from "../buttons/settings.js";
import { addProblems } from "../found.js";
import type { Notes } from "../page.js";
import { readCalls } from "./calls.js";

/** What is wrong with the options that the page's code calls with, and with the names that it calls by. */
export function checkCalls(
  { root }: Facts,
  known: KnownSettings,
  { add, places, found, addOfPage }: Notes,
): void {
  const { calls, nearNames } = readCalls(root);
  for (const { element, label, input, later, text } of calls) {
    const problems: Problem[] = [];
    if (!isAbsent(text)) checkIsOptions(text, "options", problems, "an element or options");
    const call = describeCall({ input, templates: later, problems }, known);
    const plan = planWithout(call.input, call.later, call.limits, call.problems);
    const ofPage = plan.problems.filter((one) => isOfPage(one, input, known));
    const ofCall = plan.problems.filter((one) => !ofPage.includes(one));
    const place = places(element.start);
    addProblems({ problems: ofCall }, label, place, found, call.later, { cause: "call" });
    addOfPage(ofPage.filter(({ field }) => !call.later.includes(field)));
  }
  for (const { element, name, meant } of nearNames) add("KC934", { name, meant }, element);
}
