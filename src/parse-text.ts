import { isOver, type Note } from "./problem";

/** What a template engine or a script leaves behind where a value was missing. */
export const LEFTOVER = /(^@?|=)(undefined|null|NaN)(?![^&,;])|[{$#]\{|\{[%$=]|<[%?]|\[object /;

/** The API document: extra is cut at 1,000 characters, without an error. */
const EXTRA_LIMIT = 1000;
/** One dealer's limit for a bot event's name; Kakao publishes none. */
const EVENT_LIMIT = 100;

/** `encodeURIComponent` throws on a lone surrogate; a form sends U+FFFD. Now both send U+FFFD. */
export function toWellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/**
 * A form sends every line end as CRLF, an encoded query sends it as written: CRLF from the start
 * makes both deliver the same string.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#constructing-entry-list
 */
function toFormText(text: string): string {
  return toWellFormed(text).replace(/\r\n?|\n/g, "\r\n");
}

/** The extra as it will be sent. Machines parse it at the other end, so nothing else is changed. */
export function parseExtra(text: string, note: Note): string {
  if (LEFTOVER.test(text)) note(211, "text", "a template's left-over");
  const extra = toFormText(text);
  return isOver(EXTRA_LIMIT, extra.length, note, 212)
    ? extra.slice(0, EXTRA_LIMIT).replace(/[\ud800-\udbff\r]$/, "")
    : extra;
}

/** The bot event as it will be sent: Hangul and capitals matter to the bot, so they stay. */
export function parseEvent(text: string, note: Note, { bot }: { bot?: string }): string {
  const event = toFormText(text.trim());
  isOver(EVENT_LIMIT, event.length, note, 411);
  if (event && !/true|auto/.test(bot as string)) note(412, "bot true or auto", bot || "none");
  return event;
}
