/** @type {Record<keyof typeof import("../ko/page-problems.mjs").PAGE_PROBLEMS, string>} */
export const PAGE_PROBLEMS = {
  KC108:
    "A channel that this page does not list. Add its id to `data-channels` of the script’s tag.",
  KC314: "An unknown setting. Check its name.",
  KC315: "A value that is no text. It was left out.",
  KC318: "`&amp;` was left in the address. It is read as `&`.",
  KC501:
    "Other code of the page cancelled the click. To cancel on purpose, use the event `kakao-chat:before`.",
  KC502: "The page has a `window.open` of its own, so the chat opens in a tab, not in a popup.",
  KC503: "`KakaoChat.open()` cannot be called inside `kakao-chat:before`.",
  KC601: "The script’s tag was not found, so its settings are not known.",
  KC802: "A channel that the partner’s page does not list in `data-channels`.",
  KC803:
    "A partner that this page does not name. Add its address to `data-partners` of the script’s tag.",
  KC811:
    "The partner’s includeScript tag has curly quotes or another address. It was loaded properly.",
  KC812: "The partner’s page could not load includeScript. The consultation starts all the same.",
};
