import { attribute, closest, type OldElement } from "../convert/read/element.js";
import { type Problem, reporterFor } from "../problems.js";

const CONTROL = /^(?:button|input|select|textarea)$/;

/** Why a click on a button does nothing: the attribute; `""` if it does something. */
export function findDisabled(element: OldElement): string {
  const isControl = CONTROL.test(element.name);
  if (isControl && element.attributes.has("disabled")) return "disabled";
  if (closest(element, (one) => attribute(one, "aria-disabled") === "true"))
    return 'aria-disabled="true"';
  if (closest(element, ({ attributes }) => attributes.has("inert"))) return "inert";
  const set = closest(
    element,
    ({ name, attributes }) => name === "fieldset" && attributes.has("disabled"),
  );
  const legend = closest(element, ({ name, parent }) => name === "legend" && parent === set);
  return isControl && set && !legend ? "fieldset disabled" : "";
}

/** In the markup, and without a condition before it. */
const PREVENTS =
  /^\s*(?:javascript:)?(?:[\w$.]+\([^(){}]*\);?\s*)*(?:return\s+(?:false|!1)\s*;?\s*$|(?:window\.)?event\.preventDefault\(\))/;
const PLACEHOLDER = /^(?:#|javascript:|$)/i;

/** Says that an inline handler prevents the click. On a link that leads nowhere, that is everybody's habit. */
export function reportPrevented(element: OldElement, problems: Problem[]): void {
  const isLink = /^(?:a|area)$/.test(element.name);
  if (isLink && PLACEHOLDER.test(attribute(element, "href").trim())) return;
  if (PREVENTS.test(attribute(element, "onclick")))
    reporterFor(problems, "click", "onclick")("KC501", "a click that no handler prevents");
}
