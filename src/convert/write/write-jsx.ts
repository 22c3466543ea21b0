import { markOf } from "../chats.js";
import { toDatasetKey } from "../read/markup/dataset.js";
import { parseScript } from "../read/script/parse-script.js";
import { mentions } from "../read/script/references.js";
import { isAtClick } from "./values/at-click.js";
import type { Computed } from "./values/computed.js";
import { isOfScript } from "./values/in-page.js";
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
  { computed, statements, chat, facts }: Draft,
  { handler, open, asks }: Syntax,
): { attributes: string[]; rest: Computed[] } {
  const { isAstro } = facts;
  const rest = computed.filter((one) => (isAstro ? isOfScript(one, chat) : one.isAwaited));
  const now = computed.filter((one) => !rest.includes(one));
  // Astro's markup has no handlers.
  const rendered = now.filter(({ code }) => isAstro || !isAtClick(code, false, !asks));
  const clicked = now.filter((one) => !rendered.includes(one));
  const attributes = rendered.map((one) => `${markOf(one.field)}=${open}${one.code}}`);
  const lines = [
    ...statements.map((source) => `${source.replace(/^await\s+|;$/g, "")};`),
    ...clicked.map(({ field, code }) => {
      const line = `event.currentTarget.dataset.${toDatasetKey(markOf(field))} = ${code};`;
      return mayThrow(code) ? `try { ${line} } catch (error) { console.error(error); }` : line;
    }),
  ];
  if (lines.length > 0) {
    const isAsked = clicked.length > 0 || (asks && statements.some(asksEvent));
    const parameter = isAsked ? "(event)" : "()";
    attributes.push(`${handler}=${open}${parameter} => { ${lines.join(" ")} }}`);
  }
  return { attributes, rest };
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
