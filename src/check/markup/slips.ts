import {
  attribute as attributeOf,
  type OldElement,
  textOf,
  walk,
} from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { readLabel } from "../../convert/write/element/label.js";
import { MARK, MARK_PREFIX } from "../../options/fields.js";
import type { Collector } from "../collector.js";
import type { ScriptTag } from "../script-tags/loaded-file.js";

/** Slips in the markup by which a browser reads something else than what was meant. */
export function listSlips(facts: Facts, tags: readonly ScriptTag[], add: Collector["add"]): void {
  const own = new Set(tags.map(({ element }) => element));
  for (const element of walk(facts.root)) {
    const addCut = (attribute: string, more: { cause?: "unquoted" }) => {
      if (!attribute) return;
      const value = facts.pieces.show(element.attributes.get(attribute) ?? "");
      add("KC997", { ...more, label: readLabel(element, facts), attribute, value }, element);
    };
    addCut(findBrokenOff(element, own.has(element)), {});
    addCut(findUnquoted(element, facts), { cause: "unquoted" });
    const cause = findOpenTag(element, facts);
    const isAbout =
      own.has(element) || /kakao/i.test(textOf(element) + attributeOf(element, "src"));
    if (cause !== null && isAbout) {
      const what = facts.source.slice(element.start, element.tagEnd);
      add("KC998", cause ? { cause, what } : { what }, element);
    }
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

/** The attribute of a chat that has no quotes, and whose value goes on, in Hangul, after a space. */
function findUnquoted({ origin, start, tagEnd, attributes }: OldElement, { text }: Facts): string {
  if (origin !== "page" || start < 0) return "";
  const names = [...attributes.keys()];
  const next = names.findIndex(
    (name, index) =>
      /[\u3131-\u318e\uac00-\ud7a3]/.test(name) && !attributes.get(name) && index > 0,
  );
  const name = names[next - 1] ?? "";
  if (!name.startsWith(MARK_PREFIX) || /[^\w-]/.test(name)) return "";
  const [, written = ""] = text.slice(start, tagEnd).split(new RegExp(`\\s${name}\\s*=\\s*`, "i"));
  const [, rest = ""] = /^[^\s"'>]+\s+(.*)$/s.exec(written) ?? [];
  return rest.toLowerCase().startsWith(names[next] ?? "") ? name : "";
}

/** What keeps a script's tag open: `""` for an end that HTML does not know; `null` if nothing does. */
function findOpenTag(element: OldElement, facts: Facts): "" | "quote" | "unclosed" | null {
  const { name, start, end, closeStart } = element;
  if (name !== "script" || facts.reader !== "markup" || start < 0) return null;
  if (/<\/script/i.test(attributeOf(element, "src"))) return "quote";
  if (isSwallowing(element, facts)) return "";
  return closeStart === end && element.attributes.has("src") ? "unclosed" : null;
}

/** `<script src="a.js" />`: HTML knows no such end, and takes all up to the next `</script>` for the script. */
function isSwallowing(element: OldElement, { text }: Facts): boolean {
  const { attributes, tagEnd } = element;
  if (!attributes.has("src")) return false;
  return text.slice(tagEnd - 2, tagEnd) === "/>" && textOf(element).trim() !== "";
}
