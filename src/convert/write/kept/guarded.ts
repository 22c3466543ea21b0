import type { Node } from "@babel/types";
import type { Chat } from "../../chats.js";
import { isInAlpine } from "../../read/frameworks/alpine.js";
import type { Facts } from "../../read/read.js";
import { parseScript } from "../../read/script/parse-script.js";
import { mentions } from "../../read/script/references.js";
import type { Asked } from "../values/asked.js";
import { listLocals } from "../values/locals.js";
import { findNeeded } from "../values/needed.js";
import { readOwnCode } from "../values/own-data.js";
import { isBehind } from "./behind.js";
import type { Tracking } from "./tracking.js";

/** A statement that goes with starting the chat, if what is asked before it lets a click pass. */
export interface Guarded {
  code: string;
  /** What is asked before it. */
  after: ReadonlySet<Node>;
}

/** The same of the code in an element's attribute: what stands behind a question there; `null` if it does not, or cannot. */
export function findGuarded(
  statement: string,
  handler: string,
  all: readonly Asked[],
  chat: Chat,
  facts: Facts,
): Guarded | null {
  if (facts.language !== "html" || isInAlpine(chat.start.trigger)) return null;
  if (mentions(parseScript(statement).program, OF_HANDLER)) return null;
  const place = handler.lastIndexOf(statement);
  const { program, text } = parseScript(handler);
  const sourceOf = ({ start, end }: Node) => text.slice(start ?? 0, end ?? 0);
  const asked = all.filter(({ source, holds, isAwaited }) => {
    const isTest = (one: Node) => sourceOf(one) === source;
    return !isAwaited && isBehind(program, isTest, holds, place);
  });
  const code = readOwnCode(facts.pieces.show(statement), chat, facts);
  if (asked.length === 0 || code === null) return null;
  return { code, after: new Set(asked.map(({ test }) => test)) };
}

/** What only the attribute's own code has. */
const OF_HANDLER: ReadonlySet<string> = new Set(["this", "event", "arguments"]);

/** Whether a statement waits for what is asked, and the function that asks does not know what the markup around the button is told. */
export function isOutOfReach(
  { code, after }: Tracking,
  asked: readonly Asked[],
  { start }: Chat,
  facts: Facts,
): boolean {
  if (!asked.some(({ test }) => after.has(test))) return false;
  const locals = listLocals(start.trigger);
  return findNeeded(code, facts).some((name) => locals.has(name));
}

/** Whether a statement is come to only if what the new code asks lets a click pass, so that it stands behind that. */
export function isGuarded(
  one: Tracking,
  asked: readonly Asked[],
  chat: Chat,
  facts: Facts,
): boolean {
  const isAfter = asked.some(({ test, isAwaited }) => !isAwaited && one.after.has(test));
  if (!isAfter || /^\s*(?!await\b).*\bawait\b/s.test(one.code)) return false;
  return !isOutOfReach(one, asked, chat, facts);
}
