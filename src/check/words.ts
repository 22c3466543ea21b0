import { CONVERT_WORDS, type Words } from "../convert/words.js";
import { type Group, isConvertCode, isPageCode, type PageCodeName } from "./codes.js";
import { findProblemWords } from "./problem-words.js";

export type Language = "ko" | "en";

export const GROUP_WORDS: Record<Group, Record<Language, string>> = {
  script: { ko: "스크립트 태그", en: "The script’s tag" },
  buttons: { ko: "상담 버튼", en: "The buttons" },
  policy: { ko: "서버의 정책(헤더)", en: "The server’s policy (headers)" },
  page: { ko: "페이지", en: "The page" },
  old: { ko: "직접 만든 버튼과 카카오 SDK", en: "Hand-written buttons and the Kakao SDK" },
};

const PAGE_WORDS: Record<PageCodeName, Words> = {
  KC901: {
    ko: [
      "상담 버튼({count}개)은 있지만 스크립트가 없어요. 버튼을 눌러도 아무 일도 일어나지 않아요.",
      "`kakao-chat.js` 스크립트 태그를 넣으세요.",
    ],
    en: [
      "There are buttons ({count}) but no script: a click does nothing.",
      "Add the script tag of `kakao-chat.js`.",
    ],
  },
  KC902: {
    ko: [
      "HTML에는 스크립트가 없어요. 다른 스크립트({loader})가 나중에 넣을 수 있어요.",
      "브라우저의 콘솔에서 `KakaoChat.version`을 확인하세요.",
    ],
    en: [
      "The script is not in the HTML. {loader} may add it later.",
      "In the browser’s console, look at `KakaoChat.version`.",
    ],
  },
  KC903: {
    ko: [
      "스크립트는 있지만 HTML에 상담 버튼이 없어요.",
      "버튼에 `data-kakao-chat` 속성이 남아 있는지 확인하세요. 편집기가 지웠거나 나중에 추가되는 버튼일 수 있어요.",
    ],
    en: [
      "The script is there, but no button is in the HTML.",
      "See whether `data-kakao-chat` is still on it: an editor may have taken it away, or an app adds it later.",
    ],
  },
  KC904: {
    ko: [
      "`{file}` 주소에 버전이 없어요. 같은 주소의 파일이 바뀔 수 있어요.",
      "버전이 있는 주소와 `integrity`를 쓰세요.",
    ],
    en: [
      "The address of `{file}` has no version: the file behind it can change.",
      "Use an address with a version, and `integrity`.",
    ],
  },
  KC905: {
    ko: [
      "페이지의 버전({version})과 이 검사의 버전({own})이 달라요.",
      "같은 버전으로 검사하거나 스크립트를 업데이트하세요.",
    ],
    en: [
      "The page has version {version}, this check is of {own}.",
      "Check with the same version, or update the script.",
    ],
  },
  KC906: {
    ko: [
      "`{file}`의 `integrity`가 {version} 버전의 파일과 달라요. 브라우저가 스크립트를 실행하지 않아요.",
      "이 값으로 바꾸세요: `{hash}`",
    ],
    en: [
      "The `integrity` of `{file}` is not that of version {version}: the browser does not run the script.",
      "Use this: `{hash}`",
    ],
  },
  KC907: {
    ko: [
      "다른 도메인의 `{file}`에 `integrity`만 있고 `crossorigin`이 없어요. 브라우저가 스크립트를 실행하지 않아요.",
      '`crossorigin="anonymous"`를 추가하세요.',
    ],
    en: [
      "`{file}` is on another origin and has `integrity` without `crossorigin`: the browser does not run it.",
      'Add `crossorigin="anonymous"`.',
    ],
  },
  KC908: {
    ko: ["`<head>`의 `{file}`에 `defer`가 없어서 화면이 늦게 나타나요.", "`defer`를 추가하세요."],
    en: ["`{file}` in the `<head>` has no `defer`: the page shows later.", "Add `defer`."],
  },
  KC909: {
    ko: [
      "`{file}` 파일이 두 번 이상 들어 있어요. 한 번만 실행되므로 작동에는 문제없어요.",
      "하나만 남기세요.",
    ],
    en: [
      "`{file}` is there more than once. Only one of them serves, so nothing breaks.",
      "Leave one.",
    ],
  },
  KC910: {
    ko: [
      "https 페이지에서 `{file}` 파일을 http로 불러요(`{address}`). 브라우저가 막아요.",
      "https 주소를 쓰세요.",
    ],
    en: [
      "`{file}` is loaded by http on an https page (`{address}`): browsers block it.",
      "Use an https address.",
    ],
  },
  KC911: {
    ko: ["`{file}` 태그를 브라우저가 실행하지 않아요(`{what}`).", "이 속성을 지우세요."],
    en: ["No current browser runs this tag of `{file}` (`{what}`).", "Remove that attribute."],
  },
  KC912: {
    ko: [
      "`{file}`의 `integrity` 값이 해시가 아니에요. 브라우저가 무시해요.",
      "`dist/sri.json`의 값을 쓰세요.",
    ],
    en: [
      "The `integrity` of `{file}` is no hash: browsers ignore it.",
      "Use the value from `dist/sri.json`.",
    ],
  },
  KC913: {
    ko: ["파트너 페이지의 스크립트가 있어요.", "홈페이지에는 `kakao-chat.js`를 쓰세요."],
    en: ["The script of a partner’s page.", "On the homepage use `kakao-chat.js`."],
  },
  KC914: {
    ko: [
      "CSP의 `script-src`가 `{file}` 파일을 막아요.",
      "`script-src`에 `{origin}` 주소를 추가하세요.",
    ],
    en: [
      "The policy’s `script-src` keeps `{file}` from loading.",
      "Add `{origin}` to `script-src`.",
    ],
  },
  KC915: {
    ko: [
      "CSP의 `form-action`이 POST 요청을 막아요. 상담은 GET으로 시작되고, 긴 메타 정보는 빠질 수 있어요.",
      "`form-action`에 `{origin}` 주소를 추가하세요.",
    ],
    en: [
      "The policy’s `form-action` keeps a POST from being sent. The chat starts by GET, perhaps without a long extra.",
      "Add `{origin}` to `form-action`.",
    ],
  },
  KC916: {
    ko: [
      "CSP가 인라인 스크립트를 막아서 `KakaoChatDefaults` 설정이 적용되지 않아요.",
      "`nonce`를 쓰거나 스크립트 태그의 `data-` 속성으로 옮기세요.",
    ],
    en: [
      "The policy forbids the inline script that sets `KakaoChatDefaults`.",
      "Give it a `nonce`, or use `data-` attributes on the script’s tag.",
    ],
  },
  KC917: {
    ko: ["CSP의 `sandbox`에 `{flags}` 값이 없어요.", "`{flags}` 값을 추가하세요."],
    en: ["The policy’s `sandbox` lacks `{flags}`.", "Add `{flags}`."],
  },
  KC918: {
    ko: [
      "`Cross-Origin-Opener-Policy: {policy}` 때문에 창을 다시 쓸 수 없어요(`data-kakao-chat-reuse`). 누를 때마다 새 창이 열려요.",
      "`same-origin-allow-popups`로 바꾸거나 `reuse`를 끄세요.",
    ],
    en: [
      "`Cross-Origin-Opener-Policy: {policy}` cuts the window that `data-kakao-chat-reuse` wants to keep: each click opens a new one.",
      "Use `same-origin-allow-popups`, or leave `reuse` out.",
    ],
  },
  KC919: {
    ko: [
      "문자 인코딩이 지정되지 않았어요. 속성의 한글이 깨질 수 있어요.",
      '`<meta charset="utf-8">`을 `<head>`의 맨 앞에 넣으세요.',
    ],
    en: [
      "No character encoding is declared: Hangul in attributes may be garbled.",
      'Put `<meta charset="utf-8">` first in the `<head>`.',
    ],
  },
  KC920: {
    ko: [
      "헤더의 인코딩({header})과 `<meta>`의 인코딩({meta})이 달라요. 브라우저는 헤더를 따라요.",
      "둘을 같게 맞추세요.",
    ],
    en: [
      "The header says {header}, the `<meta>` says {meta}. Browsers go by the header.",
      "Make them the same.",
    ],
  },
  KC921: {
    ko: [
      '`<base target="{target}">` 태그가 있어요. `target`이 없는 일반 링크와 폼은 이 창에서 열려요.',
      "상담 버튼은 영향을 받지 않아요.",
    ],
    en: [
      'There is a `<base target="{target}">`: plain links and forms without a `target` open there.',
      "The buttons are not concerned.",
    ],
  },
  KC922: {
    ko: [
      "페이지의 설정 중 값을 알 수 없는 것이 있어요: {names}",
      "스크립트가 만드는 값이에요. 브라우저의 콘솔에서 `KakaoChat.explain()`으로 확인하세요.",
    ],
    en: [
      "Some of the page’s settings cannot be read: {names}",
      "A script makes them. In the browser’s console, look at `KakaoChat.explain()`.",
    ],
  },
  KC923: {
    ko: [
      "“{label}”의 메타 정보에 페이지의 값이 들어가요: {names}",
      "값은 버튼을 누를 때 정해져요.",
    ],
    en: [
      "The extra of “{label}” takes values of the page: {names}",
      "They are known at the click.",
    ],
  },
  KC924: {
    ko: [
      "상담 링크 “{label}”({uuid})에 `data-kakao-chat`이 없어서 스크립트가 다루지 않아요.",
      '`data-kakao-chat`을 추가하거나, 편집기가 지우는 곳이라면 스크립트 태그에 `data-links="true"`를 넣으세요.',
    ],
    en: [
      "“{label}” is a link to a consultation ({uuid}) without `data-kakao-chat`: the script leaves it alone.",
      'Add `data-kakao-chat`; if an editor takes it away, `data-links="true"` on the script’s tag.',
    ],
  },
  KC925: {
    ko: [
      "직접 만든 상담 버튼이에요: “{label}”({uuid})",
      "`npx kakao-chat-button convert`로 바꿀 수 있어요.",
    ],
    en: [
      "“{label}” is a hand-written button ({uuid}).",
      "`npx kakao-chat-button convert` turns it into a marked one.",
    ],
  },
  KC926: {
    ko: [
      "카카오 SDK가 있어요. 상담 버튼에는 필요하지 않아요.",
      "로그인이나 공유 등에 쓰지 않으면 지우세요.",
    ],
    en: [
      "The Kakao SDK is loaded. The buttons do not need it.",
      "Remove it unless login, sharing or the like use it.",
    ],
  },
  KC927: {
    ko: ["이 HTML에는 카카오 상담이 없어요.", "버튼이 있는 페이지인지 확인하세요."],
    en: [
      "Nothing of a Kakao consultation is in this HTML.",
      "See whether it is the page with the button.",
    ],
  },
  KC928: {
    ko: ["플로팅 버튼이 있어요({id}).", "따로 할 일은 없어요."],
    en: ["There is a floating button ({id}).", "Nothing to do."],
  },
  KC929: {
    ko: [
      "“{label}”의 값 중 서버나 스크립트가 채우는 것이 있어요: {names}",
      "채워진 뒤의 페이지도 검사하세요.",
    ],
    en: [
      "A server or a script fills in some of “{label}”: {names}",
      "Check the page as it is sent, too.",
    ],
  },
  KC930: {
    ko: ["페이지를 읽지 못했어요: {reason}", "주소와 서버를 확인하세요."],
    en: ["The page could not be read: {reason}", "See to the address and the server."],
  },
  KC931: {
    ko: ["페이지의 일부만 읽었어요.", "페이지를 나누어 검사하세요."],
    en: ["Only part of the page was read.", "Check it in parts."],
  },
  KC932: {
    ko: [
      "“{label}”에는 이미 표시가 있는데, 기존 스크립트도 상담을 열어요({uuid}).",
      "기존 스크립트에서 이 버튼의 상담 코드를 지우세요. 남겨 두면 새 버튼이 작동하지 않거나 창이 두 개 열려요.",
    ],
    en: [
      "“{label}” is marked, and older code still starts its chat, too ({uuid}).",
      "Remove that code: it keeps the new button from working, or opens a second window.",
    ],
  },
};

/** What a code means and what to do, in one language, with its values filled in. */
export function describeCode(
  code: string,
  values: Readonly<Record<string, string>>,
  language: Language,
): { what: string; remedy: string } {
  const words = isPageCode(code)
    ? PAGE_WORDS[code]
    : isConvertCode(code)
      ? CONVERT_WORDS[code]
      : findProblemWords(code);
  const [what, remedy] = words[language];
  return { what: fillIn(what, values, language), remedy: fillIn(remedy, values, language) };
}

/** A button without a name. */
const UNNAMED = { ko: "이 버튼", en: "the button" } as const;

function fillIn(
  text: string,
  values: Readonly<Record<string, string>>,
  language: Language,
): string {
  const unnamed = UNNAMED[language];
  const isEmpty = (name: string) => Object.hasOwn(values, name) && !values[name];
  return text
    .replace(/^“\{(\w+)\}”/, (all, name: string) => (isEmpty(name) ? capitalize(unnamed) : all))
    .replace(/“\{(\w+)\}”/g, (all, name: string) => (isEmpty(name) ? unnamed : all))
    .replace(/ ?\(\{(\w+)\}\)/g, (all, name: string) => (isEmpty(name) ? "" : all))
    .replace(/\{(\w+)\}/g, (all, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? "") : all,
    );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
