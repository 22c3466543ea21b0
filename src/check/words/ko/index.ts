import type { Words } from "../words.js";
import { CAUSES } from "./causes.js";
import { CONVERT, SETTLED } from "./convert.js";
import { PAGE } from "./page.js";
import { PROBLEMS } from "./problems.js";

export const KO: Words = {
  convert: CONVERT,
  page: PAGE,
  problems: PROBLEMS,
  causes: CAUSES,
  settled: SETTLED,
  ofCode: "{said}({code})",
  wasLink:
    '링크를 `<button>`으로 바꿨어요. CSS가 없으면 회색으로 보여요. 링크 모양을 유지하려면 `<a href="#" …>`로 쓰세요.',
  unnamed: "이 버튼",
  launcher: {
    name: "런처",
    problems: {
      KC101: [
        "런처에 채널의 검색용 아이디가 없어요.",
        '`kakao-chat-launcher.js` 태그에 `data-uuid="@아이디"`를 넣으세요.',
      ],
    },
  },
  kinds: {
    "resident id": "주민등록번호",
    phone: "휴대폰 번호",
    "e-mail": "이메일 주소",
    card: "카드 번호",
  },
  expected: ({ expected, got }) => `맞는 값: ${expected}, 적은 값: ${got}`,
};
