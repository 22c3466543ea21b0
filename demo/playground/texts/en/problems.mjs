/** @type {Record<keyof typeof import("../ko/problems.mjs").PROBLEMS, string>} */
export const PROBLEMS = {
  KC101: "Enter the channel’s search id.",
  KC102: "A template’s left-over: the script or template had no value for the id.",
  KC103:
    "The channel page’s address. Enter the id from 관리자센터, **프로필 > 검색용 아이디** instead.",
  KC104: "The address of a chat window. Enter the search id alone, which begins with `@`.",
  KC106: "An id with `_` is the public one. Enter the search id, which begins with `@`.",
  KC107:
    "A character that no id has. Copy the id alone, with its `@`: no address, white space or signs.",
  KC111: "Tidied: it is sent, and copied, as `{uuid}`.",
  KC112: "A capital letter. Most ids have none: compare with 관리자센터.",
  KC113: "A rare character for an id: compare with 관리자센터.",
  KC114: "Over 15 characters: compare with 관리자센터.",
  KC211: "It looks like a template’s left-over. It is sent as written.",
  KC212: "Over 1,000: the last {over} are cut. Send something short to look the rest up with.",
  KC213: "Nothing of the page has that name. Use the buttons above. It is sent as written.",
  KC214: "A CSS selector that this browser cannot read. It is sent as written.",
  KC215: "This goes only to a channel that the script’s tag names. It is sent as written.",
  KC221: "It looks like personal data: {kinds}. Kakao’s rules forbid it.",
  KC311: "An unknown value: the default is taken, or capitals and white space are tidied.",
  KC312: "Whole pixels, 1024 × 800 or more. Below that, this size is taken.",
  KC316: "The address has over 7,000 characters, so it goes by POST.",
  KC317: "On a PC, meta information must go to a popup or a new tab: Kakao’s rule.",
  KC411: "Over 100 characters: compare with the bot’s event name.",
  KC412: "Only used if the bot answers first: change **Who answers first?**",
  KC701: "The position is `bottom-right` or `bottom-left`. It stays at the bottom right.",
  KC702: "Write two or four numbers of pixels, with spaces between.",
  KC703: "The shape is `pill` or `round`.",
  KC704: "This browser does not know the colour, so the button stays yellow.",
  KC705: "A media query that this browser cannot read.",
  KC706: "Write paths that begin with `/`, with spaces between.",
  KC707: "The floating button has no such setting. Check its name.",
  KC708: "The text looks like a template’s left-over. The usual words are shown.",
  KC801: "Write an address that begins with `https://`.",
};

/** @type {Record<keyof typeof import("../ko/problems.mjs").KINDS, string>} */
export const KINDS = {
  "kind.e-mail": "e-mail address",
  "kind.phone": "mobile number",
  "kind.card": "card number",
  "kind.resident id": "registration number",
};
