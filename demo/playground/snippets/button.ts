import type { ChatPlan } from "../../../src/index.js";
import { PARAMETERS, PATHS, POPUP_HEIGHT, POPUP_WIDTH } from "../../../src/kakao.js";
import { FIELD_NAMES, MARK, toMark } from "../../../src/options/fields.js";
import { GET_LIMIT } from "../../../src/request/request.js";
import { KAKAO } from "../build-facts.js";
import { DEFAULTS, type State } from "../state.js";
import type { Markup } from "./markup.js";

/** Where no script runs. Browsers before 2021 hand a new window to the page that opens it, unless it is told. */
const NEW_WINDOW: [string, string][] = [
  ["target", "_blank"],
  ["rel", "noopener"],
];

/** A name and its value: an option, or an attribute. */
export type Pair = [name: string, value: string];

/**
 * What is said about a chat, by name: what differs from the product's defaults, tidied. The extra is
 * as it was typed, because masking it is done at the click.
 */
export function listOptions(state: State, plan: ChatPlan): Pair[] {
  const defaults: Record<string, unknown> = {
    ...DEFAULTS,
    width: POPUP_WIDTH,
    height: POPUP_HEIGHT,
  };
  const options: Record<string, unknown> = { ...plan.options, extra: state.extra };
  return FIELD_NAMES.filter((name) => options[name] && options[name] !== defaults[name]).map(
    (name) => [name, String(options[name])],
  );
}

/** The attributes of options: `data-kakao-chat` is the id's, and the mark of every button. */
export function listAttributes(options: Pair[]): Pair[] {
  const uuid = options.find(([name]) => name === "uuid")?.[1] ?? "";
  return [[MARK, uuid], ...withoutId(options).map(([name, value]): Pair => [toMark(name), value])];
}

export function withoutId(options: Pair[]): Pair[] {
  return options.filter(([name]) => name !== "uuid");
}

/**
 * Kakao's own address for what is sent, which works without the script too. So here personal data is
 * masked or left out already, as `privacy` says.
 */
export function buildLink({ options }: ChatPlan): { href: string; hasExtra: boolean } {
  const isOpen = options.endpoint === "open";
  const build = (isKept: (name: string) => boolean) => {
    const query = PARAMETERS.filter(([name]) => options[name] !== "" && isKept(name))
      .filter(([name]) => !(isOpen && name === "uuid"))
      .map(([name, parameter]) => `${parameter}=${encodeURIComponent(options[name])}`)
      .join("&");
    const path = isOpen ? `${PATHS.open}/${encodeURIComponent(options.uuid)}` : PATHS.write;
    return KAKAO + path + (query && `?${query}`);
  };
  const whole = build(() => true);
  return whole.length <= GET_LIMIT
    ? { href: whole, hasExtra: options.extra !== "" }
    : { href: build((name) => name !== "extra"), hasExtra: false };
}

/** What a link's address leaves to be said elsewhere. */
export function listBeyondLink(state: State, plan: ChatPlan): Pair[] {
  const { hasExtra } = buildLink(plan);
  const names = PARAMETERS.map(([name]): string => name).filter((name) => name !== "extra");
  const saidByLink = [...names, "endpoint", ...(hasExtra ? ["extra"] : [])];
  return listOptions(state, plan).filter(
    ([name]) =>
      !saidByLink.includes(name) && !(name === "extra" && plan.options.privacy !== "warn"),
  );
}

/** What a button is made of, whatever it is pasted into. */
export interface ButtonParts {
  state: State;
  plan: ChatPlan;
  label: string;
  look: Exclude<State["look"], "" | "launcher">;
}

/**
 * The marked button, of the chosen look.
 *
 * @param isIdSaid the page names the id, on the script's own tag: the mark alone is enough
 */
export function buildButton(parts: ButtonParts, isIdSaid: boolean): Markup {
  const { state, plan, label, look } = parts;
  const className: Pair = ["class", `kakao-chat-${look}`];
  if (look === "link") {
    const href: Pair = ["href", buildLink(plan).href];
    const attributes = listAttributes(listBeyondLink(state, plan));
    return {
      name: "a",
      attributes: [href, ...NEW_WINDOW, className, ...attributes],
      content: label,
    };
  }
  const options = listOptions(state, plan);
  return {
    name: "button",
    attributes: [
      ["type", "button"],
      className,
      ...listAttributes(isIdSaid ? withoutId(options) : options),
    ],
    content: look === "image" ? buildImage(state.image, label) : label,
  };
}

function buildImage(address: string, label: string): Omit<Markup, "content"> {
  return {
    name: "img",
    attributes: [
      ["src", address.trim()],
      ["alt", label],
    ],
  };
}

/** A plain link, for editors that leave nothing else of a button. */
export function buildPlainLink({ plan, label, look, state }: ButtonParts): Markup {
  return {
    name: "a",
    attributes: [["href", buildLink(plan).href], ["class", `kakao-chat-${look}`], ...NEW_WINDOW],
    content: look === "image" ? buildImage(state.image, label) : label,
  };
}
