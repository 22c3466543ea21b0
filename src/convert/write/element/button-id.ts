import type { Chat } from "../../chats.js";
import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";

/**
 * The id of a new button that has to be found by its script. It comes of what makes the button, so that of two that are
 * pasted into one page, neither's script fills in the other's values.
 *
 * @param made what differs from button to button, in text
 */
export function nameButton(made: string): string {
  let hash = 0;
  for (let index = 0; index < made.length; index++) {
    hash = (Math.imul(hash, 31) + made.charCodeAt(index)) | 0;
  }
  return `kakao-chat-${(hash >>> 0).toString(36)}`;
}

/** How many buttons that are written alike stand before this one; `[]` if it is the first. */
export function countAlike({ start: { trigger } }: Chat, { starts, source }: Facts): number[] {
  if (!trigger || trigger.start < 0) return [];
  const tagOf = (one: OldElement) => source.slice(one.start, one.tagEnd);
  const triggers = new Set(starts.map((one) => one.trigger));
  const before = [...triggers].filter(
    (one) => one && one.start >= 0 && one.start < trigger.start && tagOf(one) === tagOf(trigger),
  );
  return before.length > 0 ? [before.length] : [];
}

/** A component's own name for something of a button's: with the button's id in it, if it has several. */
export function nameOfButton(name: string, id: string, { starts }: Facts): string {
  const triggers = new Set(starts.map(({ trigger }) => trigger).filter(Boolean));
  return triggers.size < 2 ? name : name + id.replace(/\W|kakao-chat/g, "");
}
