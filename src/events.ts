import type { explain, open } from "./chat/chat.js";
import type { ChatPlan } from "./chat/plan.js";
import type { ChatInput } from "./options/fields.js";
import type { start, stop } from "./page/listeners.js";
import type { Problem } from "./problems.js";

/** The events of a button (of `document`, for a call without one). They bubble, through shadow roots too. */
export interface ChatEventMap {
  /** Before anything opens. `preventDefault()`: nothing opens. */
  "kakao-chat:before": CustomEvent<{
    /** What the button, the link and the page's defaults say, as written. Changes to it are sent. */
    options: ChatInput;
    /**
     * Opens the window at once, with a line that says that the consultation is being connected, and
     * sends when the promise settles: the options that it resolves to are merged. Where it rejects,
     * or after 5 s, the chat starts without extra.
     */
    waitUntil: (promise: PromiseLike<ChatInput | undefined> | ChatInput) => void;
  }>;
  /** The request has been sent, or the window that shows it brought to the front. */
  "kakao-chat:open": CustomEvent<{
    target: ChatPlan["target"];
    method: "GET" | "POST";
    /** Without the query. */
    url: string;
    /** Brought to the front; nothing was sent. */
    focused: boolean;
  }>;
  /** The browser refused a window. `preventDefault()`: the page's own window stays where it is. */
  "kakao-chat:blocked": CustomEvent<{
    /** For a link of the page's own: the same chat by GET. */
    href: string;
  }>;
  /** At each click or call that has any. */
  "kakao-chat:problem": CustomEvent<{ problems: Problem[] }>;
}

/** The global of the one-script-tag file: the module's exports. */
export interface KakaoChatGlobal {
  open: typeof open;
  explain: typeof explain;
  start: typeof start;
  stop: typeof stop;
  version: string;
}

declare global {
  // `var`, so that the bare name and `window`'s are both known.
  var KakaoChat: KakaoChatGlobal;
  interface Window {
    KakaoChat: KakaoChatGlobal;
    /** The page's defaults, read at each click. */
    KakaoChatDefaults?: ChatInput | undefined;
  }
  interface HTMLElementEventMap extends ChatEventMap {}
  interface SVGElementEventMap extends ChatEventMap {}
  interface ShadowRootEventMap extends ChatEventMap {}
  interface DocumentEventMap extends ChatEventMap {}
  interface WindowEventMap extends ChatEventMap {}
}
