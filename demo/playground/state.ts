import type { ChatInput } from "../../src/index.js";
import { FIELD_NAMES } from "../../src/options/fields.js";
import type { PlatformName } from "./snippets/platforms/platforms.js";

/** What can be chosen, the default first. */
export const CHOICES = {
  bot: ["", "true", "false", "auto"],
  method: ["auto", "get", "post"],
  target: ["auto", "popup", "tab", "self"],
  appOpenType: ["", "direct", "modal"],
  reuse: ["false", "true"],
  endpoint: ["write", "open"],
  privacy: ["warn", "mask", "omit"],
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

export type Look = Exclude<Choices["look"], "">;

/** What the form holds, as it was typed. */
export interface State extends Choices {
  /** With its `@`, which the form writes before the field. */
  uuid: string;
  extra: string;
  event: string;
  width: string;
  height: string;
  via: string;
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

export const DEFAULTS: State = {
  uuid: "",
  extra: "",
  bot: "",
  event: "",
  method: "auto",
  target: "auto",
  appOpenType: "",
  width: "",
  height: "",
  reuse: "false",
  endpoint: "write",
  via: "",
  privacy: "warn",
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
