import type { Run } from "../script/run.js";
import { attribute, listFields, type OldElement, walk } from "./element.js";
import { findEvent, isOldHandler } from "./handler-names.js";

/** Whether an element has the name of a component: a capital letter, a hyphen or a dot in it. */
export function hasComponentName({ name, isCapitalized }: OldElement): boolean {
  return isCapitalized === true || /[A-Z.-]/.test(name);
}

const BUTTON = /(?:button|btn|submit)$/i;

/** Whether an element is sent: a form, or a component that listens as one, such as Vuetify's `<v-form @submit="...">`. */
export function isForm(element: OldElement): boolean {
  return element.name === "form" || (hasComponentName(element) && listens(element));
}

function listens(element: OldElement): boolean {
  return listNames(element).some((name) => /^(?:submit|finish)$/.test(findEvent(name) ?? ""));
}

/** The names of its attributes. JSX has handlers and bare names among the sources alone. */
export function listNames({ attributes, sources }: OldElement): string[] {
  return [...attributes.keys(), ...(sources?.keys() ?? [])];
}

/** The elements within a form, those too that a function within it makes: Formik's `{(state) => <Form>...</Form>}`. */
export function listWithin(form: OldElement, { root }: Pick<Run, "root">): OldElement[] {
  const within = [...walk(form)];
  if (!form.sources || within.length > 0) return within;
  const isWithin = ({ start }: OldElement) => start >= form.tagEnd && start < form.closeStart;
  return [...walk(root)].filter(isWithin);
}

/** The buttons that send a form. */
export function listPressed(form: OldElement, run: Pick<Run, "root">): OldElement[] {
  const within = listWithin(form, run);
  const components = within.filter(hasComponentName);
  const sending = components.filter((one) => /^submit$/i.test(typeOf(one)));
  if (sending.length > 0) return sending;
  const fields = [...new Set([...within, ...listFields(form, run.root)])].filter((field) => {
    const type = attribute(field, "type").toLowerCase();
    if (field.name === "button") return !/^(button|reset)$/.test(type);
    return field.name === "input" && /^(submit|image)$/.test(type);
  });
  if (fields.length > 0) return fields;
  // By custom, the last button of a form sends it.
  const isBare = (one: OldElement) => typeOf(one) === "" && !listNames(one).some(isOldHandler);
  return components.filter((one) => BUTTON.test(one.name) && isBare(one)).slice(-1);
}

/** Of components, as their libraries call it: MUI's, Ant Design's, Element's. */
function typeOf({ attributes }: OldElement): string {
  const types = ["htmlType", "html-type", "native-type", "type"].map((one) => attributes.get(one));
  return types.find((type) => type !== undefined) ?? "";
}
