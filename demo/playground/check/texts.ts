import type { Language, Words } from "../texts/texts.js";

/** What the section says; the findings' own words are the product's (`src/check/words.ts`). */
const TEXTS = {
  label: { ko: "기존 코드 또는 페이지의 HTML", en: "The old code, or a page’s HTML" },
  hint: {
    ko: "버튼의 HTML과 스크립트를 함께 붙여 넣으세요. 페이지 전체를 붙여 넣으면 스크립트 태그와 정책도 점검해요.",
    en: "Paste a button’s HTML together with its script. With a whole page, its script tag and policy are checked too.",
  },
  example: { ko: "예시 넣기", en: "Fill in an example" },
  headers: { ko: "응답 헤더(선택)", en: "Response headers (optional)" },
  headersHint: {
    ko: "개발자 도구의 ‘네트워크’ 탭에서 복사하세요. CSP와 COOP를 점검해요.",
    en: "From the Network tab of the developer tools: its CSP and COOP are checked.",
  },
  nothing: {
    ko: "카카오 상담 버튼을 찾지 못했어요. 버튼의 HTML과 스크립트를 함께 붙여 넣어 보세요.",
    en: "No consultation button found. Paste the button’s HTML together with its script.",
  },
  fine: { ko: "눈에 띄는 문제가 없어요.", en: "Nothing wrong was found." },
  count: {
    ko: "오류 {errors}, 경고 {warnings}, 참고 {notes}",
    en: "errors: {errors}, warnings: {warnings}, notes: {notes}",
  },
  settled: {
    ko: "새 버튼에서 함께 나아진 점: {list}",
    en: "Also better now: {list}",
  },
  broken: {
    ko: "아래 오류를 고쳐야 상담이 시작돼요.",
    en: "No chat starts until the error below is mended.",
  },
  result: { ko: "변환된 코드", en: "The converted code" },
  resultOf: { ko: "변환된 코드: “{label}”", en: "The converted code: “{label}”" },
  instead: {
    ko: "기존 버튼과 상담을 여는 코드는 지우고, 그 자리에 아래 코드를 넣으세요.",
    en: "Remove the old button and the code that opens its chat; put this in its place.",
  },
  beside: {
    ko: "누를 때 값을 채우는 코드(버튼 코드 뒤에 넣으세요)",
    en: "Fills in values at the click (put it after the button)",
  },
  page: {
    ko: "누를 때 값을 채우는 코드(페이지의 HTML에 한 번 넣으세요. 스크립트가 만드는 마크업 안에서는 실행되지 않아요)",
    en: "Fills in values at the click (put it into the page’s HTML once: in markup that a script makes it would not run)",
  },
  inside: {
    ko: "누를 때 값을 채우는 코드(컴포넌트의 스크립트에 넣으세요)",
    en: "Fills in values at the click (put it into the component’s script)",
  },
  setup: {
    ko: "누를 때 값을 채우는 코드(컴포넌트의 setup()에 넣고 return에도 추가하세요)",
    en: "Fills in values at the click (put it into the component’s setup(), and add it to what that returns)",
  },
  methods: {
    ko: "누를 때 값을 채우는 코드(컴포넌트의 methods에 넣으세요)",
    en: "Fills in values at the click (put it into the component’s methods)",
  },
  class: {
    ko: "누를 때 값을 채우는 코드(컴포넌트의 클래스에 넣으세요)",
    en: "Fills in values at the click (put it into the component’s class)",
  },
  hook: {
    ko: "누를 때 값을 채우는 코드(컴포넌트의 첫 번째 return 앞에 넣고 {hooks}도 import 하세요)",
    en: "Fills in values at the click (put it above the component’s first return, and import {hooks})",
  },
  tag: { ko: "스크립트 태그(페이지에 한 번)", en: "The script’s tag (once a page)" },
  copy: { ko: "복사", en: "Copy" },
  copied: { ko: "복사됨 ✓", en: "Copied ✓" },
  use: { ko: "이 설정으로 버튼 만들기", en: "Use these settings above" },
  useHint: {
    ko: "누를 때 만들어지는 값은 위의 설정으로 옮기지 않아요.",
    en: "Values that are made at the click are not among those settings.",
  },
  error: { ko: "오류", en: "Error" },
  warning: { ko: "경고", en: "Warning" },
  note: { ko: "참고", en: "Note" },
  place: { ko: "{line}행 {column}열", en: "line {line}, column {column}" },
} as const satisfies Record<string, Words>;

export type CheckText = keyof typeof TEXTS;

export function findCheckText(
  key: CheckText,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}

/** A button as many shops have it, to see what the section says. */
export const EXAMPLE = `<a href="#" class="btn_kakao" onclick="openKakao('1234'); return false;">카카오톡 상담</a>
<script>
function openKakao(orderNo) {
  var url = "https://bizmessage.kakao.com/chat/open/@myshop";
  url += "?extra=" + encodeURIComponent("order=" + orderNo) + "&bot=true";
  window.open(url, "kakao", "width=480,height=700");
}
</script>
`;
