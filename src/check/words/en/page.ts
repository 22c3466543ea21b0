import type { PageCodeName } from "../../codes.js";
import type { Pair } from "../words.js";

/** What the check says of a page. */
export const PAGE: Record<PageCodeName, Pair> = {
  KC901: [
    "There are buttons ({count}) but no script: a click does nothing.",
    "Add the script tag of `kakao-chat.js`.",
  ],
  KC902: [
    "The script is not in the HTML. It may come from elsewhere ({loader}).",
    "In the browser’s console, look at `KakaoChat.version`.",
  ],
  KC903: [
    "The script is there, but no button is in the HTML.",
    "See whether `data-kakao-chat` is still on it: an editor may have taken it away, or an app adds it later.",
  ],
  KC904: [
    "The address of `{file}` has no version: the file behind it can change.",
    "Use an address with a version, and `integrity`.",
  ],
  KC905: [
    "The page has version {version}, this check is of {own}.",
    "Check with the same version, or update the script.",
  ],
  KC906: [
    "The `integrity` of `{file}` is not that of version {version}: the browser does not run the script.",
    "Use this: `{hash}`",
  ],
  KC907: [
    "`{file}` is on another origin and has `integrity` without `crossorigin`: the browser does not run it.",
    'Add `crossorigin="anonymous"`.',
  ],
  KC908: ["`{file}` in the `<head>` has no `defer`: the page shows later.", "Add `defer`."],
  KC909: [
    "`{file}` is there more than once. Only one of them serves, so nothing breaks.",
    "Leave one.",
  ],
  KC910: [
    "`{file}` is loaded by http on an https page (`{address}`): browsers block it.",
    "Use an https address.",
  ],
  KC911: ["No current browser runs this tag of `{file}` (`{what}`).", "Remove that attribute."],
  KC912: [
    "The `integrity` of `{file}` is no hash: browsers ignore it.",
    "Use the value from `dist/sri.json`.",
  ],
  KC913: [
    "The script of a partner’s page.",
    "On a partner’s page leave it. On the homepage use `kakao-chat.js`.",
  ],
  KC914: ["The policy keeps `{file}` from loading: `{policy}`", "Add `{needed}` to `{to}`."],
  KC915: [
    "The policy’s `form-action` keeps a POST from being sent. The chat starts by GET, perhaps without a long extra.",
    "Add `{origin}` to `form-action`.",
  ],
  KC916: [
    "The policy forbids the inline script that sets `KakaoChatDefaults`.",
    "Give it a `nonce`, or use `data-` attributes on the script’s tag.",
  ],
  KC917: ["The policy’s `sandbox` lacks `{flags}`.", "Add `{flags}`."],
  KC918: [
    "`Cross-Origin-Opener-Policy: {policy}` cuts the window that `data-kakao-chat-reuse` wants to keep: each click opens a new one.",
    "Use `same-origin-allow-popups`, or leave `reuse` out.",
  ],
  KC919: [
    "No character encoding that browsers know is declared ({label}): Hangul in attributes may be garbled.",
    'Put `<meta charset="{charset}">` first in the `<head>`.',
  ],
  KC920: [
    "The header says {header}, the `<meta>` says {meta}. Browsers go by the header.",
    "Make them the same.",
  ],
  KC921: [
    'There is a `<base target="{target}">`: plain links and forms without a `target` open in `{target}`.',
    "The buttons are not concerned.",
  ],
  KC922: [
    "Some of the page’s settings cannot be read: {names}",
    "A script makes them. In the browser’s console, look at `KakaoChat.explain()`.",
  ],
  KC923: [
    "The extra of “{label}” takes values of the page: {names}",
    "They are known at the click.",
  ],
  KC924: [
    "“{label}” is a link to a consultation ({uuid}) without `data-kakao-chat`: the script leaves it alone.",
    'Add `data-kakao-chat`; if an editor takes it away, `data-links="true"` on the script’s tag.',
  ],
  KC925: [
    "“{label}” is a hand-written button ({uuid}).",
    "`npx kakao-chat-button convert` turns it into a marked one.",
  ],
  KC926: [
    "The Kakao SDK is loaded. The buttons do not need it.",
    "Remove it unless login, sharing or the like use it.",
  ],
  KC927: [
    "No button of a Kakao consultation is in this HTML.",
    "See whether it is the page with the button.",
  ],
  KC928: ["There is a floating button ({id}).", "Nothing to do."],
  KC929: [
    "A server or a script fills in some of “{label}”: {names}",
    "Check the page as it is sent, too. What a script fills in, the browser’s console tells: `KakaoChat.explain()`.",
  ],
  KC930: ["The page could not be read: {reason}", "See to the address and the server."],
  KC931: [
    "Only part of the page was read: its elements are nested too deeply.",
    "See whether tags are left open.",
  ],
  KC932: [
    "“{label}” has `data-kakao-chat`, and older code still starts its chat, too ({uuid}).",
    "Remove that code: it keeps the new button from working, or opens a second window.",
  ],
  KC933: [
    "Browsers find no script at `{address}`.",
    "Use `{meant}`, or put the file on your own server.",
  ],
  KC934: ["A script of the page has a wrong name: `{name}`", "Write `{meant}`."],
  KC935: [
    "`kakao-chat-seal.js` does not get its key (`{reason}`): chats start without their extra.",
    "See to `data-key` or `data-key-url` on its tag, and to the policy’s `connect-src`.",
  ],
  KC936: [
    "`{file}` is loaded from the visitor’s own computer (`{address}`), where it is not.",
    "Upload the file, and use its address on the server.",
  ],
  KC937: [
    "The policy’s `{directive}` lets scripts in by nonce or hash alone (`'strict-dynamic'`). `{file}` has none of them.",
    "Give the tag the page’s `nonce`.",
  ],
  KC938: [
    "The policy’s `sandbox` lacks `{flags}`: a new window for the chat is blocked, or restricted like the page.",
    "Add `{flags}`.",
  ],
  KC939: [
    "A consent manager holds `{file}` back: for visitors who have not agreed, the buttons do nothing.",
    "See whether it has to wait: it sets no cookies and stores nothing.",
  ],
  KC990: [
    "The partner’s page has neither `data-channels` nor `data-uuid`: no id in its address starts a chat.",
    "List the channels that may be started from it in `data-channels`.",
  ],
  KC980: [
    "No button of a Kakao consultation is in this HTML; it leads to another page (`{address}`).",
    "Check that page.",
  ],
  KC981: [
    "“{label}” has letters that could not be decoded: the page is not in the encoding that it declares.",
    "Declare the encoding in which it is saved and sent.",
  ],
  KC982: [
    "“{label}” is disabled (`{what}`): a click does nothing.",
    "Take that away, unless a script does.",
  ],
  KC983: [
    "The floating button is not shown on this page (`data-launcher-show`, `data-launcher-hide`).",
    "If it has to be, mend the paths.",
  ],
  KC985: [
    "`{attribute}` of the tag of `{file}` is no setting: it does nothing.",
    "Write `{name}`.",
  ],
  KC986: [
    "“{label}” has `{attribute}`, but no `data-kakao-chat`: it is no button.",
    "Add `data-kakao-chat`, with the channel’s search id unless the script’s tag has it.",
  ],
  KC987: [
    "A button has no name: screen readers cannot say what it is for.",
    "Give it a text, an `aria-label`, or its picture an `alt`.",
  ],
  KC991: [
    "All that “{label}” shows is a `<{what}>` in it, which keeps its own clicks: a click opens no chat.",
    "Put `data-kakao-chat` on the `<{what}>` itself.",
  ],
  KC993: [
    "A script of the page does not parse, so nothing in it runs: `{source}`",
    "Mend what is missing or too much there: a bracket, a quote, a comma.",
  ],
  KC994: [
    "The page’s policy forbids code within the HTML: a click that calls `KakaoChat.open()` there does nothing.",
    "Use `data-kakao-chat` instead, or listen to the click in a script file.",
  ],
  KC995: [
    "`{file}` is there, but nothing calls its `start()`: a click does nothing.",
    "Load `{script}` by the tag instead, or call `start()` (of the launcher, `startLauncher()`) in a module.",
  ],
  KC996: [
    "The private key is in the page (`data-key`): everyone can read it now, and chats start without their extra.",
    "Make a new pair by `npx kakao-chat-button keys`, put the public key alone into the page, and use the old pair no more.",
  ],
  KC997: [
    "A quote within `{attribute}` of “{label}” ends its value: `{value}` is all that is left.",
    "Put the other kind of quotes around the value (`'…'`), or write `&quot;` within it.",
  ],
  KC998: [
    "A script’s tag ends by `/>`, which HTML does not know: all that follows, up to the next `</script>`, is taken for the script. `{what}`",
    "End it by `></script>`.",
  ],
  KC999: [
    "The `nonce` of the tag of `{file}` is not that of the policy, which keeps it from loading: `{policy}`",
    "Put the same nonce into both, a new one for each answer.",
  ],
};
