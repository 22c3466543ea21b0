/** The public types. Names and values follow Kakao's API document. */

import type { Problem } from "./problems.js";

export type { Problem } from "./problems.js";

/** Where a chat opens: a popup, a new tab, or the page's own window. */
export type Target = "popup" | "tab" | "self";

/** {@link ChatInput} after validation: every field present, tidied and within its limits; `""` if there is none. */
export interface ChatOptions {
  /** The channel's search id, with its `@`. */
  uuid: string;
  /** At most 1,000 UTF-16 units. Its tokens are replaced. */
  extra: string;
  /** `""`: nothing is sent, and Kakao starts with a counsellor. */
  bot: "" | "true" | "false" | "auto";
  event: string;
  appOpenType: "" | "direct" | "modal";
  method: "auto" | "get" | "post";
  /** `auto`: by the device, as {@link ChatPlan.target} says. */
  target: "auto" | Target;
  /** The popup's inner width in CSS pixels, 1024 or more. */
  width: number;
  /** The popup's inner height in CSS pixels, 800 or more. */
  height: number;
  reuse: "false" | "true";
  endpoint: "write" | "open";
  /** As the URL standard writes it, without a fragment. */
  via: string;
  /** What happened to an extra that looks like personal data. */
  privacy: "warn" | "mask" | "omit";
}

/** The name of an option. */
export type Field = keyof ChatOptions;

/**
 * What a call, a `kakao-chat:before` handler or `KakaoChatDefaults` may set. Numbers and booleans
 * are taken for their text; `null`, `undefined` and white space alone count as absent. An `Error` in place
 * of a value says why there is none: its message is reported, and the chat starts without the value.
 */
export type ChatInput = {
  /** The channel's search id (검색용 아이디), which begins with `@`. */
  uuid?: string | Error | null | undefined;
  /** Meta information for the counsellor, at most 1,000 UTF-16 units. No personal data. */
  extra?: string | number | Error | null | undefined;
  /** Start with the bot, with a counsellor, or with the bot unless a session is open. */
  bot?: ChatOptions["bot"] | boolean | null | undefined;
  /** The event name of the bot block to run at the start. */
  event?: string | null | undefined;
  /** How a phone opens the app: of one dealer's manual, not of the API document. */
  appOpenType?: ChatOptions["appOpenType"] | null | undefined;
  /** `auto`: GET while the whole URL is at most 2,000 characters, else POST. */
  method?: ChatOptions["method"] | null | undefined;
  /** `auto`: a popup on a PC, a tab on a phone, the same window in an in-app browser. */
  target?: ChatOptions["target"] | null | undefined;
  /** The popup's inner width in CSS pixels, 1024 or more. */
  width?: number | string | null | undefined;
  /** The popup's inner height in CSS pixels, 800 or more. */
  height?: number | string | null | undefined;
  /** One window for all such buttons, brought to the front by a second click. */
  reuse?: ChatOptions["reuse"] | boolean | null | undefined;
  /** `write` is what Kakao's API document names, `open` what pages in production use. */
  endpoint?: ChatOptions["endpoint"] | null | undefined;
  /** The https address of a partner's page to pass through first. */
  via?: string | null | undefined;
  /** What happens to an `extra` that looks like personal data. */
  privacy?: ChatOptions["privacy"] | null | undefined;
};

/** What `KakaoChatDefaults` may hold: the options of every chat, and what only the page may say. */
export type PageInput = ChatInput & {
  /** Every link to one of Kakao's two GET addresses is a button. */
  links?: "true" | "false" | boolean | null | undefined;
  /** The ids that marked elements may start a chat with, beside `uuid`. */
  channels?: string | readonly string[] | null | undefined;
  /** The origins of the partners' pages that marked elements may pass through, beside `via`'s. */
  partners?: string | readonly string[] | null | undefined;
  /** The settings of the launcher, named like its attributes: `position`, `offset` and so on. */
  launcher?: LauncherInput | null | undefined;
};

/** What `data-launcher-<name>` and `KakaoChatDefaults.launcher` may set. */
export interface LauncherInput {
  /** The corner: `bottom-right` unless set. */
  position?: "bottom-right" | "bottom-left" | null | undefined;
  /** `X Y`: pixels from the edges of the safe area. A second pair is for screens below 480 px. */
  offset?: string | null | undefined;
  /** `pill` has icon and words, `round` the icon alone. Unset: `round` below 480 px. */
  look?: "pill" | "round" | null | undefined;
  /** The words on the button, which are its name for screen readers too. */
  label?: string | null | undefined;
  /** A CSS colour. The words are black or white, whichever is easier to read on it. */
  color?: string | null | undefined;
  /** Paths, separated by spaces, on which alone the button is shown; `*` stands for anything. */
  show?: string | null | undefined;
  /** Paths on which the button is not shown, whatever `show` says. */
  hide?: string | null | undefined;
  /** A media query: the button is shown where it matches. */
  media?: string | null | undefined;
}

/** The floating button of a page. */
export interface Launcher {
  /** The `<kakao-chat-launcher>` with the button in its open shadow root. */
  readonly element: HTMLElement;
  /** Takes back `hide()`. The paths and the media query count as before. */
  show(): void;
  /** Hides the button until `show()`. */
  hide(): void;
  /** Puts the button and its listeners back after `stop()`. */
  start(): void;
  /** Takes the button off the page, and its listeners. */
  stop(): void;
}

/** What a click sends, as plain data. */
export interface ChatRequest {
  /** By POST the fields go as a form's, in UTF-8. */
  method: "GET" | "POST";
  /** Absolute. By GET with the query, percent-encoded as UTF-8; by POST without the fields. */
  url: string;
  /** What arrives at the other end, decoded, in the order uuid, extra, bot, event, app_open_type. */
  fields: Record<string, string>;
}

/** What a click would do, and all that is wrong with what it was told. */
export interface ChatPlan {
  /** What was said by the page and the button, validated. */
  options: ChatOptions;
  problems: Problem[];
  /** Where the chat opens on this device. */
  target: Target;
  /** `null` if an error keeps the chat from opening. */
  request: ChatRequest | null;
}

/** What a click or a call came to. */
export type Outcome = "opened" | "focused" | "pending" | "blocked" | "cancelled" | "invalid";

/** The events of a button (of `document`, for a call without one). They bubble, through shadow roots too. */
export interface ChatEventMap {
  /** Before anything opens. `preventDefault()`: nothing opens. */
  "kakao-chat:before": CustomEvent<{
    /** What the button, the link and the page's defaults say. Changes to it are sent. */
    options: ChatInput;
    /**
     * Opens the window at once, with a line that says that the consultation is being connected, and
     * sends when the promise settles: the options that it resolves to are merged. If it rejects, resolves
     * to something else, or takes over 5 s, the chat starts without extra. Throws once the event is over.
     */
    waitUntil: (
      promise: PromiseLike<ChatInput | null | undefined> | ChatInput | null | undefined,
    ) => void;
  }>;
  /** The request has been sent, or the window that shows it brought to the front. */
  "kakao-chat:open": CustomEvent<{
    target: Target;
    method: "GET" | "POST";
    /** Without the query. */
    url: string;
    /** Brought to the front; nothing was sent. */
    focused: boolean;
  }>;
  /** The browser refused a window. `preventDefault()`: the page's own window stays as it is. */
  "kakao-chat:blocked": CustomEvent<{
    /** For a link of the page's own: the same chat by GET. */
    href: string;
  }>;
  /** At each click or call that has any. */
  "kakao-chat:problem": CustomEvent<{ problems: Problem[] }>;
}

type KebabCase<Name extends string> = Name extends `${infer Head}${infer Rest}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${KebabCase<Rest>}`
  : "";

/**
 * The attributes of a button, by the names and values of {@link ChatInput}. The mark alone is the page's
 * channel: JSX and Vue's types have `true` for a bare attribute.
 */
export type ChatAttributes = {
  [F in keyof ChatInput as F extends "uuid"
    ? "data-kakao-chat"
    : `data-kakao-chat-${KebabCase<F>}`]:
    | Exclude<ChatInput[F], Error>
    | (F extends "uuid" ? true : never);
};

/** The global of the one-script-tag file: the module's exports. */
export interface KakaoChatGlobal {
  /** Starts a chat as a click would. To be called from a click or key handler: without a gesture browsers refuse the window. */
  open(source?: Element | ChatInput): Outcome;
  /** What `open()` would do now, without doing it. */
  explain(source?: Element | ChatInput): ChatPlan;
  /** Puts the listeners on the page, unless they are there. */
  start(): void;
  /** Takes every listener off the page, and forgets everything, until `start()`. */
  stop(): void;
  /** The package's version, as in `package.json`. */
  version: string;
  /** Of `kakao-chat-launcher.js` alone. */
  launcher?: Launcher;
}

declare global {
  // `var`, so that the bare name and `window`'s are both known.
  var KakaoChat: KakaoChatGlobal;
  interface Window {
    KakaoChat: KakaoChatGlobal;
    /** The page's defaults, read at each click. */
    KakaoChatDefaults?: PageInput | undefined;
  }
  interface HTMLElementEventMap extends ChatEventMap {}
  interface SVGElementEventMap extends ChatEventMap {}
  interface ShadowRootEventMap extends ChatEventMap {}
  interface DocumentEventMap extends ChatEventMap {}
  interface WindowEventMap extends ChatEventMap {}
}
