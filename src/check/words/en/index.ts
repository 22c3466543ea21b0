import type { Words } from "../words.js";
import { CONVERT } from "./convert.js";
import { PAGE } from "./page.js";
import { PROBLEMS } from "./problems.js";

export const EN: Words = {
  convert: CONVERT,
  page: PAGE,
  problems: PROBLEMS,
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
  expected: "expected $1, got $2",
};
