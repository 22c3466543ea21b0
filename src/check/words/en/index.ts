import type { Words } from "../words.js";
import { CAUSES } from "./causes.js";
import { CONVERT, SETTLED } from "./convert.js";
import { PAGE } from "./page.js";
import { PROBLEMS } from "./problems.js";

export const EN: Words = {
  convert: CONVERT,
  page: PAGE,
  problems: PROBLEMS,
  causes: CAUSES,
  settled: SETTLED,
  ofCode: "{said} ({code})",
  wasLink:
    'What was a link is a `<button>` now, grey without CSS of its own. `<a href="#" …>` in its place keeps the look of a link.',
  unnamed: "the button",
  launcher: {
    name: "the launcher",
    problems: {
      KC101: [
        "The launcher has no search id of a channel.",
        'Write `data-uuid="@id"` on the tag of `kakao-chat-launcher.js`.',
      ],
    },
  },
  kinds: {
    "resident id": "a resident id",
    phone: "a phone number",
    "e-mail": "an e-mail address",
    card: "a card number",
  },
  expected: ({ expected, got }) => `expected ${expected}, got ${got}`,
};
