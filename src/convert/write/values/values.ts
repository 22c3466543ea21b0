import { type Chat, FIELDS } from "../../chats.js";
import type { Facts } from "../../read/read.js";

import { needsScript } from "../write.js";
import { isAtClick } from "./at-click.js";
import { type Computed, readComputed } from "./computed.js";
import { readInPage } from "./in-page.js";
import { listLocals } from "./locals.js";
import { readOwnData } from "./own-data.js";

/** What of a chat a script makes, as it can stand in the new code. */
export function listValues(chat: Chat, facts: Facts): Computed[] {
  const { pieces } = facts;
  const locals = listLocals(chat.start.trigger);
  const filled: Computed[] = [];
  const made: Computed[] = [];
  for (const field of FIELDS) {
    const text = chat.values[field] ?? "";
    if (pieces.findCode(text).length === 0) continue;
    const one = readComputed(field, text, facts);
    if (!needsScript(one, chat, facts)) {
      filled.push({ ...one, code: whereThere(one.code, chat, facts) });
      continue;
    }
    // A script beside the button does not know what the markup around it is told.
    const unknown = one.needed.filter((name) => locals.has(name));
    const hidden = [...one.hidden, ...unknown];
    made.push(facts.isAstro ? readInPage({ ...one, hidden }, chat, facts) : { ...one, hidden });
  }
  const isPlain = facts.language === "html";
  const all = [...filled, ...(isPlain ? readOwnData(made, chat, facts) : made)];
  return all.sort((one, other) => FIELDS.indexOf(one.field) - FIELDS.indexOf(other.field));
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
