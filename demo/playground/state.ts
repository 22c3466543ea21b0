import type { ChatInput, ChatOptions } from "../../src/index.js";
import { FIELD_NAMES, FIELDS } from "../../src/options/fields.js";
import type { Code } from "../../src/problems.js";
import type { Field } from "../../src/types.js";
import type { PlatformName } from "./snippets/platforms/platforms.js";

/** What can be chosen of the page's own settings, the default first. */
export const CHOICES = {
  // "" is the platform's first: nobody has chosen yet.
  look: ["", "launcher", "solid", "outline", "link", "image"],
  position: ["bottom-right", "bottom-left"],
  shape: ["", "pill", "round"],
  dataLayer: ["", "true"],
  ga4: ["", "true"],
  share: ["", "true"],
  lang: ["", "ko", "en"],
} as const;

type Choices = { [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** The product's options: those of a few known values, and those that are typed. */
type Options = { [F in Field]: ChatOptions[F] extends number ? string : ChatOptions[F] };

export type Look = Exclude<Choices["look"], "">;

/** What the form holds, as it was typed. The id has its `@`, which the form writes before the field. */
export interface State extends Choices, Options {
  /** The button's text, or the image's alternative; the language's own if it is empty. */
  label: string;
  /** The address of the image that is the button. */
  image: string;
  /** The folder that the shop keeps our script in. */
  host: string;
  /** The launcher's colour, distance and paths. */
  color: string;
  offset: string;
  show: string;
  hide: string;
  tab: PlatformName;
}

/** Whether an option has a few known values: its parser says so of any other. */
function isChoice(name: Field): boolean {
  const codes: Code[] = [];
  FIELDS[name]("?", (code) => codes.push(code));
  return codes.includes("KC311");
}

/** A choice begins with its default; what is typed begins empty. */
function findDefault(name: Field): string {
  return isChoice(name) ? String(FIELDS[name]("", () => {})) : "";
}

/** Whether an address may set the option to this value. What is typed is checked when it is shown. */
export function isAllowed(name: Field, value: string): boolean {
  return !isChoice(name) || FIELDS[name](value, () => {}) === value;
}

export const DEFAULTS: State = {
  // Each option is there, by the table's own names.
  ...(Object.fromEntries(
    FIELD_NAMES.map((name) => [name, findDefault(name)]),
  ) as unknown as Options),
  label: "",
  look: "",
  image: "",
  position: "bottom-right",
  shape: "",
  color: "",
  offset: "",
  show: "",
  hide: "",
  host: "",
  tab: "html",
  dataLayer: "",
  ga4: "",
  share: "",
  lang: "",
};

export function toInput(state: State): ChatInput {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, state[name]]));
}
