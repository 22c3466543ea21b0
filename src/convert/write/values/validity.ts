import type { Start } from "../../read/found.js";
import { attribute, listFields, type OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { isTypeScript } from "../typed.js";
import type { Asked } from "./asked.js";

/** What a browser looks at in a field before it sends the form. */
const LIMITS = ["required", "pattern", "minlength", "min", "max"];
const LIMITED = /^(?:email|url|number|date)$/i;
/** Frameworks' bindings: `[required]`, `:required`, and JSX's `minLength`. */
const BINDING = /^(?::|v-bind:)|[[\]]/g;

/** Whether a visitor may send a form by Enter in one of its fields. */
export function isSentByEnter(form: OldElement | null, { root }: Facts): boolean {
  if (!form) return false;
  return form.origin === "absent" || listFields(form, root).some(isVisitors);
}

function isVisitors(field: OldElement): boolean {
  return (
    field.name === "input" &&
    !/^(?:hidden|submit|button|image|reset)$/i.test(attribute(field, "type"))
  );
}

/** A browser's own question at a form: whether its fields are filled in as they say. A button that is no sender's asks none. */
export function askValidity({ sent }: Start, facts: Facts): Asked[] {
  if (!sent || !isChecked(sent, facts)) return [];
  const form = 'event.target.closest("form")';
  const code = isTypeScript(facts)
    ? `${form}?.reportValidity() === false`
    : `!${form}.reportValidity()`;
  const test = parseExpression(code);
  if (!test) return [];
  const known = { instead: [], needed: [], isAwaited: false };
  return [{ shown: "", source: "", test, holds: false, code, ...known }];
}

function isChecked(form: OldElement, { root }: Facts): boolean {
  const names = (element: OldElement) =>
    [...element.attributes.keys()].map((name) => name.replace(BINDING, "").toLowerCase());
  if (names(form).includes("novalidate")) return false;
  return listFields(form, root).some(
    (field) =>
      names(field).some((name) => LIMITS.includes(name)) || LIMITED.test(attribute(field, "type")),
  );
}
