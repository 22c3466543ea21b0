import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { isAtClick, isOfPage } from "./at-click.js";
import type { Computed } from "./computed.js";
import { findNeeded } from "./needed.js";

/** Whether a value of Astro's is made in the page: the server has neither the page nor what the page's scripts declare. */
export function isOfScript({ code, isAwaited }: Computed, { start }: Chat): boolean {
  if (isAwaited || isOfPage(code)) return true;
  return start.script !== null && isAtClick(code) && !/\bAstro\./.test(code);
}

/**
 * A value of Astro's that is made in the page: what the server has written into the button's own `data-` attributes is
 * read from them. Other names of the server's, or of a script that is a module, it does not have.
 */
export function readInPage(one: Computed, { start: { trigger } }: Chat, facts: Facts): Computed {
  const { pieces } = facts;
  let { code } = one;
  for (const [name, value] of trigger?.attributes ?? []) {
    if (!name.startsWith("data-") || pieces.findCode(value).length === 0) continue;
    const written = pieces.showCode(pieces.toExpression(value));
    code = code.split(written).join(`event.target.getAttribute("${name}")`);
  }
  const needed = findNeeded(code, facts);
  return { ...one, code, needed: [], hidden: [...new Set([...one.hidden, ...needed])] };
}
