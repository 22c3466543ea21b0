import { type Chat, FIELDS } from "../chats.js";
import type { Facts } from "../read/read.js";
import { isAtClick } from "./at-click.js";
import { type Computed, readComputed } from "./computed.js";
import { listLocals } from "./locals.js";
import { readOwnData } from "./own-data.js";
import { needsScript } from "./write.js";

/** What of a chat a script makes, as it can stand in the new code. */
export function listValues(chat: Chat, facts: Facts): Computed[] {
  const { pieces } = facts;
  const locals = listLocals(chat.start.trigger);
  return FIELDS.flatMap((field) => {
    const text = chat.values[field] ?? "";
    if (pieces.findCode(text).length === 0) return [];
    const one = readComputed(field, text, facts);
    if (!needsScript(one, chat, facts))
      return [{ ...one, code: whereThere(one.code, chat, facts) }];
    // A script beside the button does not know what the markup around it is told.
    const unknown = one.needed.filter((name) => locals.has(name));
    const isPlain = /^(?:html|thymeleaf)$/.test(facts.language);
    const code = isPlain ? readOwnData(one.code, chat, facts) : one.code;
    return [{ ...one, code, hidden: [...one.hidden, ...unknown] }];
  });
}

/** What the old code asked for before it read a member of it, or waits for, is not there as the page is made. */
function whereThere(code: string, { start }: Chat, { empty }: Facts): string {
  if (isAtClick(code)) return code;
  const asked = start.guards.flatMap(({ isThere }) => isThere ?? []);
  const late = [...empty].flatMap((name) => [`this.${name}`, `${name}.value`, name]);
  const missing = [...asked, ...late].find((one) =>
    code.split(/[^\w$.]+/).some((word) => word.startsWith(`${one}.`)),
  );
  return missing === undefined ? code : `${missing} ? ${code} : undefined`;
}
