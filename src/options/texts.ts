import { type Note, noteLength } from "../problems.js";

/** What a template engine or a script leaves behind where a value was missing. */
export const LEFTOVER = /(^@?|=)(undefined|null|NaN)(?![^&,;])|\{[{%]|[$#]\{|<[%?]|\[object /;

/** The API document: extra is cut at 1,000 characters, without an error. */
const EXTRA_LIMIT = 1000;
/** One dealer's limit for a bot event's name; Kakao publishes none. */
const EVENT_LIMIT = 100;

/**
 * What arrives at the other end. `encodeURIComponent` throws on a lone surrogate, and sends a line
 * end as written; a form sends U+FFFD and CRLF. Now both send the same.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#constructing-entry-list
 */
export function toFormText(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/\r\n?|\n/g, "\r\n");
}

/** The extra as it will be sent. Machines parse it at the other end, so nothing else is changed. */
export function parseExtra(extra: string, note: Note): string {
  if (LEFTOVER.test(extra)) note(211, "text", "a left-over");
  noteLength(extra, EXTRA_LIMIT, note, 212);
  // Neither half a surrogate pair nor half a line end; a shorter text ends in no such half.
  return extra.slice(0, EXTRA_LIMIT).replace(/[\ud800-\udbff\r]$/, "");
}

/** The bot event as it will be sent: Hangul and capitals matter to the bot, so they stay. */
export function parseEvent(text: string, note: Note, { bot }: { bot?: string }): string {
  const event = text.trim();
  noteLength(event, EVENT_LIMIT, note, 411);
  if (event && !/true|auto/.test(bot as string)) note(412, "bot true|auto", bot || "none");
  return event;
}
