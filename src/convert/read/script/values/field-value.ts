import { isPressable } from "../../markup/control.js";
import { attribute, closest, type OldElement, textOf, walk } from "../../markup/element.js";
import { textValue, type Value } from "../value.js";

/** For whoever knows the expression to put it in. */
export const NO_CODE = { code: "", hidden: [], isAwaited: false };

/** A field's value. What a visitor or another script can change stays code, with what it is at first. */
export function readValue(element: OldElement): Value | null {
  if (element.name === "select" && element.origin === "page") return readChoices(element);
  const value =
    element.attributes.get("value") ?? (element.name === "textarea" ? textOf(element) : "");
  const isFixed = element.origin === "script" || isPressable(element) || isOfChat(element);
  if (value && isFixed) return textValue(value);
  if (element.origin === "script") return textValue("");
  if (!value) return null;
  return { kind: "code", code: NO_CODE, choices: [textValue(value)] };
}

/** A `<select>` has one of its options' values: last of all the one that it has at first. */
function readChoices(select: OldElement): Value | null {
  const options = [...walk(select)].filter(({ name }) => name === "option");
  const isChosen = ({ attributes }: OldElement) => attributes.has("selected");
  const first = options.find(isChosen) ?? options[0];
  const values = [...options.filter((one) => one !== first), ...(first ? [first] : [])].map(
    (one) => one.attributes.get("value") ?? textOf(one).trim(),
  );
  // One without a value only asks to choose.
  const choices = values.filter((value) => value !== "").map(textValue);
  return choices.length > 0 ? { kind: "code", code: NO_CODE, choices } : null;
}

/** Whether it is a hidden field of the form that starts the chat, which goes with the old code. */
export function isOfChat(element: OldElement): boolean {
  if (attribute(element, "type") !== "hidden") return false;
  const form = closest(element, ({ name }) => name === "form");
  return form !== null && [...walk(form)].some((one) => attribute(one, "name") === "uuid");
}
