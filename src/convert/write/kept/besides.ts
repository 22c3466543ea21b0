import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { findKeptWindow } from "./kept-window.js";
import { opensAtClick } from "./opening-function.js";
import { bare } from "./said.js";
import { listTracking, type Tracking } from "./tracking.js";

/** What the functions do besides that start a chat. */
export function listBesides(chat: Chat, facts: Facts): Tracking[] {
  const focus = findKeptWindow(chat.start)?.focus;
  return listTracking(chat, facts).filter(
    ({ called, source }) =>
      !opensChat(called, chat, facts) && !isCaller(called, facts) && bare(source) !== focus,
  );
}

/** A call that is given the address itself is named as such. */
function isCaller(name: string, { starts }: Facts): boolean {
  return starts.some(({ caller }) => caller !== "" && caller === name);
}

/** Whether a function that a handler calls is one of the pasted script's, which starts the chat. */
export function opensChat(name: string, { start }: Chat, facts: Facts): boolean {
  if (name === "" || name === start.caller) return name !== "";
  return opensAtClick(name, start, facts);
}
