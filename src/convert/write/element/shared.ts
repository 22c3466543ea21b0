import type { Computed } from "../values/computed.js";
import { isRepeated } from "../values/own-data.js";
import type { Draft } from "../write.js";

/**
 * The name by which the page knows that a script runs already; `""` if it may run many times. What a server repeats with its
 * button would ask once for each of them.
 *
 * @param computed values that the script fills in
 */
export function nameOnce(
  id: string,
  { chat, facts, asked, guarded }: Draft,
  computed: readonly Computed[],
): string {
  const { trigger } = chat.start;
  const isPage = facts.isAstro ? false : /^(?:html|thymeleaf)$/.test(facts.language);
  const does = asked.length > 0 || guarded.length > 0 || computed.some((one) => one.isAwaited);
  // An id that a server fills in is one button's alone.
  if (!does || !isPage || facts.pieces.has(id) || trigger?.origin !== "page") return "";
  if (!isRepeated(trigger, facts)) return "";
  return `isHeard_${id.replace(/\W/g, "_")}`;
}
