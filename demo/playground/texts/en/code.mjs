/** @type {Record<keyof typeof import("../ko/code.mjs").CODE, string>} */
export const CODE = {
  "copy.title": "Code",
  "copy.tabs": "Where it goes",
  "copy.button": "Copy",
  "copy.button.of": "Copy: {title}",
  "copy.again": "Copied ✓",
  "copy.style": "Style",
  "copy.style.hint": "{count} lines, copied with it",
  "copy.none": "The code shows here once there is an id and no error.",
  "copy.fix.uuid": "Look at the channel’s search id.",
  "copy.fix.via": "Look at the partner’s page.",
  "copy.fix.host": "Look at where the script is kept.",
  "copy.fix.image": "Look at the image’s address.",
  "copy.example": "The script’s address is an example: upload the file, and give its own.",
  "copy.example.files": "Download the file",
  "copy.example.host": "Change the address",

  "bar.label": "Shortcuts",
  "counting.title": "Count the clicks",
  "counting.dataLayer": "Into the dataLayer",
  "counting.dataLayer.hint": "For a Custom Event trigger in GTM.",
  "counting.ga4": "To GA4 directly",
  "counting.ga4.hint": "Only if the page has `gtag`. If GTM sends it too, it is counted twice.",
  "counting.hint":
    "The events are `kakao_chat_open` and `kakao_chat_blocked`, with channel, method and target, and never the extra.",
  "bar.preview": "Preview",
  "bar.copy": "Copy the code",
  "bar.codes": "See the code",
  "bar.fix": "Enter the id",
  copied: "Copied.",
  "copied.not": "Could not copy. The code is selected: press Ctrl+C.",

  "problem.error": "Error",
  "problem.warning": "Note",
  "problem.console": "The console’s line",

  "check.title": "Check and convert",
  "check.lead":
    "Paste the code of an old button or of a page, and see what is wrong with it. What you paste is neither run nor sent anywhere.",
  "check.open": "Check some code",
  "check.used": "The settings are in the form.",
  "check.failed": "The checker could not be loaded. See that you are online, and press again.",
};
