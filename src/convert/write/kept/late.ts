import type { Chat } from "../../chats.js";
import { isInAlpine } from "../../read/frameworks/alpine.js";
import type { Facts } from "../../read/read.js";
import { parseScript } from "../../read/script/parse-script.js";
import { mentions } from "../../read/script/references.js";
import { liftTags } from "../../read/server/statement-tags.js";
import type { Asked } from "../values/asked.js";
import type { Computed } from "../values/computed.js";
import { needsScript } from "../values/needs-script.js";
import { readOwnCode } from "../values/own-data.js";
import { isChangedBy, readChanges } from "./changes.js";
import type { Counting } from "./counting.js";
import { listInline } from "./inline.js";
import { isRendered } from "./rendered.js";
import { listSources } from "./statements.js";
import type { Tracking } from "./tracking.js";

/** What is kept, with what has to come after the values were read. */
export interface Ordered extends Pick<Counting, "statements" | "guarded" | "left"> {
  late: string[];
}

/** A kept statement, with what is known of it. */
interface Statement {
  code: string;
  origin: Tracking | undefined;
  /** It stood before what starts the chat. */
  isFirst: boolean;
  /** What it changes is read for the chat. */
  isRead: boolean;
  /** What it changes is known. */
  isSure: boolean;
  /** It changes something once the old code has read the values. */
  isLate: boolean;
}

/** How the new button hears of its click. */
interface Hearing {
  isPlain: boolean;
  inJsx: boolean;
  /** A script listens for it. */
  listens: boolean;
  /** What listens does not hear of a button that is taken away. */
  isTaken: boolean;
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
  const found: Ordered = { statements: [], guarded: [...guarded], left: [...left], late: [] };
  // What a link leads to is read once its handlers are done.
  if (chat.start.how === "link") return { ...found, statements };
  const hearing = hearClick(computed, asked, chat, facts);
  const isClicked =
    hearing.inJsx && computed.some((one) => !isRendered(one, { statements: [], chat, facts }));
  const codes = [...computed, ...asked].map(({ code }) => code);
  const all = statements.map((code): Statement => {
    const origin = origins.get(code);
    const isFirst = origin?.isFirst ?? isBeforeOpening(code, statements, chat, facts);
    return { ...readStatement(code, isFirst, codes, hearing, facts), origin };
  });
  const isAny = hearing.isTaken || isClicked || all.some(({ isLate, isRead }) => isLate && isRead);
  for (const one of all) {
    const isNeeded = hearing.isPlain ? one.isRead : isAny;
    if (one.isLate && isNeeded) putLate(one, found, hearing, chat, facts);
    else found.statements.push(one.code);
  }
  return found;
}

function hearClick(
  computed: readonly Computed[],
  asked: readonly Asked[],
  chat: Chat,
  facts: Facts,
): Hearing {
  const { language } = facts;
  const isPlain = language === "html" && !isInAlpine(chat.start.trigger);
  const inJsx = language === "jsx" || language === "lit";
  const listens = asked.length > 0 || computed.some((one) => needsScript(one, chat, facts));
  return { isPlain, inJsx, listens, isTaken: listens && !isPlain };
}

/** @param codes the values and the conditions */
function readStatement(
  code: string,
  isFirst: boolean,
  codes: readonly string[],
  { inJsx, listens, isTaken }: Hearing,
  facts: Facts,
): Omit<Statement, "origin"> {
  const changes = readChanges(code, facts);
  const isRead = codes.some((one) => isChangedBy(one, changes, facts));
  const isSet = SETS.test(code) && (!inJsx || listens);
  const isEarly = isFirst && !isSet && !(isTaken && !isRead);
  const isChange = changes.names.size > 0 || changes.isTold;
  const isSure = isRead || changes.names.size > 0;
  return { code, isFirst, isRead, isSure, isLate: isChange && !isEarly };
}

/** Where a statement stands that is to come after the values were read: in what listens, in the markup, or nowhere. */
function putLate(
  { code, origin, isFirst, isSure }: Statement,
  into: Ordered,
  { isPlain, inJsx, listens, isTaken }: Hearing,
  chat: Chat,
  facts: Facts,
): void {
  const inListener = inJsx
    ? listens
    : facts.language === "angular" || isPlain || (isFirst && isTaken);
  const own = inJsx ? code : (origin?.code ?? (isPlain ? readOwnCode(code, chat, facts) : null));
  if (inListener && own !== null && !asksClick(own, facts))
    into.guarded.push({ code: own, after: new Set() });
  else if (!inListener && (inJsx || !asksClick(code, facts))) into.late.push(code);
  else (isSure ? into.left : into.statements).push(code);
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
