import type { Marked } from "../../convert/marked.js";
import { closest, type OldElement } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import type { ChatPlan } from "../../types.js";
import type { Collector } from "../collector.js";
import { isWholePage } from "../markup/whole-page.js";
import type { Described } from "./buttons.js";
import { findCovering } from "./covered.js";
import { isNameless } from "./nameless.js";
import { findOtherAddress } from "./other-address.js";

/** A marked button, and what a click on it would do. */
export interface CheckedButton extends Pick<Described, "input" | "later" | "tokens"> {
  marked: Marked;
  plan: ChatPlan;
  label: string;
  /** The element whose place it has. */
  at: OldElement;
  /** Why a click does nothing: the attribute; `""` if it does something. */
  disabled: string;
}

/** Lists what is found about a button beside its values. */
export function listButtonFindings(
  button: CheckedButton,
  facts: Facts,
  add: Collector["add"],
): void {
  const { marked, plan, label, at, later, tokens, disabled } = button;
  const { element } = marked;
  if (isGarbled(button)) add("KC981", { label }, at);
  if (disabled) add("KC982", { label, what: disabled }, at);
  const control = findCovering(element);
  if (control) add("KC991", { label, what: control.name }, at);
  if (isWaiting(element, facts)) add("KC903", { cause: "template", label }, at);
  else if (isNameless(element, facts)) add("KC987", {}, at);
  const other = findOtherAddress(marked, facts);
  if (other) add("KC924", { cause: "other", label, uuid: plan.options.uuid, other }, at);
  if (tokens.length > 0) add("KC923", { names: tokens.join(" "), label }, at);
  if (later.length > 0) add("KC929", { names: later.join(", "), label }, at);
}

/** Whether some of its letters could not be decoded. */
export function isGarbled({ label, input }: CheckedButton): boolean {
  return [label, ...Object.values(input)].some((text) => text.includes("\ufffd"));
}

/** Whether it stands in a `<template>` that nothing in the markup says is filled in. */
function isWaiting(element: OldElement, { reader, source }: Facts): boolean {
  const template = closest(element, ({ name }) => name === "template");
  // Outside a page, it is a component's.
  if (!template || reader !== "markup" || !isWholePage(source)) return false;
  const isFilled = (name: string) => /^(?:shadowroot|[vx]-|[#:@*[(]|ng-)/.test(name);
  return ![...template.attributes.keys()].some(isFilled);
}
