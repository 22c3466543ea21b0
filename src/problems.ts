/**
 * The codes of what keeps a chat from opening. docs/codes.md says what to do about each.
 */
export const ERRORS = [
  "KC101", // no id
  "KC102", // a template's left-over
  "KC103", // an address of pf.kakao.com
  "KC104", // an address of bizmessage.kakao.com
  "KC106", // a public id, `_xxxx`
  "KC107", // white space or a character that no id has
  "KC108", // an id that the page's `channels` do not list
  "KC501", // a handler of the page prevented the click
  "KC503", // KakaoChat.open() inside kakao-chat:before
  "KC801", // no https address
  "KC802", // an id that the partner's page does not list
  "KC803", // a partner that the page does not name
] as const;

/**
 * The codes of what keeps no chat from opening: it starts all the same, because a slip in the meta information must not
 * keep a consultation from starting (the API document's rule).
 */
export const WARNINGS = [
  "KC111", // tidied
  "KC112", // upper case
  "KC113", // a rare character
  "KC114", // longer than usual
  "KC211", // a template's left-over
  "KC212", // cut
  "KC213", // no token of that name
  "KC214", // a selector that this browser does not parse
  "KC215", // a token that only ids named page-wide may use
  "KC221", // personal data
  "KC311", // none of the known values
  "KC312", // not a number of pixels
  "KC314", // an unknown name
  "KC315", // no text
  "KC316", // too long for GET
  "KC317", // the same window on a PC
  "KC318", // `&amp;` in a link's address
  "KC411", // a long event
  "KC412", // an event without a bot
  "KC502", // the page has a `window.open` of its own
  "KC601", // the script's own tag was not found
  "KC701", // the launcher's position
  "KC702", // the launcher's offset
  "KC703", // the launcher's look
  "KC704", // the launcher's colour
  "KC705", // the launcher's media query
  "KC706", // the launcher's paths
  "KC707", // an unknown setting of the launcher
  "KC708", // a template's left-over in the launcher's label
  "KC811", // a mistyped includeScript
  "KC812", // includeScript did not load
] as const;

/** The code of a problem. The list that it stands in says its level. */
export type Code = (typeof ERRORS)[number] | (typeof WARNINGS)[number];

/** One thing that is wrong with a button, a call or the page's defaults. */
export interface Problem {
  /** Stable: `KC101` and so on. docs/codes.md says what to do about each. */
  code: Code;
  /** The option's name, or the name as written if it is an unknown one. */
  field: string;
  /** `error`: no chat opens. `warning`: it opens all the same. */
  level: "error" | "warning";
  /** "expected ..., got ...": English, one line, never with the value of an extra. */
  message: string;
}

/** Reports one problem of one field. Without `got`, the message quotes the field's text. */
export type Report = (code: Code, expected: string, got?: string | number) => void;

/**
 * A {@link Report} that adds to a list.
 *
 * @param text what the field holds
 */
export function reporterFor(problems: Problem[], field: string, text = ""): Report {
  return (code, expected, got = quote(text)) => {
    problems.push({
      code,
      level: ERRORS.some((each) => each === code) ? "error" : "warning",
      field,
      message: `expected ${expected}, got ${got}`,
    });
  };
}

/** Whether a problem keeps the chat from opening. */
export function isError(problem: Problem): boolean {
  return problem.level === "error";
}

/** Anything but printable ASCII and Hangul: it may be invisible, or look like another character. */
const UNCLEAR = /[^ -~\u3131-\ud7a3]/g;

/** A value of the page as a message shows it: on one line, short, `?` for unclear characters. */
export function quote(value: string): string {
  const start = value.slice(0, 60);
  try {
    return JSON.stringify(start).replace(UNCLEAR, "?");
  } catch {
    // MooTools 1.2 puts an object without `stringify` in the place of `JSON`.
    return `"${start.replace(UNCLEAR, "?")}"`;
  }
}
