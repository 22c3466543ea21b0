import type { Words } from "../convert/words.js";
import type { Code } from "../problems.js";

/** What the codes of a button mean. Those that only a click or a browser can bring are not here. */
const PROBLEM_WORDS: Partial<Record<Code, Words>> = {
  KC101: {
    ko: [
      "“{label}”에 채널의 검색용 아이디가 없어요.",
      '`data-kakao-chat="@아이디"`로 적거나 스크립트 태그에 `data-uuid`를 넣으세요.',
    ],
    en: [
      "“{label}” has no search id of a channel.",
      'Write `data-kakao-chat="@id"`, or `data-uuid` on the script’s tag.',
    ],
  },
  KC102: {
    ko: [
      "“{label}”의 아이디에 템플릿의 지시어가 그대로 남아 있어요.",
      "템플릿이 값을 채우는지 확인하세요.",
    ],
    en: ["The id of “{label}” is a template’s left-over.", "See that the template fills it in."],
  },
  KC103: {
    ko: [
      "“{label}”의 아이디가 `pf.kakao.com` 주소예요.",
      "관리자센터의 검색용 아이디(`@…`)를 쓰세요.",
    ],
    en: [
      "The id of “{label}” is an address of `pf.kakao.com`.",
      "Use the channel’s search id (`@…`).",
    ],
  },
  KC104: {
    ko: [
      "“{label}”의 아이디가 `bizmessage.kakao.com` 주소예요.",
      "주소가 아니라 검색용 아이디(`@…`)를 쓰세요.",
    ],
    en: [
      "The id of “{label}” is an address of `bizmessage.kakao.com`.",
      "Use the search id (`@…`), not an address.",
    ],
  },
  KC106: {
    ko: [
      "“{label}”의 아이디가 공개 아이디(`_…`)예요.",
      "관리자센터에서 검색용 아이디(`@…`)를 확인하세요.",
    ],
    en: [
      "The id of “{label}” is a public id (`_…`).",
      "Look up the search id (`@…`) in the channel’s settings.",
    ],
  },
  KC107: {
    ko: ["“{label}”의 아이디에 쓸 수 없는 글자가 있어요.", "공백과 기호를 지우세요."],
    en: ["The id of “{label}” holds a character that no id has.", "Remove white space and signs."],
  },
  KC108: {
    ko: [
      "“{label}”의 아이디가 페이지의 `channels` 목록에 없어요.",
      "목록에 추가하거나 아이디를 고치세요.",
    ],
    en: [
      "The id of “{label}” is not among the page’s `channels`.",
      "Add it there, or mend the id.",
    ],
  },
  KC111: {
    ko: ["“{label}”의 아이디를 고쳐서 보내요.", "고친 아이디를 그대로 적으세요."],
    en: ["The id of “{label}” is tidied before it is sent.", "Write it as it is sent."],
  },
  KC112: {
    ko: [
      "“{label}”의 아이디에 대문자가 있어요.",
      "관리자센터에 등록된 아이디와 같은지 확인하세요.",
    ],
    en: ["The id of “{label}” has capitals.", "See whether the channel’s settings have it so."],
  },
  KC113: {
    ko: [
      "“{label}”의 아이디에 잘 쓰지 않는 글자가 있어요.",
      "관리자센터에 등록된 아이디와 같은지 확인하세요.",
    ],
    en: [
      "The id of “{label}” has an unusual character.",
      "See whether the channel’s settings have it so.",
    ],
  },
  KC114: {
    ko: [
      "“{label}”의 아이디가 보통보다 길어요.",
      "관리자센터에 등록된 아이디와 같은지 확인하세요.",
    ],
    en: [
      "The id of “{label}” is longer than usual.",
      "See whether the channel’s settings have it so.",
    ],
  },
  KC211: {
    ko: [
      "“{label}”의 메타 정보에 템플릿의 지시어가 그대로 남아 있어요.",
      "템플릿이 값을 채우는지 확인하세요.",
    ],
    en: [
      "The extra of “{label}” holds a template’s left-over.",
      "See that the template fills it in.",
    ],
  },
  KC212: {
    ko: ["“{label}”의 메타 정보가 1,000자를 넘어서 잘려요.", "중요한 값을 앞에 두고 줄이세요."],
    en: [
      "The extra of “{label}” exceeds 1,000 characters and is cut.",
      "Put what matters first, and shorten it.",
    ],
  },
  KC213: {
    ko: ["“{label}”의 메타 정보에 모르는 이름이 있어요.", "이름을 확인하세요."],
    en: ["The extra of “{label}” has a token of an unknown name.", "Mend the name."],
  },
  KC215: {
    ko: [
      "“{label}”의 메타 정보는 페이지의 값을 쓸 수 없어요. 아이디가 페이지 전체 설정에 없기 때문이에요.",
      "스크립트 태그의 `data-uuid`나 `data-channels`에 아이디를 적으세요.",
    ],
    en: [
      "The extra of “{label}” may not take values of the page: its id is not named page-wide.",
      "Name the id in `data-uuid` or `data-channels` of the script’s tag.",
    ],
  },
  KC221: {
    ko: [
      "“{label}”의 메타 정보에 개인정보처럼 보이는 값이 있어요.",
      "카카오 규정상 개인정보는 보낼 수 없어요. 빼거나 암호화하세요.",
    ],
    en: [
      "The extra of “{label}” looks like personal data.",
      "Kakao’s rules forbid it: leave it out, or encrypt it.",
    ],
  },
  KC311: {
    ko: ["“{label}”의 `{field}` 값이 정해진 값이 아니에요.", "`{message}`"],
    en: ["The `{field}` of “{label}” is none of the known values.", "`{message}`"],
  },
  KC312: {
    ko: ["“{label}”의 `{field}` 값이 픽셀 수가 아니거나 너무 작아요.", "`{message}`"],
    en: ["The `{field}` of “{label}” is no number of pixels, or too small.", "`{message}`"],
  },
  KC314: {
    ko: ["“{label}”에 모르는 속성이 있어요: `{field}`", "이름을 확인하세요. `{message}`"],
    en: ["“{label}” has an unknown attribute: `{field}`", "Mend the name. `{message}`"],
  },
  KC316: {
    ko: [
      "“{label}”의 주소가 GET으로 보내기에 너무 길어서 POST로 보내요.",
      "`method`를 `auto`로 두세요.",
    ],
    en: [
      "The address of “{label}” is too long for GET, and goes by POST.",
      "Leave `method` at `auto`.",
    ],
  },
  KC317: {
    ko: [
      "“{label}” 버튼은 PC에서 메타 정보를 보내는데 현재 창에서 열려요.",
      "`target`을 `auto`로 두세요.",
    ],
    en: [
      "“{label}” sends an extra and opens in the same window on a PC.",
      "Leave `target` at `auto`.",
    ],
  },
  KC318: {
    ko: ["“{label}”의 주소에 `&amp;`가 남아 있어요.", "`&`로 고치세요."],
    en: ["The address of “{label}” has `&amp;` left in it.", "Write `&`."],
  },
  KC411: {
    ko: ["“{label}”의 이벤트 이름이 100자를 넘어요.", "봇의 이벤트 이름을 확인하세요."],
    en: ["The event of “{label}” exceeds 100 characters.", "See how the bot calls it."],
  },
  KC412: {
    ko: [
      "“{label}”에 이벤트가 있지만 봇으로 시작하지 않아요.",
      '`data-kakao-chat-bot="true"`나 `auto`를 추가하세요.',
    ],
    en: [
      "“{label}” has an event but does not start with the bot.",
      'Add `data-kakao-chat-bot="true"` or `auto`.',
    ],
  },
  KC801: {
    ko: ["“{label}”의 `via`가 https 주소가 아니에요.", "https 주소를 쓰세요."],
    en: ["The `via` of “{label}” is no https address.", "Use an https address."],
  },
  KC803: {
    ko: [
      "“{label}”의 `via`가 페이지의 `partners`에 없어요.",
      "스크립트 태그의 `data-partners`에 추가하세요.",
    ],
    en: [
      "The `via` of “{label}” is not among the page’s `partners`.",
      "Add it to `data-partners` on the script’s tag.",
    ],
  },
};

const UNKNOWN: Words = { ko: ["“{label}”: {message}", ""], en: ["“{label}”: {message}", ""] };

export function findProblemWords(code: string): Words {
  const found = Object.entries(PROBLEM_WORDS).find(([name]) => name === code);
  return found?.[1] ?? UNKNOWN;
}
