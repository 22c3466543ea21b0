import type { PageCodeName } from "../../codes.js";
import type { Pair } from "../words.js";

/** What the check says of a page. */
export const PAGE: Record<PageCodeName, Pair> = {
  KC901: [
    "상담 버튼({count}개)은 있지만 스크립트가 없어요. 버튼을 눌러도 아무 일도 일어나지 않아요.",
    "`kakao-chat.js` 스크립트 태그를 넣으세요.",
  ],
  KC902: [
    "HTML에는 스크립트가 없어요. 다른 스크립트({loader})가 나중에 넣을 수 있어요.",
    "브라우저의 콘솔에서 `KakaoChat.version`을 확인하세요.",
  ],
  KC903: [
    "스크립트는 있지만 HTML에 상담 버튼이 없어요.",
    "버튼에 `data-kakao-chat` 속성이 남아 있는지 확인하세요. 편집기가 지웠거나 나중에 추가되는 버튼일 수 있어요.",
  ],
  KC904: [
    "`{file}` 주소에 버전이 없어요. 같은 주소의 파일이 바뀔 수 있어요.",
    "버전이 있는 주소와 `integrity`를 쓰세요.",
  ],
  KC905: [
    "페이지의 버전({version})과 이 검사의 버전({own})이 달라요.",
    "같은 버전으로 검사하거나 스크립트를 업데이트하세요.",
  ],
  KC906: [
    "`{file}`의 `integrity`가 {version} 버전의 파일과 달라요. 브라우저가 스크립트를 실행하지 않아요.",
    "이 값으로 바꾸세요: `{hash}`",
  ],
  KC907: [
    "다른 도메인의 `{file}`에 `integrity`만 있고 `crossorigin`이 없어요. 브라우저가 스크립트를 실행하지 않아요.",
    '`crossorigin="anonymous"`를 추가하세요.',
  ],
  KC908: ["`<head>`의 `{file}`에 `defer`가 없어서 화면이 늦게 나타나요.", "`defer`를 추가하세요."],
  KC909: [
    "`{file}` 파일이 두 번 이상 들어 있어요. 한 번만 실행되므로 작동에는 문제없어요.",
    "하나만 남기세요.",
  ],
  KC910: [
    "https 페이지에서 `{file}` 파일을 http로 불러요(`{address}`). 브라우저가 막아요.",
    "https 주소를 쓰세요.",
  ],
  KC911: ["`{file}` 태그를 브라우저가 실행하지 않아요(`{what}`).", "이 속성을 지우세요."],
  KC912: [
    "`{file}`의 `integrity` 값이 해시가 아니에요. 브라우저가 무시해요.",
    "`dist/sri.json`의 값을 쓰세요.",
  ],
  KC913: ["파트너 페이지의 스크립트가 있어요.", "홈페이지에는 `kakao-chat.js`를 쓰세요."],
  KC914: [
    "CSP의 `script-src`가 `{file}` 파일을 막아요.",
    "`script-src`에 `{origin}` 주소를 추가하세요.",
  ],
  KC915: [
    "CSP의 `form-action`이 POST 요청을 막아요. 상담은 GET으로 시작되고, 긴 메타 정보는 빠질 수 있어요.",
    "`form-action`에 `{origin}` 주소를 추가하세요.",
  ],
  KC916: [
    "CSP가 인라인 스크립트를 막아서 `KakaoChatDefaults` 설정이 적용되지 않아요.",
    "`nonce`를 쓰거나 스크립트 태그의 `data-` 속성으로 옮기세요.",
  ],
  KC917: ["CSP의 `sandbox`에 `{flags}` 값이 없어요.", "`{flags}` 값을 추가하세요."],
  KC918: [
    "`Cross-Origin-Opener-Policy: {policy}` 때문에 창을 다시 쓸 수 없어요(`data-kakao-chat-reuse`). 누를 때마다 새 창이 열려요.",
    "`same-origin-allow-popups`로 바꾸거나 `reuse`를 끄세요.",
  ],
  KC919: [
    "문자 인코딩이 지정되지 않았어요. 속성의 한글이 깨질 수 있어요.",
    '`<meta charset="utf-8">`을 `<head>`의 맨 앞에 넣으세요.',
  ],
  KC920: [
    "헤더의 인코딩({header})과 `<meta>`의 인코딩({meta})이 달라요. 브라우저는 헤더를 따라요.",
    "둘을 같게 맞추세요.",
  ],
  KC921: [
    '`<base target="{target}">` 태그가 있어요. `target`이 없는 일반 링크와 폼은 이 창에서 열려요.',
    "상담 버튼은 영향을 받지 않아요.",
  ],
  KC922: [
    "페이지의 설정 중 값을 알 수 없는 것이 있어요: {names}",
    "스크립트가 만드는 값이에요. 브라우저의 콘솔에서 `KakaoChat.explain()`으로 확인하세요.",
  ],
  KC923: [
    "“{label}”의 메타 정보에 페이지의 값이 들어가요: {names}",
    "값은 버튼을 누를 때 정해져요.",
  ],
  KC924: [
    "상담 링크 “{label}”({uuid})에 `data-kakao-chat`이 없어서 스크립트가 다루지 않아요.",
    '`data-kakao-chat`을 추가하거나, 편집기가 지우는 곳이라면 스크립트 태그에 `data-links="true"`를 넣으세요.',
  ],
  KC925: [
    "직접 만든 상담 버튼이에요: “{label}”({uuid})",
    "`npx kakao-chat-button convert`로 바꿀 수 있어요.",
  ],
  KC926: [
    "카카오 SDK가 있어요. 상담 버튼에는 필요하지 않아요.",
    "로그인이나 공유 등에 쓰지 않으면 지우세요.",
  ],
  KC927: ["이 HTML에는 카카오 상담이 없어요.", "버튼이 있는 페이지인지 확인하세요."],
  KC928: ["플로팅 버튼이 있어요({id}).", "따로 할 일은 없어요."],
  KC929: [
    "“{label}”의 값 중 서버나 스크립트가 채우는 것이 있어요: {names}",
    "서버가 채우는 값이면 채워진 뒤의 페이지도 검사하고, 스크립트가 채우는 값이면 브라우저의 콘솔에서 `KakaoChat.explain()`으로 확인하세요.",
  ],
  KC930: ["페이지를 읽지 못했어요: {reason}", "주소와 서버를 확인하세요."],
  KC931: ["페이지의 일부만 읽었어요.", "페이지를 나누어 검사하세요."],
  KC932: [
    "“{label}”에는 이미 표시가 있는데, 기존 스크립트도 상담을 열어요({uuid}).",
    "기존 스크립트에서 이 버튼의 상담 코드를 지우세요. 남겨 두면 새 버튼이 작동하지 않거나 창이 두 개 열려요.",
  ],
  KC939: [
    "이 페이지에서는 플로팅 버튼이 보이지 않아요(`data-launcher-show`, `data-launcher-hide`).",
    "보여야 한다면 경로를 고치세요.",
  ],
};
