/** @type {Record<keyof typeof import("../ko/preview.mjs").PREVIEW, string>} */
export const PREVIEW = {
  "preview.title": "Preview",
  "preview.real.practice":
    "A real button. It opens the **practice window**; nothing goes to Kakao.",
  "preview.real.kakao":
    "A real button. After a confirmation it opens **Kakao’s real consultation window**.",
  "preview.image": "The image shows here once it has an address.",
  "try.opened.popup": "Opened a popup, sent by {method}.",
  "try.opened.tab": "Opened a new tab, sent by {method}.",
  "try.opened.self": "Sent by {method} in this window.",
  "try.focused": "Brought the open window to the front. Nothing was sent again.",
  "try.blocked": "The browser refused a window. Allow popups for this page.",
  "try.invalid": "Nothing was opened, because of an error: see “{field}”.",
  "try.confirm.title": "Send this to Kakao for real?",
  "try.confirm.text":
    "The window of `{uuid}` opens, and what the preview says goes to Kakao. A live channel’s counsellors may see it.",
  "try.confirm.yes": "Open Kakao",
  "try.confirm.no": "Cancel",

  "developers.title": "For developers",
  "developers.hint": "What Kakao receives, the counsellor system’s JSON, CSP",
  "request.title": "What Kakao receives",
  "request.none": "Shows here once there is an id and no error.",
  "request.method": "Method",
  "request.address": "Address",
  "request.length": "Whole address",
  "request.characters": "{count} characters",
  "request.name": "Name",
  "request.value": "Value",
  "request.units": "Characters",
  "request.bytes": "Bytes",
  "request.practice": "The practice address. Copied buttons go to `https://bizmessage.kakao.com`.",
  "request.via": "To the partner’s page first, which sends it on to Kakao.",
  "request.why.get": "By GET: the whole address has {count} characters, at most 2,000.",
  "request.why.post": "By POST: the whole address would have {count} characters, over 2,000.",
  "request.why.chosen": "You chose {method}.",
  "request.why.long":
    "By POST though you chose GET: the whole address would have {count} characters, over 7,000.",

  "devices.title": "Where it opens",
  "devices.popup": "PC",
  "devices.tab": "Phone, tablet",
  "devices.self": "In-app browser",
  "devices.opens.popup": "A popup of {width} × {height} in the middle of the screen.",
  "devices.opens.tab": "A new tab.",
  "devices.opens.self": "The same window goes to the consultation.",
  "devices.self.hint": "Inside KakaoTalk, Naver, Instagram and the like.",

  "webhook.title": "What the counsellor’s system gets",
  "webhook.hint":
    "An example by one dealer’s published manual (`POST …/reference`). Yours may differ.",
  "webhook.time": "the time of the start",
  "webhook.last": "the last one sent",
  "webhook.again": "Started without meta information, the last one is delivered again.",

  "policy.title": "What to add to your CSP, if you have one",

  "files.title": "Download the files",
  "files.lead":
    "Until the package is on npm, take the file from here and put it on your site or CDN. The same hash means the very file that this page’s code asks for.",
  "files.download": "Download",
  "files.download.of": "Download {name}",
  "files.size": "{count} kB compressed",
  "files.kakao-chat": "For buttons that you place yourself",
  "files.kakao-chat-launcher": "For the floating button",
  "files.kakao-chat-partner": "For a partner’s page",
  "files.kakao-chat-seal": "To encrypt the meta information",
};
