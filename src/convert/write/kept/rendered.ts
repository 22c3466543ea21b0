import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { isAtClick } from "../values/at-click.js";
import type { Computed } from "../values/computed.js";
import { asksHeld } from "../values/held.js";
import { listLocals } from "../values/locals.js";
import { isChangedBy, readChanges } from "./changes.js";

/**
 * Whether an attribute says a value: not what only a click knows, nor what the click changes.
 *
 * @param asks statements mean the click's event by `event`, and nothing of the component's
 */
export function isRendered(
  { code }: Pick<Computed, "code">,
  { statements, chat, facts }: { statements: readonly string[]; chat: Chat; facts: Facts },
  asks = true,
): boolean {
  const locals = listLocals(chat.start.trigger);
  if (isAtClick(code, false, !asks, locals) || asksHeld(code, facts)) return false;
  return (
    chat.start.how === "link" ||
    isReadLate(code, chat.start) ||
    !statements.some((one) => isChangedBy(code, readChanges(one, facts), facts))
  );
}

/** `this.setState({ no }, () => open(this.state.no))`: what a click sets is rendered before it is read. */
function isReadLate(code: string, { isLate, how, form }: Chat["start"]): boolean {
  return isLate && (how === "form" ? form?.origin === "page" : /\bthis\.state\b/.test(code));
}
