import type { Code } from "../../../problems.js";
import type { Pair } from "../words.js";

/** What the codes of a button mean. Those that only a click or a browser can bring are not here. */
export const PROBLEMS: Partial<Record<Code, Pair>> = {
  KC101: [
    "“{label}” has no search id of a channel.",
    'Write `data-kakao-chat="@id"`, or `data-uuid` on the script’s tag.',
  ],
  KC102: ["The id of “{label}” is a template’s left-over.", "See that the template fills it in."],
  KC103: [
    "The id of “{label}” is an address of `pf.kakao.com`.",
    "Use the channel’s search id (`@…`).",
  ],
  KC104: [
    "The id of “{label}” is an address of `bizmessage.kakao.com`.",
    "Use the search id (`@…`), not an address.",
  ],
  KC106: [
    "The id of “{label}” is a public id (`_…`).",
    "Look up the search id (`@…`) in the channel’s settings.",
  ],
  KC107: [
    "The id of “{label}” holds a character that no id has.",
    "Use the search id (`@…`): no address, no white space, no signs.",
  ],
  KC108: [
    "The id of “{label}” is not among the page’s `channels`.",
    "Add it there, after a space, or mend the id.",
  ],
  KC111: [
    "The id of “{label}” is tidied before it is sent.",
    "Write it as it is sent. `{message}`",
  ],
  KC112: ["The id of “{label}” has capitals.", "See whether the channel’s settings have it so."],
  KC113: [
    "The id of “{label}” has an unusual character.",
    "See whether the channel’s settings have it so.",
  ],
  KC114: [
    "The id of “{label}” is longer than usual.",
    "See whether the channel’s settings have it so.",
  ],
  KC211: [
    "The extra of “{label}” holds a template’s left-over.",
    "See that the template fills it in.",
  ],
  KC212: [
    "The extra of “{label}” exceeds 1,000 characters and is cut.",
    "Put what matters first, and shorten it.",
  ],
  KC213: ["The extra of “{label}” has a token of an unknown name.", "Mend the name. `{message}`"],
  KC214: [
    "The extra of “{label}” has a `{text:…}` whose selector no browser parses: it is sent as it is written.",
    "Mend the selector: brackets and quotes have to be closed, and names begin with a letter.",
  ],
  KC215: [
    "The extra of “{label}” may not take values of the page: its id is not named page-wide.",
    "Name the id in `data-uuid` or `data-channels` of the script’s tag.",
  ],
  KC221: [
    "The extra of “{label}” looks like personal data ({kinds}).",
    "Kakao’s rules forbid it: leave it out, or encrypt it.",
  ],
  KC311: ["The `{field}` of “{label}” is none of the known values.", "`{message}`"],
  KC312: ["The `{field}` of “{label}” is no number of pixels, or too small.", "`{message}`"],
  KC314: ["“{label}” has an unknown attribute: `{field}`", "Mend the name. `{message}`"],
  KC315: [
    "`{field}` is a text and no object, so “{label}” takes nothing from it.",
    'Write an object, such as `{ uuid: "@channel" }`. `{message}`',
  ],
  KC316: [
    "The address of “{label}” is too long for GET, and goes by POST.",
    "Leave `method` at `auto`.",
  ],
  KC317: [
    "“{label}” sends an extra and opens in the same window on a PC.",
    "Leave `target` at `auto`.",
  ],
  KC318: ["The address of “{label}” has `&amp;` left in it.", "Write `&`."],
  KC411: ["The event of “{label}” exceeds 100 characters.", "See how the bot calls it."],
  KC412: [
    "“{label}” has an event but does not start with the bot.",
    'Add `data-kakao-chat-bot="true"` or `auto`.',
  ],
  KC501: [
    "A handler of the page prevents the click on “{label}”: nothing opens.",
    "Take `return false` and `preventDefault()` away. To cancel on purpose, use `kakao-chat:before`.",
  ],
  KC601: [
    "The script does not find its tag, since `{address}` does not end in `/{file}`: the settings on the tag are lost.",
    "Call the file `{file}`, or set `KakaoChatDefaults`.",
  ],
  KC701: [
    "The floating button’s place is none of the known values.",
    "Write `bottom-right` or `bottom-left`.",
  ],
  KC702: [
    "The floating button’s offset is not two or four numbers.",
    "Write it so: `20 20 12 72`.",
  ],
  KC703: ["The floating button’s look is none of the known values.", "Write `pill` or `round`."],
  KC704: [
    "The floating button’s colour is none that can be used: the default counts.",
    "Write a CSS colour: `#03c75a`.",
  ],
  KC705: [
    "The floating button’s `{field}` is no media query: it shows everywhere.",
    "Write it so: `(min-width: 480px)`.",
  ],
  KC706: [
    "The floating button’s `{field}` has a path that does not begin with `/` or `*`: that is left out.",
    "Write it so: `/order/* /cart`.",
  ],
  KC707: ["The floating button has an unknown setting: `{field}`", "Mend the name. `{message}`"],
  KC708: [
    "The floating button’s words are a template’s left-over: the default words show.",
    "See that the template fills it in.",
  ],
  KC801: ["The `via` of “{label}” is no https address.", "Use an https address."],
  KC802: [
    "The id in the address is not among the `data-channels` of the partner’s page: nothing is sent.",
    "Add it to `data-channels`, if it is yours.",
  ],
  KC803: [
    "The `via` of “{label}” is not among the page’s `partners`.",
    "Add it to `data-partners` on the script’s tag.",
  ],
};
