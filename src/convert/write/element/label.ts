import { attribute, type OldElement, textOf, walk } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { isComponent } from "./trigger.js";

/** What a visitor reads on it. */
export function readLabel(trigger: OldElement | null, { pieces }: Facts): string {
  if (!trigger) return "";
  const picture = [trigger, ...walk(trigger)].find(({ attributes }) => attributes.get("alt"));
  const isField = trigger.name === "input" && attribute(trigger, "type") !== "image";
  const said =
    (isField && attribute(trigger, "value")) ||
    textOf(trigger).trim() ||
    (picture && attribute(picture, "alt")) ||
    (isComponent(trigger) && (attribute(trigger, "label") || attribute(trigger, "text"))) ||
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
