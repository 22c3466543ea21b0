import { checkTarget, type Limits } from "../options/cross-checks.js";
import { parseOptions } from "../options/options.js";
import type { RawInput } from "../options/raw-input.js";
import { isError, type Problem } from "../problems.js";
import { buildRequest } from "../request/request.js";
import type { ChatPlan, Target } from "../types.js";

/**
 * From what was said to what will happen: the one way for clicks, calls, `explain()` and the check command.
 * It names neither window nor document.
 *
 * @param device where a chat opens by itself on this device
 * @param earlier the problems of how it was said
 */
export function planChat(
  input: RawInput,
  device: Target,
  limits: Limits | null = null,
  earlier: readonly Problem[] = [],
): ChatPlan {
  const problems = [...earlier];
  const options = parseOptions(input, problems, limits);
  const target = options.target === "auto" ? device : options.target;
  checkTarget(target, device, options.extra, problems);
  const request = problems.some(isError) ? null : buildRequest(options, problems);
  return { options, problems, target, request };
}
