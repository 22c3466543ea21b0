import type { ChatInput } from "../../src/index.js";

/** What can be chosen, the default first. */
export const CHOICES = {
  bot: ["", "true", "false", "auto"],
  method: ["auto", "get", "post"],
  target: ["auto", "popup", "tab", "self"],
  reuse: ["false", "true"],
  endpoint: ["write", "open"],
  privacy: ["warn", "mask", "omit"],
  look: ["solid", "outline", "floating", "link"],
  tab: ["html", "gtm", "cafe24", "imweb", "wordpress", "gnuboard", "react", "vue", "partner"],
  share: ["", "true"],
  lang: ["", "ko", "en"],
} as const;

type Choices = { [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** What the form holds, as it was typed. */
export interface State extends Choices {
  uuid: string;
  extra: string;
  event: string;
  width: string;
  height: string;
  via: string;
  /** The button's text; the language's own where it is empty. */
  label: string;
  /** The folder that the shop keeps our script in. */
  host: string;
}

export const DEFAULTS: State = {
  uuid: "",
  extra: "",
  bot: "",
  event: "",
  method: "auto",
  target: "auto",
  width: "",
  height: "",
  reuse: "false",
  endpoint: "write",
  via: "",
  privacy: "warn",
  label: "",
  look: "solid",
  host: "",
  tab: "html",
  share: "",
  lang: "",
};

/** What a chat is told, in the order of the product's table. */
export const CHAT_FIELDS = [
  "uuid",
  "extra",
  "bot",
  "event",
  "method",
  "target",
  "width",
  "height",
  "reuse",
  "endpoint",
  "via",
  "privacy",
] as const;

export function toInput(state: State): ChatInput {
  return Object.fromEntries(CHAT_FIELDS.map((name) => [name, state[name]])) as ChatInput;
}

/**
 * The state as the address keeps it: what differs from the defaults, and the extra only where that
 * was asked for. After the `#`, which no server ever sees.
 */
export function buildHash(state: State): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    const isKept = name !== "extra" || state.share === "true";
    if (isKept && value !== DEFAULTS[name as keyof State]) said.set(name, value);
  }
  // An id and a Hangul label are to be read by people in the address too.
  return said.toString().replace(/%40/g, "@");
}

/** The state from an address, whoever wrote it: what is unknown is left out. */
export function parseHash(hash: string): State {
  const state: Record<string, string> = { ...DEFAULTS };
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (!Object.hasOwn(DEFAULTS, name)) continue;
    const choices: readonly string[] | undefined = CHOICES[name as keyof Choices];
    if (!choices || choices.includes(value)) state[name] = value;
  }
  return state as unknown as State;
}
