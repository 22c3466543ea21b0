import type { Chat } from "../../chats.js";
import { isInAlpine } from "../../read/frameworks/alpine.js";
import type { Facts } from "../../read/read.js";
import { parseScript } from "../../read/script/parse-script.js";
import { mentions } from "../../read/script/references.js";
import { liftTags } from "../../read/server/statement-tags.js";
import type { Asked } from "../values/asked.js";
import type { Computed } from "../values/computed.js";
import { readOwnCode } from "../values/own-data.js";
import { needsScript } from "../write.js";
import { isRendered } from "../write-jsx.js";
import { isChangedBy, readChanges } from "./changes.js";
import type { Counting } from "./counting.js";
import { listInline } from "./inline.js";
import { listSources } from "./statements.js";

/** What is kept, with what has to come after the values were read. */
export interface Ordered extends Pick<Counting, "statements" | "guarded" | "left"> {
  late: string[];
}

/**
 * Finds out what of the kept statements the new button does after its values were read: it is read at the end of a
 * click, when frameworks have written into it what its handlers have changed, or have taken it away.
 */
export function orderStatements(
  { statements, guarded, left, origins }: Counting,
  computed: readonly Computed[],
  asked: readonly Asked[],
  chat: Chat,
  facts: Facts,
): Ordered {
  const { language } = facts;
  const found: Ordered = { statements: [], guarded: [...guarded], left: [...left], late: [] };
  // What a link leads to is read once its handlers are done.
  if (chat.start.how === "link") return { ...found, statements };
  const isPlain = language === "html" && !isInAlpine(chat.start.trigger);
  const inJsx = language === "jsx" || language === "lit";
  const listens = asked.length > 0 || computed.some((one) => needsScript(one, chat, facts));
  // What listens for the button does not hear of one that is taken away.
  const isTaken = listens && !isPlain;
  const isClicked =
    inJsx && computed.some((one) => !isRendered(one, { statements: [], chat, facts }));
  const codes = [...computed, ...asked].map(({ code }) => code);
  const all = statements.map((code) => {
    const changes = readChanges(code, facts);
    const origin = origins.get(code);
    const isFirst = origin?.isFirst ?? isBeforeOpening(code, statements, chat, facts);
    const isRead = codes.some((one) => isChangedBy(one, changes, facts));
    const isSet = SETS.test(code) && (!inJsx || listens);
    const isEarly = isFirst && !isSet && !(isTaken && !isRead);
    const isChange = changes.names.size > 0 || changes.isTold;
    const isSure = isRead || changes.names.size > 0;
    return { code, origin, isFirst, isRead, isSure, isLate: isChange && !isEarly };
  });
  const isAny = isTaken || isClicked || all.some(({ isLate, isRead }) => isLate && isRead);
  for (const { code, origin, isFirst, isRead, isSure, isLate } of all) {
    const inListener = inJsx ? listens : language === "angular" || isPlain || (isFirst && isTaken);
    const own = inJsx ? code : (origin?.code ?? (isPlain ? readOwnCode(code, chat, facts) : null));
    const isNeeded = isPlain ? isRead : isAny;
    if (!isLate || !isNeeded) found.statements.push(code);
    else if (inListener && own !== null && !asksClick(own, facts))
      found.guarded.push({ code: own, after: new Set() });
    else if (!inListener && (inJsx || !asksClick(code, facts))) found.late.push(code);
    else (isSure ? found.left : found.statements).push(code);
  }
  return found;
}

/** What is set by a call, or told to others: the old code reads the value from before, wherever that stood. */
const SETS = /^\s*(?:set[A-Z]\w*|(?:[\w$]+\.)*(?:setState|\$?emit|on[A-Z]\w*))\s*(?:\?\.\s*)?\(/;

/** Whether a statement has something of the handler that it stood in. */
function asksClick(code: string, { language }: Facts): boolean {
  const words = ["event", "$event", "arguments", ...(language === "html" ? ["this"] : [])];
  return mentions(parseScript(code).program, new Set(words));
}

/** Whether a statement of an element's own handler stands before what starts the chat there: the last that is not kept. */
function isBeforeOpening(one: string, kept: readonly string[], { start }: Chat, facts: Facts) {
  if (!start.trigger) return true;
  const show = (source: string) => facts.pieces.show(source);
  return listInline(start.trigger, facts).every((code) => {
    const sources = listSources(liftTags(code, facts.pieces).text).map(show);
    const opening = sources.map((source) => kept.includes(source)).lastIndexOf(false);
    return sources.lastIndexOf(one) < opening;
  });
}
