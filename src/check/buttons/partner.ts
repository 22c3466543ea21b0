import { attribute } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { isAbsent } from "../../options/raw-input.js";
import { readHandover } from "../../partner/handover.js";
import type { Problem } from "../../problems.js";
import type { Collector } from "../collector.js";
import type { Page } from "../page.js";
import { FILES } from "../product-files.js";
import type { ScriptTag } from "../script-tags/loaded-file.js";

/** What the tag of a partner's page says, and what it would pass on of the page's own query string. */
export function checkPartner(
  { page, facts, tags }: { page: Page; facts: Facts; tags: readonly ScriptTag[] },
  { add, addProblems }: Collector,
): void {
  const element = tags.find(({ file }) => file === FILES.partner)?.element;
  if (!element) return;
  add("KC913", {}, element);
  const isKnown = (name: string) => {
    const value = attribute(element, name);
    return page.url ? facts.pieces.findCode(value).length === 0 : !facts.pieces.has(value);
  };
  const names = [...element.attributes.keys()];
  const later = names.filter((name) => !isKnown(name)).map((name) => name.replace("data-", ""));
  const readTag = (name: string) => {
    const value = element.attributes.get(`data-${name}`);
    return value === undefined ? null : facts.pieces.show(value);
  };
  const search = page.url?.search ?? "";
  const isNamed = !isAbsent(readTag("uuid"));
  if (!isNamed && isAbsent(readTag("channels"))) add("KC990", {}, element);
  const isAsked = new URLSearchParams(search).has("uuid");
  // Without an id in its address, the page is not as a button opens it.
  if ((!isNamed && !isAsked) || later.includes("channels")) return;
  const problems: Problem[] = [];
  readHandover(readTag, search, problems);
  addProblems(problems, { label: "partner", element, later });
}
