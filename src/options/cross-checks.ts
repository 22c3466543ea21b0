import { parseUrl } from "../builtins.js";
import { EXTRA_LIMIT } from "../kakao.js";
import { type Problem, reporterFor } from "../problems.js";
import type { ChatOptions, Target } from "../types.js";
import { cutAt } from "./cut.js";
import { guardExtra } from "./personal-data.js";

/**
 * Whom a marked element may lead to. Markup can be a visitor's (a review, a comment), so what it says
 * about the channel and the partner's page counts only within what the page itself has named. Calls and
 * handlers are the page's own code and have no limits.
 */
export interface Limits {
  /** The tidied ids that `channels` lists, and the page's own; null if the page lists none. */
  channels: readonly string[] | null;
  /** The origins of the partners' pages that the page names; null if the element names no partner. */
  partners: readonly string[] | null;
}

/** The rules between fields, after each value has been read by itself. Returns the options that hold. */
export function checkTogether(
  options: ChatOptions,
  limits: Limits | null,
  problems: Problem[],
): ChatOptions {
  const { uuid, extra, privacy, bot, event, via } = options;
  if (event && bot !== "true" && bot !== "auto") {
    reporterFor(problems, "event", event)("KC412", "bot true|auto", bot || "none");
  }
  if (uuid && limits?.channels && !limits.channels.includes(uuid)) {
    reporterFor(problems, "uuid", uuid)("KC108", "an id that the page's channels list");
  }
  if (via && limits?.partners && !limits.partners.includes(parseUrl(via).origin)) {
    reporterFor(problems, "via", via)("KC803", "an origin that the page's partners list");
  }
  const guarded = guardExtra(cutAt(extra, EXTRA_LIMIT), privacy, reporterFor(problems, "extra"));
  return { ...options, extra: guarded };
}

/** The API document: on a PC, a chat with meta information asks for a new window or a popup. */
export function checkTarget(target: Target, device: Target, extra: string, problems: Problem[]) {
  if (target === "self" && device === "popup" && extra) {
    reporterFor(problems, "target", target)("KC317", "popup|tab");
  }
}
