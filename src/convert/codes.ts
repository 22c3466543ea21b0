/** How much something matters: what keeps a chat from working, what may, what is only said. */
export type Level = "error" | "warning" | "note";

/** What can be found in old code, beside what is wrong with the values themselves (KC1xx to KC4xx). */
export const CONVERT_CODES = {
  /** The channel's own chat, which is no consultation. */
  KC940: "warning",
  /** A page that goes on to the chat by itself: a partner's. */
  KC941: "note",
  /** More than one channel, of which one button has the first. */
  KC942: "warning",
  /** Several elements start a chat: several buttons. */
  KC943: "note",
  /** Attributes, or parts of the address, that the new button lacks. */
  KC944: "note",
  /** Statements of the old handler that the new button has. */
  KC945: "note",
  /** Statements that stay in the old script. */
  KC946: "note",
  /** A value that can be reached within the old function alone. */
  KC947: "warning",
  /** A value that a script makes at the click. */
  KC948: "note",
  /** A value of a server's template. */
  KC949: "note",
  /** Curly quotes in code. */
  KC950: "error",
  /** A popup below the recommended size. */
  KC951: "warning",
  /** A form without `accept-charset`. */
  KC952: "warning",
  /** A form at each click, never removed. */
  KC953: "warning",
  /** A window that opens after an answer or a timer. */
  KC954: "warning",
  /** `noopener`, and yet the window is looked at. */
  KC955: "warning",
  /** No new window: the shop's page goes to the chat. */
  KC956: "warning",
  /** A value by the name of a login id or a token. */
  KC957: "warning",
  /** `includeScript`, which is for a partner's page. */
  KC958: "warning",
  /** An element that no keyboard reaches. */
  KC959: "warning",
  /** Code in an attribute. */
  KC960: "warning",
  /** A window that keeps its opener. */
  KC961: "warning",
  /** A value that goes into the address unencoded. */
  KC962: "warning",
  /** A parameter that none of Kakao's documents has. */
  KC963: "warning",
  /** `&amp;` left in an address. */
  KC964: "warning",
  /** Code that could not be read. */
  KC965: "note",
  /** A window that opens as the page loads. */
  KC966: "warning",
  /** A function that was not pasted gets the address. */
  KC967: "note",
  /** The address of a chat that has begun. */
  KC968: "error",
  /** A value that is waited for. */
  KC969: "note",
  /** Names of the page that a value needs. */
  KC970: "warning",
  /** A condition that the new button does not ask. */
  KC971: "warning",
  /** The encoding around a server's template was taken off. */
  KC972: "note",
  /** An address, without the code that opens it. */
  KC973: "note",
  /** A dealer's page, which starts the consultation itself. */
  KC974: "note",
  /** The address is in a name whose value was not pasted. */
  KC975: "note",
  /** An open chat (오픈채팅), which needs no channel and is no consultation. */
  KC976: "note",
  /** Not all of the code was read: it took too many steps. */
  KC977: "warning",
  /** The old button was not pasted. */
  KC978: "note",
  /** The channel is chosen at the click. */
  KC979: "note",
  /** What the old code did where something failed, or at its end. */
  KC984: "note",
  /** A condition that the new code asks. */
  KC988: "note",
  /** Such a condition, with names that the page has to have. */
  KC989: "warning",
  /** A field starts a chat: what is chosen in a `<select>`. */
  KC992: "warning",
} as const satisfies Record<string, Level>;

export type ConvertCode = keyof typeof CONVERT_CODES;

/** What else such a code is said of: each such cause has words of its own, and how grave it is. */
export const CONVERT_CAUSES = {
  /** The same click opens the app by an address of its own, first or in another branch. */
  "KC940 app": "note",
  /** A page of the channel's that is no chat: a post, its coupons, adding it as a friend. */
  "KC940 page": "note",
  /** Another link, which has no name, and none of its own to be called by. */
  "KC940 other": "warning",
  /** Each of several buttons has a channel of its own: none is lost. */
  "KC942 own": "note",
  /** What stands around a button, and holds nothing else, starts another chat. */
  "KC942 around": "warning",
  /** The same, if it is the button's own chat, or none. */
  "KC943 around": "warning",
  /** A button stands in another, which holds more. */
  "KC943 within": "note",
  /** A component of the page's, and what it is told. */
  "KC944 component": "note",
  /** The old button sends its form, too. */
  "KC944 submit": "warning",
  /** The old code waits for it before it starts the chat. */
  "KC946 first": "warning",
  /** A handler of other elements, too, which hears the new button's click. */
  "KC946 shared": "warning",
  /** The script that makes the element has it. */
  "KC947 made": "warning",
  /** It stands alone in an address' query, and may be URL-encoded already. */
  "KC949 address": "note",
  /** A function opens a button's chat, too, with nothing clicked. */
  "KC966 caller": "warning",
  /** Where the condition does not hold, the same click goes on with something else. */
  "KC971 work": "warning",
  /** What the address is otherwise is known alone: `process.env.TALK || "https://..."`. */
  "KC975 default": "warning",
  /** The window was blocked. */
  "KC984 blocked": "note",
  /** The condition is about the items of a list. */
  "KC988 item": "note",
  /** A form's `submit` starts a chat. */
  "KC992 submit": "warning",
} as const satisfies Record<`${ConvertCode} ${string}`, Level>;

/** What no new button has, whatever the old one did. */
const SETTLED = [
  "KC951",
  "KC952",
  "KC953",
  "KC954",
  "KC955",
  "KC956",
  "KC959",
  "KC960",
  "KC961",
  "KC962",
  "KC964",
] as const satisfies readonly ConvertCode[];

export type SettledCode = (typeof SETTLED)[number];

export function isSettledCode(code: string): boolean {
  return SETTLED.some((one) => one === code);
}

/** One thing that was found. Its words are in `check/words/{ko,en}/convert.ts`. */
export interface Finding {
  code: ConvertCode;
  /** What belongs into the words. */
  values: Record<string, string>;
  /** Where in what was given; -1 if there is no one place. */
  place: number;
  /** Its other places. */
  more?: readonly number[];
}

/** @param values what belongs into the words */
export function finding(
  code: ConvertCode,
  place = -1,
  values: Record<string, string> = {},
): Finding {
  return { code, values, place };
}
