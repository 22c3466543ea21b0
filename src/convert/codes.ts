/** How much something matters: what keeps a chat from working, what may, what is only said. */
export type Level = "error" | "warning" | "note";

/** What can be found in old code, beside what is wrong with the values themselves (KC1xx to KC4xx). */
export const CONVERT_CODES = {
  /** The channel's own chat, which is no consultation. */
  KC940: "warning",
  /** A page that goes on to the chat by itself: a partner's. */
  KC941: "note",
  KC942: "warning",
  KC943: "note",
  KC944: "note",
  KC945: "note",
  KC946: "note",
  KC947: "warning",
  KC948: "note",
  KC949: "note",
  KC950: "error",
  KC951: "warning",
  KC952: "warning",
  KC953: "warning",
  KC954: "warning",
  KC955: "warning",
  KC956: "warning",
  KC957: "warning",
  KC958: "warning",
  KC959: "warning",
  KC960: "warning",
  KC961: "warning",
  KC962: "warning",
  KC963: "warning",
  KC964: "warning",
  KC965: "note",
  KC966: "warning",
  KC967: "note",
  KC968: "error",
  KC969: "note",
  KC970: "warning",
  KC971: "warning",
  KC972: "note",
  KC973: "note",
  /** A dealer's page, which starts the consultation itself. */
  KC974: "note",
  KC975: "note",
  /** An open chat (오픈채팅), which needs no channel and is no consultation. */
  KC976: "note",
  KC977: "warning",
  KC978: "note",
  KC979: "note",
  KC984: "note",
  KC988: "note",
  KC989: "warning",
  /** A field starts a chat: what is chosen in a `<select>`. */
  KC992: "warning",
} as const satisfies Record<string, Level>;

export type ConvertCode = keyof typeof CONVERT_CODES;

/** One thing that was found: its words are in `words.ts`. */
export interface Finding {
  code: ConvertCode;
  /** What belongs into the words. */
  values: Record<string, string>;
  /** Where in what was given; -1 if there is no one place. */
  place: number;
}
