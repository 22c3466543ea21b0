import { type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import type { Page } from "../page.js";
import { findFileName, servesButtons } from "../product-files.js";
import { findElsewhere, hasOtherScripts } from "./loaders.js";
import { findRun, isInert } from "./running.js";

/** A tag whose address only a loader reads, and what is said of it. */
export interface Waiting {
  element: OldElement;
  values: { file: string; what: string };
}

/** The tag with its address in `data-src`, on a page that has no loader; `null` if there is none. */
export function findWaiting(
  facts: Facts,
  page: Page,
  others: readonly { element: OldElement }[],
): Waiting | null {
  for (const element of walk(facts.root)) {
    const { name, attributes } = element;
    const isOpen = name === "script" && !attributes.has("src") && !isInert(element);
    if (!isOpen || findRun(element).when !== "now" || attributes.has("data-type")) continue;
    for (const what of ["data-src", "data-lazy-src"]) {
      const file = findFileName((attributes.get(what) ?? "").trim());
      const known = [...others, { element }];
      const isAlone = !hasOtherScripts(facts.root, known);
      if (file && servesButtons(file) && isAlone && findElsewhere(facts, page, known) === null)
        return { element, values: { file, what } };
    }
  }
  return null;
}
