import { attribute, type OldElement, textOf, walk } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { COMPONENT, nameOf } from "./component-name.js";

/** What a visitor reads on it. */
export function readLabel(trigger: OldElement | null, facts: Facts): string {
  if (!trigger) return "";
  const { pieces } = facts;
  const picture = [trigger, ...walk(trigger)].find(({ attributes }) => attributes.get("alt"));
  const isField = trigger.name === "input" && attribute(trigger, "type") !== "image";
  const said =
    (isField && attribute(trigger, "value")) ||
    textOf(trigger).trim() ||
    (picture && attribute(picture, "alt")) ||
    (COMPONENT.test(nameOf(trigger, facts)) && readName(trigger)) ||
    attribute(trigger, "aria-label") ||
    attribute(trigger, "title");
  // What a component is given as its text is no text yet.
  const text = pieces
    .split(said || "")
    .map((part) => {
      if ("text" in part) return part.text;
      return part.kind === "template" ? pieces.show(part.source) : (part.choices[0] ?? "");
    })
    .join("");
  return text.replace(/\s+/g, " ").trim();
}

/** What a component is told to show. */
function readName(trigger: OldElement): string {
  const [said] = ["label", "text", "title", "content", "buttonText"]
    .map((name) => attribute(trigger, name))
    .filter(Boolean);
  const name = attribute(trigger, "name");
  // `name="kakao"` is a word for scripts.
  return said ?? (/[^\0-\x7f]/.test(name) ? name : "");
}
