import { byId, byIdAs } from "../dom.js";
import { DEFAULTS, type State } from "../state.js";
import { takeId, toTyped, toUuid } from "./channel-id.js";

/** What the form's controls hold; the tab and the language are no part of it. */
const NAMES = Object.keys(DEFAULTS).filter(
  (name): name is keyof State => !["tab", "lang", "dataLayer", "ga4"].includes(name),
);

/** Tells of each change of the form, as one types. */
export function bindForm(onChange: (changes: Partial<State>) => void): void {
  const form = byIdAs("form", HTMLFormElement);
  const id = byIdAs("uuid", HTMLInputElement);
  id.addEventListener("input", (event) => {
    // An input method is still at work: its text is not ours to change.
    if (event instanceof InputEvent && event.isComposing) return;
    const taken = takeId(id.value);
    if (taken !== id.value) id.value = taken;
  });
  const change = (control: Control) =>
    onChange(Object.assign({}, { [control.name]: readControl(control) }));
  form.addEventListener("input", ({ target }) => {
    // Each control by itself: the look that is shown need not be one that was chosen.
    if (isControl(target) && NAMES.some((name) => name === target.name)) {
      change(target);
    }
  });
  // The look that a platform begins with is shown as chosen: to choose it is a click, and no change.
  form.addEventListener("click", ({ target }) => {
    if (isControl(target) && target.name === "look") {
      change(target);
    }
  });
  // Enter in a field is no reason to leave the page.
  form.addEventListener("submit", (event) => event.preventDefault());
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isControl(target: unknown): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

function readControl(control: Control): string {
  if (control.name === "uuid") return toUuid(control.value);
  if (control.type !== "checkbox") return control.value;
  const isChecked = control instanceof HTMLInputElement && control.checked;
  return isChecked ? "true" : DEFAULTS[control.name === "reuse" ? "reuse" : "share"];
}

/** Puts a state into the form's controls. */
export function fillForm(state: State): void {
  const form = byIdAs("form", HTMLFormElement);
  for (const name of NAMES) {
    const value = name === "uuid" ? toTyped(state.uuid) : state[name];
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement && control.type === "checkbox") {
      control.checked = value === "true";
    } else if (control instanceof RadioNodeList || isControl(control)) {
      control.value = value;
    }
  }
  // Settings that are folded away are shown if one of them says something.
  const isFolded = (name: string) => byId("more").querySelector(`[name="${name}"]`) !== null;
  if (NAMES.some((name) => state[name] !== DEFAULTS[name] && isFolded(name))) openMore();
}

export function openMore(): void {
  byIdAs("more", HTMLDetailsElement).open = true;
}

/** Goes to a field, wherever it is folded away. */
export function goTo(name: string): void {
  const field = byId(name);
  if (byId("more").contains(field)) openMore();
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}

/** Something to begin with, for whoever wants to look first. */
export const EXAMPLE: Partial<State> = {
  uuid: "@상담데모",
  extra: "order=1234&product=987",
  bot: "auto",
  event: "시작",
};
