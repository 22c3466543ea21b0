import { attribute, type OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import type { Ref } from "./ref.js";

/** The condition under which a click is another button's. */
export function writeIsOther(
  selector: string,
  ref: Ref | null,
  id: string,
  { language, pieces }: Facts,
): string {
  if (selector)
    return `event.target === document || !event.target.matches(${JSON.stringify(selector)})`;
  if (ref) return ref.isOther;
  // Of what is in a shadow root, a listener of the document's is told the element around that.
  const target = language === "lit" ? "event.composedPath()[0]" : "event.target";
  return `${target}.id !== ${pieces.toExpression(id)}`;
}

/** How the old script finds its buttons, if none of them was pasted: there may be several. */
export function findSelector(trigger: OldElement | null): string {
  if (trigger?.origin !== "absent") return "";
  const classes = attribute(trigger, "class").split(/\s+/).filter(Boolean);
  if (classes.length > 0) return classes.map((one) => `.${one}`).join("");
  const name = [...trigger.attributes.keys()].find((one) => one.startsWith("data-"));
  return name === undefined ? "" : `[${name}]`;
}
