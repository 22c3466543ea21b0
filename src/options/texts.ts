import { trim } from "../builtins.js";
import { EVENT_LIMIT, EXTRA_LIMIT } from "../kakao.js";
import type { Code, Report } from "../problems.js";

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
