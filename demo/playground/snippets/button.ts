import type { ChatPlan } from "../../../src/index.js";
import { KAKAO } from "../build-facts.js";
import type { Markup } from "./markup.js";
import { CHAT_FIELDS, DEFAULTS, type State } from "../state.js";

/** What a link's own address says. */
const SENT = ["uuid", "extra", "bot", "event"] as const;

/** No server takes a longer address; the chat then starts without its extra. */
const LONGEST_LINK = 7000;

/**
 * What is said about a chat, by name: what differs from the product's defaults, tidied. The extra is
 * as it was typed, for masking it is the click's affair.
 */
export function listOptions(state: State, plan: ChatPlan): [name: string, value: string][] {
  const usual: Record<string, unknown> = { ...DEFAULTS, width: 1024, height: 800 };
  const options: Record<string, unknown> = { ...plan.options, extra: state.extra };
  return CHAT_FIELDS.filter((name) => options[name] && options[name] !== usual[name]).map(
    (name) => [name, String(options[name])],
  );
}

/** The attributes of options: `data-kakao-chat` is the id's, and the mark of every button. */
export function listAttributes(options: [string, string][]): [string, string][] {
  const id = options.find(([name]) => name === "uuid")?.[1] ?? "";
  return [
    ["data-kakao-chat", id],
    ...options
      .filter(([name]) => name !== "uuid")
      .map(([name, value]): [string, string] => [`data-kakao-chat-${name}`, value]),
  ];
}

/**
 * Kakao's own address for what is sent, that works without the script too. So here personal data is
 * masked or left out already, as `privacy` says.
 */
export function buildLink({ options }: ChatPlan): { href: string; hasExtra: boolean } {
  const build = (names: readonly (typeof SENT)[number][]) => {
    const query = names
      .filter((name) => options[name] && !(name === "uuid" && options.endpoint === "open"))
      .map((name) => `${name}=${encodeURIComponent(options[name])}`)
      .join("&");
    const path =
      options.endpoint === "open"
        ? `/chat/open/${encodeURIComponent(options.uuid)}`
        : "/v1/chat/write";
    return KAKAO + path + (query && `?${query}`);
  };
  const whole = build(SENT);
  return whole.length <= LONGEST_LINK
    ? { href: whole, hasExtra: !!options.extra }
    : { href: build(["uuid", "bot", "event"]), hasExtra: false };
}

/** What a link's address leaves to be said elsewhere. */
export function listBeyondLink(state: State, plan: ChatPlan): [string, string][] {
  const { hasExtra } = buildLink(plan);
  const saidByLink = ["uuid", "bot", "event", "endpoint", ...(hasExtra ? ["extra"] : [])];
  return listOptions(state, plan).filter(
    ([name]) =>
      !saidByLink.includes(name) && !(name === "extra" && plan.options.privacy !== "warn"),
  );
}

/** The marked button, of the chosen look. */
export function buildButton(state: State, plan: ChatPlan, label: string): Markup {
  const isLink = state.look === "link";
  const attributes = isLink
    ? listAttributes(listBeyondLink(state, plan))
    : listAttributes(listOptions(state, plan));
  return {
    name: isLink ? "a" : "button",
    attributes: [
      isLink ? ["href", buildLink(plan).href] : ["type", "button"],
      ["class", `kakao-chat-${state.look}`],
      ...attributes,
    ],
    text: label,
  };
}

/** A plain link, for editors that leave nothing else of a button. */
export function buildPlainLink(state: State, plan: ChatPlan, label: string): Markup {
  return {
    name: "a",
    attributes: [
      ["href", buildLink(plan).href],
      ["class", `kakao-chat-${state.look}`],
      ["target", "_blank"],
    ],
    text: label,
  };
}
