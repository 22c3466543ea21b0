import type { Cause } from "../../codes.js";
import type { Pair } from "../words.js";

/** What a code means for another cause than its first. */
export const CAUSES: Record<Cause, Pair> = {
  "KC101 call": [
    "“{label}” has no search id of a channel.",
    'Pass `{ uuid: "@id" }`, or write `data-uuid` on the script’s tag.',
  ],
  "KC314 call": ["“{label}” gets an unknown option: `{field}`", "Mend the name. `{message}`"],
  "KC311 tidied": [
    "The `{field}` of “{label}” is tidied before it is used: `{got}`",
    "Write `{meant}`.",
  ],
  "KC803 entry": [
    "The `via` of “{label}” is not among the page’s `partners`: `{entry}` is no https address.",
    "Write `{origin}` in `data-partners`.",
  ],
  "KC803 origin": [
    "The `via` of “{label}” is not among the page’s `partners`.",
    "Add `{origin}` to `data-partners` on the script’s tag.",
  ],
  "KC901 text": [
    "The code with `{what}` shows on the page as text.",
    "Paste it in the editor’s HTML mode.",
  ],
  "KC901 comment": [
    "The code with `{what}` is in a comment (`<!-- … -->`): browsers do not read it.",
    "Take the signs of the comment away.",
  ],
  "KC903 template": [
    "“{label}” is in a `<template>`: it shows only if a script copies it.",
    "If none does, take it out of the `<template>`.",
  ],
  "KC904 moving": [
    "The address of `{file}` moves on to each new version. Repairs come by themselves, and `integrity` cannot be used.",
    "Nothing to do.",
  ],
  "KC909 settings": [
    "`{file}` is there more than once, and the first one serves: of this one, `{names}` is not read.",
    "Leave one tag, with all settings.",
  ],
  "KC909 launcher": [
    "`{first}` stands before `{file}` and serves the buttons: for them, `{names}` of this tag is not read.",
    "Leave the tag of `kakao-chat-launcher.js` alone, with all settings: it does what `kakao-chat.js` does.",
  ],
  "KC911 credentials": [
    "No current browser runs this tag of `{file}` (`{what}`).",
    'Write `crossorigin="anonymous"`.',
  ],
  "KC911 waiting": [
    "`{file}` stands in `{what}`, and nothing on the page loads it from there.",
    "Write `src`.",
  ],
  "KC924 other": [
    "“{label}” opens {uuid} by `data-kakao-chat`, but its address is that of {other}, where visitors go without the script.",
    "Write the same channel into both.",
  ],
  "KC933 name": [
    "Browsers do not know where `{address}` is: they do not run the module.",
    "Import `{meant}`, or add an import map.",
  ],
  "KC985 launcher": [
    "`{attribute}` is a setting of the floating button: `{file}` does not read it.",
    "Load `kakao-chat-launcher.js` in place of `{file}`.",
  ],
  "KC944 component": [
    "Not in the new button, which is an element and no component any more: `{names}`",
    "If your component passes attributes on to its element, keep it, take its handler off, and put the `data-kakao-chat` attributes on it. Else add what is missing by hand.",
  ],
  "KC944 submit": [
    "The old button also sends its form, and the new one does not.",
    'If the form has to be sent, send it in `document.addEventListener("kakao-chat:open", (event) => { event.target.form?.requestSubmit(); })`.',
  ],
  "KC946 first": [
    "The old code waited for this before it opened the chat, and the new button does not: `{source}`",
    'If the chat needs it, leave the old element as it is, and put `KakaoChat.open({ uuid: "@…" })` in place of what opens the chat.',
  ],
  "KC946 shared": [
    "This handler stays for other elements, and runs at the new button’s click too: `{source}`",
    'Begin it with `if (event.target.closest("[data-kakao-chat]")) return;`. If it cancels the click, the chat does not open.',
  ],
  "KC966 caller": [
    "Not only the button opens this chat, but this function too, without a click: `{source}`",
    "Call `KakaoChat.open({ uuid, extra })` in it before you remove the old code. Without a click, browsers block the window: let a click open it, if you can.",
  ],
  "KC971 work": [
    "The old code opens the chat under a condition only: `{source}`. Otherwise the click goes on with something else: `{work}`",
    'The converted button does neither ask nor go on. To keep both, leave the old element as it is, and put `KakaoChat.open({ uuid: "@…" })` in place of what opens the chat.',
  ],
  "KC975 default": [
    "The chat’s address is that of `{name}` if that is set: in production, in a setting, by whoever uses the component. The new button has the default.",
    "If another channel may be set there, put that channel’s search id into the new button, or a value that chooses between the ids.",
  ],
  "KC984 blocked": [
    "Done by the old code where the window was blocked, and not taken over: `{source}`",
    'The chat starts in the same window then. If you need it, do it in `document.addEventListener("kakao-chat:blocked", (event) => { … })`.',
  ],
  "KC988 item": [
    "Of the items of a list, the chat is only for what this holds of: `{source}`. The new element starts it there, and does for the others what it did.",
    "What opens the chat in the old handler is not called there any more: remove it, unless other items go through it.",
  ],
  "KC992 submit": [
    "The old code opens the chat when its form is sent, by Enter in a field too. The new button opens it when it is pressed.",
    "In a listener of the form’s `submit`: `event.preventDefault(); KakaoChat.open(button);`",
  ],
  "KC993 import": [
    'A script has an `import`, but no `type="module"`, so nothing in it runs: `{source}`',
    'Add `type="module"` to its tag.',
  ],
  "KC997 unquoted": [
    "`{attribute}` of “{label}” has no quotes, so its value ends at the first space: `{value}` is all that is left.",
    "Put quotes around the value.",
  ],
  "KC998 unclosed": [
    "A script’s tag is not closed: all that follows is taken for the script, which does not run. `{what}`",
    "End it by `</script>`.",
  ],
  "KC998 quote": [
    "A quote of a script’s tag is not closed: what follows is taken for its address. `{what}`",
    "Close the quote.",
  ],
  "KC940 app": [
    "“{label}” also opens the KakaoTalk app by an address of its own (`{what}`). The new button does not: Kakao’s page takes phones to the app.",
    "Nothing to do.",
  ],
  "KC940 page": [
    "“{label}” leads to a page of the channel that is no chat (`{what}`).",
    "Nothing to do.",
  ],
  "KC940 other": [
    "Another link, which is not the converted button, leads to the channel’s home or its own chat (`{what}`). It works as it is, but it is no consultation (상담톡).",
    "For a consultation, use the channel’s search id (`@…`). The public id (`_…`) is not it.",
  ],
  "KC942 own": [
    "Each button has its own channel: {ids}",
    "Nothing to do. See that each of these ids is right.",
  ],
  "KC942 around": [
    "The `<{outer}>` around the `<{name}>` opens another chat: `{what}`. The new button opens the inner one’s alone: `{own}`",
    "See which of the two is right, and remove the link around it, or its click handler.",
  ],
  "KC943 around": [
    "One new button takes the place of the `<{name}>` and of the `<{outer}>` around it.",
    "Remove the element around it, or its click handler. Move its class to the new button if you need its look.",
  ],
  "KC943 within": [
    "The new button made of the `<{outer}>` has the new one made of the `<{name}>` in it.",
    "Put the outer one alone into its old place, and the inner one’s script, if it has one.",
  ],
  "KC947 made": [
    "The script that makes this element fills `{name}` in: `{source}`. The new button does not have it.",
    "Put the new button into that script, with the attribute `{attribute}` and this value.",
  ],
  "KC949 address": [
    "`{name}` comes from a server’s template, which is in the new button too.",
    "See that the template escapes it for HTML. If its value is URL-encoded already, give it unencoded: the button encodes it.",
  ],
};
