import type { ChatInput, ChatOptions } from "../options/fields.js";
import { parseOptions } from "../options/options.js";
import { noteIn, type Problem } from "../problems.js";
import { buildRequest, type ChatRequest } from "../request/request.js";
import type { Target } from "../window/target.js";

/** What a click would do, and all that is wrong with what it was told. */
export interface ChatPlan {
  options: ChatOptions;
  problems: Problem[];
  /** Where the chat opens on this device. */
  target: Target;
  /** `null` where an error keeps the chat from opening. */
  request: ChatRequest | null;
}

/**
 * From what was said to what will happen: the one way for clicks, calls and `explain()`.
 *
 * @param usual where a chat opens by itself on this device
 */
export function buildPlan(input: ChatInput, usual: Target): ChatPlan {
  const problems: Problem[] = [];
  const options = parseOptions(input, problems);
  const target = options.target === "auto" ? usual : options.target;
  if (target === "self" && usual === "popup" && options.extra) {
    noteIn(problems, "target", target)(317, "popup|tab");
  }
  const request = options.uuid && options.via !== null ? buildRequest(options, problems) : null;
  return { options, problems, target, request };
}
