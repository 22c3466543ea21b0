import { parseUuid } from "./channel-id.js";
import { findPersonal } from "./personal-data.js";
import { parseEvent } from "./texts.js";
import { oneOf, pixelsFrom } from "./values.js";
import { parseVia } from "./via.js";

/**
 * The one table of what a chat can be told, and by which rule each text is read. The attribute of a
 * field is `data-kakao-chat-<field>` (`data-kakao-chat` alone for the uuid), on the script's own tag
 * `data-<field>`, in a call and in `KakaoChatDefaults` the bare name.
 */
export const FIELDS = {
  // So that no inherited name is taken for a field.
  __proto__: null as never,
  uuid: parseUuid,
  // Before the extra, whose rule asks for it.
  privacy: oneOf("warn", "mask", "omit"),
  extra: findPersonal,
  bot: oneOf("", "true", "false", "auto"),
  event: parseEvent,
  method: oneOf("auto", "get", "post"),
  target: oneOf("auto", "popup", "tab", "self"),
  width: pixelsFrom(1024),
  height: pixelsFrom(800),
  reuse: oneOf("false", "true"),
  endpoint: oneOf("write", "open"),
  links: oneOf("false", "true"),
  via: parseVia,
};

export type Field = Exclude<keyof typeof FIELDS, "__proto__">;

/** After validation: every field present, tidied and within its limits; `""` where there is none. */
export type ChatOptions = { [F in Field]: ReturnType<(typeof FIELDS)[F]> };

/**
 * What a call, a `kakao-chat:before` handler or `KakaoChatDefaults` may set. Numbers and booleans
 * are taken for their text; `null`, `undefined` and `""` count as absent. An `Error` in place of a
 * value says why there is none: its message is reported, and the chat starts without the value.
 */
export interface ChatInput {
  /** The channel's search id (검색용 아이디), which begins with `@`. */
  uuid?: string | Error | null | undefined;
  /** Meta information for the counsellor, at most 1,000 UTF-16 units. No personal data. */
  extra?: string | number | Error | null | undefined;
  /** Start with the bot, with a counsellor, or with the bot unless a session is open. */
  bot?: ChatOptions["bot"] | boolean | null | undefined;
  /** The event name of the bot block to run at the start. */
  event?: string | null | undefined;
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
  /** Page-wide only: every link to one of Kakao's two GET addresses is a button. */
  links?: ChatOptions["links"] | boolean | null | undefined;
}
