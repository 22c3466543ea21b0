import { planWithout } from "../../convert/convert.js";
import { listMarked, type Marked } from "../../convert/marked.js";
import { closest } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { readLabel } from "../../convert/write/element/label.js";
import { hasLinks } from "../../input/settings.js";
import type { ChatPlan } from "../../types.js";
import type { Collector } from "../collector.js";
import { type Place, tidyQuote } from "../place.js";
import type { PagePolicy } from "../policies/page-policies.js";
import { type CheckedButton, isGarbled, listButtonFindings } from "./button-findings.js";
import { describeMarked, isButton, toSent } from "./buttons.js";
import { findDisabled, type Handlers, reportPrevented } from "./clicks.js";
import { reportCurlyMark } from "./curly-mark.js";
import { reportMisprefixed } from "./misspelt.js";
import { addPageProblems, isOfPage, type SettingsSource } from "./page-problems.js";
import { describePartner } from "./partner-list.js";
import { findRequest } from "./sent-request.js";

/** What the page does to a click and to what it sends. */
export interface AroundButtons extends Handlers {
  policies: readonly PagePolicy[];
}

/** What a click on one button would do. */
export interface ButtonResult {
  label: string;
  place: Place | null;
  /** `null` if an error keeps the chat from opening, or if a value is known at the click alone. */
  request: { method: string; url: string } | null;
  /** Something of it is known at the click alone. */
  isLater: boolean;
  codes: string[];
}

export interface Checked {
  plan: ChatPlan;
  result: ButtonResult;
}

/** What each marked button says, and what a click on it would do. */
export function checkButtons(
  facts: Facts,
  source: SettingsSource,
  around: AroundButtons,
  collector: Collector,
): Checked[] {
  const { known } = source;
  const all = listMarked(facts.root, facts.pieces, hasLinks(known.settings));
  return all
    .filter((marked) => isButton(marked, known))
    .map((marked) => (around.url ? toSent(marked) : marked))
    .map((marked) => {
      const button = planButton(marked, facts, source, around);
      addButtonProblems(button, source, collector);
      listButtonFindings(button, facts, collector.add);
      return { plan: button.plan, result: toResult(button, around, collector.places) };
    });
}

function planButton(
  marked: Marked,
  facts: Facts,
  { known }: SettingsSource,
  around: AroundButtons,
): CheckedButton {
  const { input, later, problems, limits, tokens } = describeMarked(marked, known);
  const { element } = marked;
  reportCurlyMark(element, facts, problems);
  reportMisprefixed(element, problems);
  const disabled = findDisabled(element);
  if (!disabled) reportPrevented(element, around, problems);
  return {
    marked,
    input,
    later,
    tokens,
    disabled,
    plan: planWithout(input, later, limits, problems),
    label: readLabel(element, facts),
    // What stands in a template has the template's place.
    at: closest(element, ({ start }) => start >= 0) ?? element,
  };
}

/** Adds what is wrong with its values: those of the page's own settings once, where they are said. */
function addButtonProblems(
  button: CheckedButton,
  source: SettingsSource,
  collector: Collector,
): void {
  const { marked, plan, label, at, later } = button;
  // What could not be decoded is no unusual character of the id.
  const shown = plan.problems.filter(({ code }) => code !== "KC113" || !isGarbled(button));
  const ofPage = shown.filter((one) => isOfPage(one, marked.input, source.known));
  for (const one of shown.filter((one) => !ofPage.includes(one))) {
    const values = one.code === "KC803" ? describePartner(plan, source.known) : {};
    collector.addProblems([one], { label, element: at, later, values });
  }
  const isKnown = ({ field }: { field: string }) => !later.includes(field);
  addPageProblems(ofPage.filter(isKnown), source, collector);
}

function toResult(
  { plan, label, at, later, tokens }: CheckedButton,
  around: AroundButtons,
  places: Collector["places"],
): ButtonResult {
  const isKnown = later.length === 0 && tokens.length === 0;
  return {
    label: tidyQuote(label),
    place: places(at.start),
    request: isKnown ? findRequest(plan, around) : null,
    isLater: plan.request !== null && !isKnown,
    codes: plan.problems.map(({ code }) => code),
  };
}
