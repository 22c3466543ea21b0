import { planWithout } from "../../convert/convert.js";
import { listMarked, type Marked } from "../../convert/marked.js";
import { closest, type OldElement } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { readLabel } from "../../convert/write/element/label.js";
import { hasLinks } from "../../input/settings.js";
import type { ChatPlan } from "../../types.js";
import { addProblems } from "../found.js";
import { reportCurlyMark } from "../markup/curly.js";
import { isWholePage } from "../markup/whole-page.js";
import type { ButtonResult, Notes } from "../page.js";
import { tidyQuote } from "../place.js";
import type { PagePolicy } from "../policies/page-policies.js";
import { reportMisprefixed } from "../script-tags/misspelt.js";
import { describeMarked, isButton, toSent } from "./buttons.js";
import { findDisabled, type Handlers, reportPrevented } from "./clicks.js";
import { findCovering } from "./covered.js";
import { isNameless } from "./nameless.js";
import { findOtherAddress } from "./other-address.js";
import { isOfPage } from "./page-problems.js";
import { describePartner } from "./partner-list.js";
import { findRequest } from "./sent-request.js";
import type { KnownSettings } from "./settings.js";

/** What the page does to a click and to what it sends. */
export interface AroundButtons extends Handlers {
  policies: readonly PagePolicy[];
}

export interface Checked {
  plan: ChatPlan;
  result: ButtonResult;
}

/** What each marked button says, and what a click on it would do. */
export function checkButtons(
  facts: Facts,
  known: KnownSettings,
  around: AroundButtons,
  notes: Notes,
): Checked[] {
  const all = listMarked(facts.root, facts.pieces, hasLinks(known.settings));
  return all
    .filter((marked) => isButton(marked, known))
    .map((marked) => (around.url ? toSent(marked) : marked))
    .map((marked) => checkButton(marked, facts, known, around, notes));
}

function checkButton(
  marked: Marked,
  facts: Facts,
  known: KnownSettings,
  around: AroundButtons,
  notes: Notes,
): Checked {
  const { input, later, problems, limits, tokens } = describeMarked(marked, known);
  const { element } = marked;
  reportCurlyMark(element, facts, problems);
  reportMisprefixed(element, problems);
  // What stands in a template has the template's place.
  const at = closest(element, ({ start }) => start >= 0) ?? element;
  const what = findDisabled(element);
  if (!what) reportPrevented(element, around, problems);
  const plan = planWithout(input, later, limits, problems);
  const label = tidyQuote(readLabel(element, facts));
  const place = notes.places(at.start);
  // What could not be decoded is no unusual character of the id.
  const isGarbled = [label, ...Object.values(input)].some((text) => text.includes("\ufffd"));
  const shown = plan.problems.filter(({ code }) => !isGarbled || code !== "KC113");
  const ofPage = shown.filter((one) => isOfPage(one, marked.input, known));
  const ofButton = shown.filter((one) => !ofPage.includes(one));
  for (const one of ofButton) {
    const more = one.code === "KC803" ? describePartner(plan, known) : {};
    addProblems({ problems: [one] }, label, place, notes.found, later, more);
  }
  notes.addOfPage(ofPage.filter(({ field }) => !later.includes(field)));
  if (isGarbled) notes.add("KC981", { label }, at);
  if (what) notes.add("KC982", { label, what }, at);
  const control = findCovering(element);
  if (control) notes.add("KC991", { label, what: control.name }, at);
  if (isWaiting(element, facts)) notes.add("KC903", { cause: "template", label }, at);
  else if (isNameless(element, facts)) notes.add("KC987", {}, at);
  const other = findOtherAddress(marked, facts);
  if (other) notes.add("KC924", { cause: "other", label, uuid: plan.options.uuid, other }, at);
  if (tokens.length > 0) notes.add("KC923", { names: tokens.join(" "), label }, at);
  if (later.length > 0) notes.add("KC929", { names: later.join(", "), label }, at);
  const isKnown = later.length === 0 && tokens.length === 0;
  const request = isKnown ? findRequest(plan, around) : null;
  const isLater = plan.request !== null && !isKnown;
  const codes = plan.problems.map(({ code }) => code);
  return { plan, result: { label, place, request, isLater, codes } };
}

/** Whether it stands in a `<template>` that nothing in the markup says is filled in. */
function isWaiting(element: OldElement, { reader, source }: Facts): boolean {
  const template = closest(element, ({ name }) => name === "template");
  // Outside a page, it is a component's.
  if (!template || reader !== "markup" || !isWholePage(source)) return false;
  const isFilled = (name: string) => /^(?:shadowroot|[vx]-|[#:@*[(]|ng-)/.test(name);
  return ![...template.attributes.keys()].some(isFilled);
}
