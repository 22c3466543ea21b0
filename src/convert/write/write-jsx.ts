import { markOf } from "../fields.js";
import { toDatasetKey } from "../read/markup/dataset.js";
import { parseScript } from "../read/script/parse-script.js";
import { mentions } from "../read/script/references.js";
import { isChangedBy, readChanges } from "./kept/changes.js";
import { isAtClick } from "./values/at-click.js";
import type { Computed } from "./values/computed.js";
import { asksHeld } from "./values/held.js";
import { isOfScript } from "./values/in-page.js";
import { writeForItem } from "./values/item-condition.js";
import { listLocals } from "./values/locals.js";
import type { Draft } from "./write.js";

/** How markup within a script has its values. */
export interface Syntax {
  /** The attribute that is called at a click. */
  handler: string;
  /** What begins an expression. */
  open: "{" | "${";
  /** Statements mean the click's event by `event`, and nothing of the component's. */
  asks: boolean;
}

/** JSX's values: an attribute for what is known as the page is made, a handler for what a click alone knows. */
export function writeJsx(
  draft: Draft,
  { handler, open, asks }: Syntax,
): { attributes: string[]; rest: Computed[] } {
  const { computed, statements, late, chat, facts } = draft;
  const { isAstro } = facts;
  const done = [...statements, ...late];
  const rest = computed.filter((one) => (isAstro ? isOfScript(one, chat) : one.isAwaited));
  const now = computed.filter((one) => !rest.includes(one));
  // Astro's markup has no handlers.
  const rendered = now.filter(
    (one) => isAstro || isRendered(one, { chat, facts, statements: done }, asks),
  );
  const clicked = now.filter((one) => !rendered.includes(one));
  const { item } = chat;
  const attributes = rendered.map(({ field, code }) => {
    const made = item ? writeForItem(code, item, "undefined") : code;
    return `${markOf(field)}=${open}${made}}`;
  });
  const writeKept = (source: string) => `${source.replace(/^await\s+|;$/g, "")};`;
  const lines = [
    ...statements.map(writeKept),
    ...clicked.map(({ field, code }) => {
      const line = `event.currentTarget.dataset.${toDatasetKey(markOf(field))} = ${code};`;
      return mayThrow(code) || asksHeld(code, facts)
        ? `try { ${line} } catch (error) { console.error(error); }`
        : line;
    }),
    ...late.map(writeKept),
  ];
  const isAsked = clicked.length > 0 || (asks && done.some(asksEvent));
  const made = `${isAsked ? "(event)" : "()"} => { ${lines.join(" ")} }`;
  if (item) {
    const own = lines.length > 0 ? made : "undefined";
    attributes.push(`${handler}=${open}${writeForItem(own, item, item.handler.code)}}`);
  } else if (lines.length > 0) attributes.push(`${handler}=${open}${made}}`);
  return { attributes, rest };
}

/**
 * Whether an attribute says a value: not what only a click knows, nor what the click changes.
 *
 * @param asks as above
 */
export function isRendered(
  { code }: Pick<Computed, "code">,
  { statements, chat, facts }: Pick<Draft, "statements" | "chat" | "facts">,
  asks = true,
): boolean {
  if (isAtClick(code, false, !asks, listLocals(chat.start.trigger)) || asksHeld(code, facts))
    return false;
  return (
    chat.start.how === "link" ||
    isReadLate(code, chat.start) ||
    !statements.some((one) => isChangedBy(code, readChanges(one, facts), facts))
  );
}

/** `this.setState({ no }, () => open(this.state.no))`: what a click sets is rendered before it is read. */
function isReadLate(code: string, { isLate, how, form }: Draft["chat"]["start"]): boolean {
  return isLate && (how === "form" ? form?.origin === "page" : /\bthis\.state\b/.test(code));
}

/** A browser's own storage throws where a visitor blocks it, and so may whatever is called. */
function mayThrow(code: string): boolean {
  return /\(|\b(?:local|session)Storage\b/.test(code);
}

const EVENT: ReadonlySet<string> = new Set(["event"]);

/** Whether a statement needs its handler's event. */
export function asksEvent(statement: string): boolean {
  return mentions(parseScript(statement).program, EVENT);
}
