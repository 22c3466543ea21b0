import type { ChatInput } from "./options/fields.js";

/**
 * The attributes of a button, by the names and values of {@link ChatInput}. The mark alone is the page's
 * channel: JSX and Vue's types have `true` for a bare attribute.
 */
export type ChatAttributes = {
  [F in keyof ChatInput as F extends "links"
    ? never
    : F extends "uuid"
      ? "data-kakao-chat"
      : `data-kakao-chat-${F}`]: Exclude<ChatInput[F], Error> | (F extends "uuid" ? true : never);
};
