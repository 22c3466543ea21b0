import { trim } from "../builtins.js";
import { EVENT_LIMIT, EXTRA_LIMIT } from "../kakao.js";
import type { Code, Report } from "../problems.js";

/** How JSON begins that holds a token: an object, a list or a text. */
const JSON_BEGINNING = /^\s*(?:\{\s*"|\[|")/;

/** Whether an extra is JSON, in which a token is a part of a text. */
export function parsesAsJson(text: string): boolean {
  // Most extras are none, and an exception takes longer than the rest of the click.
  if (!JSON_BEGINNING.test(text)) return false;
  // MooTools 1.2 has a `JSON` of its own, which parses nothing.
  if (typeof JSON.parse !== "function") return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Inside JSON, the quotes of an attribute selector are escaped. Null if it is no part of a string. */
export function unescapeJson(text: string): string | null {
  if (!/["\\]/.test(text)) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return null;
  }
}

/**
 * What a template engine or a script leaves behind if a value was missing: `undefined`, `null` or `NaN` as a
 * whole value, `{{x}}`, `{%x%}`, `{$x}`, `{!!x!!}`, `${x}`, `#{x}`, `<%= x %>`, `<?= x ?>`, `[object Object]`.
 */
export const LEFTOVER = /(?:^@?|=)(?:undefined|null|NaN)(?![^&,;])|\{[{%$!]|[$#]\{|<[%?]|\[object /;

/**
 * A text as it arrives at the other end. `encodeURIComponent` throws on a lone surrogate, and sends a line
 * end as written; a form sends U+FFFD and CRLF. Now both send the same.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#constructing-entry-list
 */
export function toFormText(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/\r\n?|\n/g, "\r\n");
}

/** Checks an extra, which is cut once it is known what must not be cut in two. Machines parse it, so nothing else is changed. */
export function parseExtra(extra: string, report: Report): string {
  if (LEFTOVER.test(extra)) report("KC211", "text", "a left-over");
  reportIfTooLong(extra, EXTRA_LIMIT, report, "KC212");
  return extra;
}

/** The bot event as it will be sent: Hangul and capitals matter to the bot, so they stay. */
export function parseEvent(text: string, report: Report): string {
  const event = trim(text);
  reportIfTooLong(event, EVENT_LIMIT, report, "KC411");
  return event;
}

function reportIfTooLong(text: string, limit: number, report: Report, code: Code): void {
  if (text.length > limit) report(code, `at most ${limit} characters`, text.length);
}
