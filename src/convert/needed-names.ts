import { isPressable } from "./read/markup/control.js";
import { attribute, listFields, type OldElement, walk } from "./read/markup/element.js";
import type { Facts } from "./read/read.js";
import type { Start } from "./read/script/found.js";
import { needsNames } from "./write/values/needed.js";

/** What the page has to keep for the code of a value: names of its scripts, and fields of the old form. */
export function listToKeep(
  code: string,
  names: readonly string[],
  start: Start,
  facts: Facts,
): string[] {
  return [...(needsNames(start, facts) ? names : []), ...listFieldsOf(code, start, facts)];
}

/**
 * The fields of the form that starts the chat which code still reads: visitors fill them. A form that has a button of
 * its own nobody takes for old code.
 */
function listFieldsOf(code: string, { form }: Start, { root }: Facts): string[] {
  if (form?.origin !== "page" || [...walk(form)].some(isPressable)) return [];
  return listFields(form, root)
    .filter((field) => isRead(field, form, code))
    .map((field) => attribute(field, "id") || attribute(field, "name"));
}

/** Whether code reads a field: `document.order.no`, `$("#no")`, `form.querySelector("[name=no]")`. */
function isRead(field: OldElement, form: OldElement, code: string): boolean {
  const [id, name] = [attribute(field, "id"), attribute(field, "name")];
  const own = attribute(form, "name") || attribute(form, "id");
  const plain = code.replace(/\\?['"]/g, "");
  const byId = [`#${id})`, `(${id})`];
  const byName = [`[name=${name}]`];
  const byForm = [`${own}.${name}.`, `${own}].${name}.`];
  const ways = [...(id ? byId : []), ...(name ? byName : []), ...(name && own ? byForm : [])];
  return ways.some((way) => plain.includes(way));
}
