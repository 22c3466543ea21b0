import type { Chat } from "../chats.js";
import type { Facts } from "../read/read.js";

/**
 * An expression that reads from the button what a server fills into its own `data-` attributes: in a list that a server
 * repeats, each button has another value.
 */
export function readOwnData(code: string, { start }: Chat, { pieces }: Facts): string {
  const { trigger } = start;
  if (trigger?.origin !== "page" || trigger.sources) return code;
  let read = code;
  for (const [name, value] of trigger.attributes) {
    const [only, ...more] = pieces.split(value);
    if (!name.startsWith("data-") || more.length > 0) continue;
    if (only === undefined || "text" in only || only.kind !== "template") continue;
    const written = JSON.stringify(pieces.show(only.source));
    read = read.replaceAll(written, `event.target.getAttribute("${name}")`);
  }
  return read;
}
