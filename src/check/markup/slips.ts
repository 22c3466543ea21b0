import { type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { readLabel } from "../../convert/write/element/label.js";
import { MARK } from "../../options/fields.js";
import type { Notes } from "../page.js";
import type { ScriptTag } from "../script-tags/script-tags.js";

/** Slips in the markup by which a browser reads something else than what was meant. */
export function listSlips(facts: Facts, tags: readonly ScriptTag[], add: Notes["add"]): void {
  const own = new Set(tags.map(({ element }) => element));
  for (const element of walk(facts.root)) {
    const attribute = findBrokenOff(element, own.has(element));
    if (attribute) {
      const value = facts.pieces.show(element.attributes.get(attribute) ?? "");
      add("KC997", { label: readLabel(element, facts), attribute, value }, element);
    }
    if (isSwallowing(element, facts) && (own.has(element) || /kakao/i.test(textOf(element))))
      add("KC998", { what: facts.source.slice(element.start, element.tagEnd) }, element);
  }
}

/** The attribute of a chat whose value ends at a quote within it: what follows has become attributes, quotes and all. */
function findBrokenOff({ attributes, origin }: OldElement, isOwnTag: boolean): string {
  let before = "";
  for (const name of origin === "page" ? attributes.keys() : []) {
    if (/["']/.test(name)) {
      const isOurs = isOwnTag ? /^data-(?!key$)/.test(before) : before.startsWith(MARK);
      return isOurs ? before : "";
    }
    before = name;
  }
  return "";
}

/** `<script src="a.js" />`: HTML knows no such end, and takes all up to the next `</script>` for the script. */
function isSwallowing(element: OldElement, { reader, text }: Facts): boolean {
  const { name, attributes, start, tagEnd } = element;
  if (name !== "script" || !attributes.has("src") || reader !== "markup" || start < 0) return false;
  return text.slice(tagEnd - 2, tagEnd) === "/>" && textOf(element).trim() !== "";
}
