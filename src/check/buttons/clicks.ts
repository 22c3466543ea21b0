import { attribute, closest, type OldElement } from "../../convert/read/markup/element.js";
import { isPlaceholderAddress } from "../../input/placeholder.js";
import { type Problem, reporterFor } from "../../problems.js";
import { resolve } from "../script-tags/address.js";
import { preventsByCode } from "../scripts/prevented.js";
import { readCode } from "../scripts/scripts.js";

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

/** What decides whether a page lets a click be. */
export interface Handlers {
  /** The page's own address; `null` for a file. */
  url: URL | null;
  /** Elements whose clicks a script prevents. */
  prevented: ReadonlySet<OldElement>;
}

/** Says that a handler of the page prevents the click. On a link that leads nowhere, that is everybody's habit. */
export function reportPrevented(
  element: OldElement,
  { url, prevented }: Handlers,
  problems: Problem[],
): void {
  if (isPlaceholder(element, url)) return;
  const isInline = preventsByCode(readCode("onclick", attribute(element, "onclick")));
  if (isInline || prevented.has(element))
    reporterFor(
      problems,
      "click",
      isInline ? "onclick" : "a script's handler",
    )("KC501", "a click that no handler prevents");
}

/** As a click has it. */
function isPlaceholder(element: OldElement, url: URL | null): boolean {
  if (!/^(?:a|area)$/.test(element.name)) return false;
  const href = attribute(element, "href");
  return isPlaceholderAddress(href, resolve(href, url)?.href ?? "", url?.href ?? "");
}
