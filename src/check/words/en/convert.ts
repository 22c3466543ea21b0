import type { ConvertCode, SettledCode } from "../../../convert/codes.js";
import type { Pair } from "../words.js";

/** What the converter says of old code, and the check of the old buttons in a page. */
export const CONVERT: Record<ConvertCode, Pair> = {
  KC940: [
    "“{label}” leads to the channel’s home or its own chat (`{what}`). It works as it is, but it is no consultation (상담톡).",
    "For a consultation, use the channel’s search id (`@…`). The public id (`_…`) is not it.",
  ],
  KC941: [
    "A page in between, which goes on to the chat by itself.",
    "Make it a partner’s page instead of a button: `kakao-chat-partner.js`.",
  ],
  KC942: [
    "One button has more than one channel, of which the first was taken. All of them: {ids}",
    "If the channel depends on something, make a button for each.",
  ],
  KC943: [
    "{count} elements start a chat, so there are {count} buttons.",
    "Put each into its old place.",
  ],
  KC944: ["Not in the new button: `{names}`", "Add it by hand if you need it."],
  KC945: [
    "Kept from your code: `{source}`",
    "What it calls has to be within reach there: on the page, or in the component.",
  ],
  KC946: [
    "Left in your script, and not taken over: `{source}`",
    'Call it in `document.addEventListener("kakao-chat:open", (event) => { … })`. The button is `event.target` there.',
  ],
  KC947: [
    "`{name}` could not be taken over: `{names}` can be reached within the old function alone.",
    "Set the attribute `{attribute}` where the value can be reached.",
  ],
  KC948: [
    "`{name}` comes from a script (`{source}`). The converted code fills it in the same way.",
    "Nothing to do.",
  ],
  KC949: [
    "`{name}` comes from a server’s template, which is in the new button too.",
    "See that the template escapes it for HTML.",
  ],
  KC950: [
    "Curly quotes (“ ”) in the code. Browsers do not take them for quotes.",
    'Replace them by straight ones (").',
  ],
  KC951: [
    "A popup of {size}, below Kakao’s recommended 1024 × 800.",
    "Leave the size away, or make it 1024 × 800.",
  ],
  KC952: [
    "The form has no `accept-charset`: on an EUC-KR page Hangul would arrive garbled.",
    'Add `accept-charset="utf-8"` to the form.',
  ],
  KC953: [
    "A new form at each click, never removed: they pile up in the page.",
    "Remove the form once it is sent.",
  ],
  KC954: [
    "The window opens after an answer or a timer. If that takes long (a second in Safari), it is blocked.",
    "Open the window in the click itself, and give it its address later.",
  ],
  KC955: [
    "With `noopener`, `window.open` always returns `null`: blocked and opened look alike.",
    "Do without `noopener`, or without looking at what it returns.",
  ],
  KC956: [
    "No new window: the shop’s own page is navigated away.",
    'Open a new window, as `target="_blank"` does.',
  ],
  KC957: [
    "It sends a value by the name of a login id or a token (`{name}`).",
    "Meta information must hold no personal data: send a number to look things up by, or encrypt it.",
  ],
  KC958: [
    "`includeScript` is for a partner’s page.",
    "If this page only has the button, remove it.",
  ],
  KC959: [
    "A `<{name}>` cannot be used by keyboard, and is no button to a screen reader.",
    'Make it a `<button type="button">`.',
  ],
  KC960: [
    "Code within the HTML (`onclick`, `javascript:`): dead under a CSP that forbids inline code.",
    "Listen to the click in a script file.",
  ],
  KC961: [
    "The window keeps a reference to the page (`opener`), and could send it elsewhere.",
    "Add `noopener` to the third argument of `window.open`.",
  ],
  KC962: [
    "`{names}` goes into the address unencoded: a `&` or `#` in it cuts it.",
    "Put `encodeURIComponent()` around the value.",
  ],
  KC963: [
    "`{name}` is in none of Kakao’s documents.",
    "The new button does without it. If the counsellor needs it, put it into `extra`.",
  ],
  KC964: ["`&amp;` was left in the address: all but the first value are lost.", "Write `&` there."],
  KC965: [
    "Some code could not be read: `{source}`",
    "See whether it is cut off or has a syntax error. A button that a server’s helper makes is to be converted by hand.",
  ],
  KC966: [
    "The window opens as the page loads, without a click: it is blocked as a popup.",
    "Let a click open it.",
  ],
  KC967: [
    "A function that was not pasted (`{name}`) gets this address.",
    "The new button does not need it. See whether it does something else too.",
  ],
  KC968: [
    "An address that a started chat has led to (`{what}`): it cannot be used again.",
    "Use the address with the channel’s search id.",
  ],
  KC969: [
    "`{name}` has to be waited for (`{source}`). The converted code does so by `waitUntil`.",
    "After 5 s without an answer, or if the code refuses it, the chat starts without it.",
  ],
  KC970: [
    "`{name}` needs these names: `{names}`",
    "Other scripts of the page have to be able to reach them. If one is missing, the chat starts without the value, and without its channel not at all.",
  ],
  KC971: [
    "The old code opens the chat under a condition only: `{source}`",
    "The converted button does not ask. If it has to, ask in the event `kakao-chat:before`, and cancel that.",
  ],
  KC972: [
    "The URL encoding was taken off the template of `{name}`.",
    "The button encodes the value itself: do not encode it twice.",
  ],
  KC973: [
    "The chat’s address is there (`{what}`), but the code that opens it could not be read.",
    "If that code adds values to the address, add them by hand.",
  ],
  KC974: [
    "A dealer’s page starts the consultation (`{what}`). It works as it is.",
    "Keep the address that the dealer gave you. Ask the dealer whether this script can take its place.",
  ],
  KC975: [
    "The address is in `{name}`, whose value is not in what you pasted.",
    "Paste the line that sets `{name}`, too.",
  ],
  KC976: [
    "It leads to an open chat (오픈채팅, `{what}`). It works as it is, but it is no consultation (상담톡).",
    "A consultation needs a KakaoTalk channel. Create one, and use its search id (`@…`).",
  ],
  KC977: [
    "The code was too entangled to be read to its end. Buttons or values may be missing here.",
    "Paste the button and the functions that it uses alone.",
  ],
  KC978: [
    "It cannot be seen which element starts this chat, so its words and looks are not known.",
    "Put the new attributes on that element in your page, or paste it too. Where one element stands for several items of a list, put them on this item’s alone.",
  ],
  KC979: [
    "The channel is chosen at the click: {ids}. The converted code chooses it in the same way.",
    "Nothing to do. See that each of these ids is right.",
  ],
  KC984: [
    "Done by the old code where something failed, or once it was over, and not taken over: `{source}`",
    'The chat starts all the same, without what is missing. If you need it, do it in `document.addEventListener("kakao-chat:open", (event) => { … })`.',
  ],
  KC988: [
    "The old code opens the chat under a condition only: `{source}`. The converted code asks it too.",
    "Nothing to do.",
  ],
  KC989: [
    "The converted code asks the old condition `{source}`, which needs these names: `{names}`",
    "Other scripts of the page have to be able to reach them. If one is missing, the chat starts without asking.",
  ],
  KC992: [
    "A `<{name}>` opens the chat, and a field is no button. It was left as it is.",
    "Call `KakaoChat.open({ uuid, extra })` in its handler, or put a button beside it.",
  ],
};

/** What is better in the new button, by what is said of the old one. */
export const SETTLED: Record<SettledCode, string> = {
  KC951: "a popup of the recommended size",
  KC952: "Hangul in UTF-8",
  KC953: "no forms that pile up",
  KC954: "a window at the click itself",
  KC955: "a blocked window is noticed",
  KC956: "a new window",
  KC959: "keyboard and screen readers",
  KC960: "no inline code to open the chat",
  KC961: "no `opener`",
  KC962: "encoded values",
  KC964: "a right address (`&`)",
};
