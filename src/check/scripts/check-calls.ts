import { planWithout } from "../../convert/convert.js";
import { checkIsOptions, isAbsent } from "../../options/raw-input.js";
import type { Problem } from "../../problems.js";
import { describeCall } from "../buttons/buttons.js";
import { addPageProblems, isOfPage, type SettingsSource } from "../buttons/page-problems.js";
import type { Collector } from "../collector.js";
import { readCalls } from "./calls.js";

/** What is wrong with the options that the page's code calls with, and with the names that it calls by. */
export function checkCalls(source: SettingsSource, collector: Collector): void {
  const { root, known } = source;
  const { calls, nearNames } = readCalls(root);
  for (const { element, label, input, later, text } of calls) {
    const problems: Problem[] = [];
    if (!isAbsent(text)) checkIsOptions(text, "options", problems, "an element or options");
    const call = describeCall({ input, templates: later, problems }, known);
    const plan = planWithout(call.input, call.later, call.limits, call.problems);
    const ofPage = plan.problems.filter((one) => isOfPage(one, input, known));
    const ofCall = plan.problems.filter((one) => !ofPage.includes(one));
    const about = { label, element, later: call.later, values: { cause: "call" } };
    collector.addProblems(ofCall, about);
    const isKnown = ({ field }: Problem) => !call.later.includes(field);
    addPageProblems(ofPage.filter(isKnown), source, collector);
  }
  for (const { element, name, meant } of nearNames)
    collector.add("KC934", { name, meant }, element);
}
