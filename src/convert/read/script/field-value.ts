import { isPressable } from "../markup/control.js";
import { attribute, closest, type OldElement, textOf, walk } from "../markup/element.js";
import { textValue, type Value } from "./value.js";

/** For whoever knows the expression to put it in. */
export const NO_CODE = { code: "", hidden: [], isAwaited: false };

/** A field's value. What a visitor or another script can change stays code, with what it is at first. */
export function readValue(element: OldElement): Value | null {
  const value =
    element.attributes.get("value") ?? (element.name === "textarea" ? textOf(element) : "");
  const isFixed = element.origin === "script" || isPressable(element) || isOfChat(element);
  if (value && isFixed) return textValue(value);
  if (element.origin === "script") return textValue("");
  if (!value) return null;
  return { kind: "code", code: NO_CODE, choices: [textValue(value)] };
}

/** Whether it is a hidden field of the form that starts the chat, which goes with the old code. */
function isOfChat(element: OldElement): boolean {
  if (attribute(element, "type") !== "hidden") return false;
  const form = closest(element, ({ name }) => name === "form");
  return form !== null && [...walk(form)].some((one) => attribute(one, "name") === "uuid");
}
