import { attribute, listFields, type OldElement } from "../../read/markup/element.js";
import { hasComponentName, listNames, listWithin } from "../../read/markup/forms.js";
import { findEvent } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import type { Start } from "../../read/script/found.js";
import { parseExpression } from "../../read/script/parse-script.js";
import type { Asked } from "./asked.js";
import { isTypeScript } from "./typed.js";

/** What a browser looks at in a field before it sends the form. */
const LIMITS = ["required", "pattern", "minlength", "min", "max"];
const LIMITED = /^(?:email|url|number|date)$/i;
/** Frameworks' bindings: `[required]`, `:required`, and JSX's `minLength`. */
const BINDING = /^(?::|v-bind:)|[[\]]/g;

/** Whether a visitor may send a form by Enter in one of its fields. */
export function isSentByEnter(form: OldElement | null, facts: Facts): boolean {
  if (!form) return false;
  // A component may have fields within itself.
  if (form.origin === "absent" || hasComponentName(form)) return true;
  return (
    listFields(form, facts.root).some(isVisitors) ||
    listWithin(form, facts).some((one) => hasComponentName(one) && isTyped(one))
  );
}

/** Whether something is typed into a component: it is called so, or it is bound as fields are. */
function isTyped(component: OldElement): boolean {
  const { name } = component;
  if (CHOSEN.test(name)) return false;
  const names = listNames(component);
  const isBound = names.includes("value") && names.includes("onChange");
  return isBound || TYPED.test(name) || names.some((one) => /^v-model\b/.test(one));
}

const TYPED = /(?:input|field|textbox)(?!s|set)/i;
const CHOSEN = /select|area|check|radio|switch|toggle|slider|picker|upload|rating/i;

function isVisitors(field: OldElement): boolean {
  return (
    field.name === "input" &&
    !/^(?:hidden|submit|button|image|reset)$/i.test(attribute(field, "type"))
  );
}

/** A browser's own question at a form: whether its fields are filled in as they say. A button that is no sender's asks none. */
export function askValidity({ sent }: Start, facts: Facts): Asked[] {
  if (!sent || ASKING.test(sent.name) || !isChecked(sent, facts)) return [];
  const form = 'event.target.closest("form")';
  const code = isTypeScript(facts)
    ? `${form}?.reportValidity() === false`
    : `!${form}.reportValidity()`;
  const test = parseExpression(code);
  if (!test) return [];
  const known = { instead: [], needed: [], isAwaited: false };
  return [{ shown: "", source: "", test, holds: false, code, ...known }];
}

function isChecked(form: OldElement, facts: Facts): boolean {
  const names = (element: OldElement) =>
    listNames(element).map((name) => name.replace(BINDING, "").toLowerCase());
  if (names(form).includes("novalidate")) return false;
  const components = listWithin(form, facts).filter(hasComponentName);
  return [...listFields(form, facts.root), ...components].some(
    (field) =>
      names(field).some((name) => LIMITS.includes(name)) || LIMITED.test(attribute(field, "type")),
  );
}

/** What a component asks of its fields before it calls what it is told, as it is written: `rules={[{ required: true }]}`. */
export function findRules({ sent }: Start, facts: Facts): string | undefined {
  const { imports, pieces, source } = facts;
  const checked = sent && !OWN_SUBMIT.test(source) ? SUBMIT.exec(source)?.[0] : undefined;
  if (checked !== undefined) return `${checked})`;
  if (!sent || sent.name === "form") return undefined;
  const isAsking =
    /^(?:q-?form|formik)$/i.test(sent.name) ||
    /^vee-validate$/.test(imports.get(sent.name) ?? "") ||
    listNames(sent).some((name) => findEvent(name) === "finish");
  if (!isAsking) return undefined;
  for (const one of [sent, ...listWithin(sent, facts)]) {
    const name = listNames(one).find((each) => RULES.test(each));
    if (name === undefined) continue;
    const { sources, attributes } = one;
    return pieces.showCode(sources?.get(name) ?? `${name}="${attributes.get(name) ?? ""}"`);
  }
  return undefined;
}

/** React Hook Form's and VeeValidate's: what it is given is called once the fields are filled in as they have to be. */
const SUBMIT = /\b(?:\w{1,40}\.)?handleSubmit\((?=\S)/;
/** A function of the page's own by that name. */
const OWN_SUBMIT =
  /\b(?:const|let|var|function)\s+handleSubmit\b|\bhandleSubmit\s*(?:=[^=>]|\([^()]*\)\s*\{)/;

/** Components of forms that keep the browser from asking: some of them ask themselves. */
const ASKING = /^(?:[vq]-?form|formik)$/i;
const RULES = /^(?::|v-bind:)?(?:rules|validate|validation-?schema)$/i;
