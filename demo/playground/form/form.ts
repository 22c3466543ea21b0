import { CHOICES, DEFAULTS, type State } from "../state.js";
import { find } from "../dom.js";

/** What the form's controls hold; the tab and the language are no part of it. */
const NAMES = Object.keys(DEFAULTS).filter((name) => name !== "tab" && name !== "lang");

/** Settings that are folded away, and shown where one of them says something. */
const FOLDED = [
  "endpoint",
  "host",
  "target",
  "method",
  "width",
  "height",
  "privacy",
  "via",
  "reuse",
];

/** Tells of each change of the form, as one types. */
export function bindForm(onChange: (changes: Partial<State>) => void): void {
  const form = find<HTMLFormElement>("form");
  form.addEventListener("input", () => onChange(readForm(form)));
  // Enter in a field is no reason to leave the page.
  form.addEventListener("submit", (event) => event.preventDefault());
}

function readForm(form: HTMLFormElement): Partial<State> {
  const said = new FormData(form);
  return Object.fromEntries(
    NAMES.map((name) => {
      const value = said.get(name);
      return [name, value === null ? DEFAULTS[name as keyof State] : String(value)];
    }),
  );
}

/** Puts a state into the form's controls. */
export function fillForm(state: State): void {
  const form = find<HTMLFormElement>("form");
  for (const name of NAMES as (keyof State)[]) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement && control.type === "checkbox") {
      control.checked = state[name] === "true";
    } else if (control instanceof RadioNodeList || control instanceof HTMLElement) {
      (control as HTMLInputElement).value = state[name];
    }
  }
  if (FOLDED.some((name) => state[name as keyof State] !== DEFAULTS[name as keyof State])) {
    find<HTMLDetailsElement>("more").open = true;
  }
}

/** Something to begin with, for whoever wants to look first. */
export const EXAMPLE: Partial<State> = {
  uuid: "@상담데모",
  extra: "order=1234&product=987",
  bot: CHOICES.bot[3],
  event: "시작",
};
