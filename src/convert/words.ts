import type { ConvertCode } from "./codes.js";

/** What is found, and what to do about it; `{name}` is filled in. Both in plain text with `code`. */
export interface Words {
  ko: readonly [what: string, remedy: string];
  en: readonly [what: string, remedy: string];
}

const REPLACED_KO = "변환된 버튼은 이 문제가 없어요.";
const REPLACED_EN = "The converted button does not have this.";

/** What the converter says of old code, and the check of the old buttons in a page. */
export const CONVERT_WORDS: Record<ConvertCode, Words> = {
  KC940: {
    ko: [
      "카카오톡 채널의 홈이나 1:1 채팅으로 가는 코드예요(`{what}`). 그대로 작동하지만 상담톡은 아니에요.",
      "상담톡으로 바꾸려면 관리자센터의 검색용 아이디(`@…`)를 쓰세요. 공개 아이디(`_…`)는 검색용 아이디가 아니에요.",
    ],
    en: [
      "It leads to the channel’s home or its own chat (`{what}`). It works as it is, but it is no consultation (상담톡).",
      "For a consultation, use the channel’s search id (`@…`). The public id (`_…`) is not it.",
    ],
  },
  KC941: {
    ko: [
      "누르지 않아도 상담으로 넘어가는 중간 페이지예요.",
      "홈페이지의 버튼이 아니라 파트너 페이지로 만드세요: `kakao-chat-partner.js`.",
    ],
    en: [
      "A page in between, which goes on to the chat by itself.",
      "Make it a partner’s page instead of a button: `kakao-chat-partner.js`.",
    ],
  },
  KC942: {
    ko: [
      "채널이 둘 이상이에요: {ids}",
      "한 버튼의 채널이 상황에 따라 다르면 버튼을 따로 만드세요. 버튼마다 첫 번째 채널로 변환했어요.",
    ],
    en: [
      "More than one channel: {ids}",
      "If one button’s channel depends on something, make a button for each: the button’s first was taken.",
    ],
  },
  KC943: {
    ko: [
      "상담을 시작하는 요소가 {count}개라서 버튼도 {count}개예요.",
      "각각 원래 있던 자리에 넣으세요.",
    ],
    en: [
      "{count} elements start a chat, so there are {count} buttons.",
      "Put each into its old place.",
    ],
  },
  KC944: {
    ko: ["새 버튼에 옮기지 않았어요: `{names}`", "필요하면 직접 추가하세요."],
    en: ["Not in the new button: `{names}`", "Add it by hand if you need it."],
  },
  KC945: {
    ko: ["기존 코드를 그대로 남겼어요: `{source}`", "이 코드가 쓰는 함수가 페이지에 있어야 해요."],
    en: [
      "Kept from your code, word for word: `{source}`",
      "The functions that it uses have to be on the page.",
    ],
  },
  KC946: {
    ko: [
      "스크립트의 이 코드는 옮기지 않았어요: `{source}`",
      '`document.addEventListener("kakao-chat:open", (event) => { … })` 안에서 실행하세요. `this` 대신 `event.target`을 쓰세요.',
    ],
    en: [
      "Left in your script, and not taken over: `{source}`",
      'Call it in `document.addEventListener("kakao-chat:open", (event) => { … })`, with `event.target` in place of `this`.',
    ],
  },
  KC947: {
    ko: [
      "`{name}` 값은 옮기지 못했어요. 기존 함수 안에서만 쓸 수 있는 이름이에요: `{names}`",
      "이 값을 쓸 수 있는 곳에서 `data-kakao-chat-{name}` 속성을 채우세요.",
    ],
    en: [
      "`{name}` could not be taken over: `{names}` can be reached within the old function alone.",
      "Set the attribute `data-kakao-chat-{name}` where the value can be reached.",
    ],
  },
  KC948: {
    ko: [
      "`{name}` 값은 스크립트가 만들어요(`{source}`). 변환된 코드가 버튼을 누를 때 똑같이 채워요.",
      "따로 할 일은 없어요.",
    ],
    en: [
      "`{name}` comes from a script (`{source}`). The converted code fills it in the same way.",
      "Nothing to do.",
    ],
  },
  KC949: {
    ko: [
      "`{name}` 값은 서버 템플릿이 채워요. 템플릿을 새 버튼에 옮겼어요.",
      "템플릿이 HTML에 맞게 이스케이프하는지 확인하세요.",
    ],
    en: [
      "`{name}` comes from a server’s template, which is in the new button too.",
      "See that the template escapes it for HTML.",
    ],
  },
  KC950: {
    ko: [
      "둥근 따옴표(“ ”)가 코드에 섞여 있어요. 브라우저는 따옴표로 읽지 못해요.",
      '곧은 따옴표(")로 바꾸세요.',
    ],
    en: [
      "Curly quotes (“ ”) in the code. Browsers do not take them for quotes.",
      'Replace them by straight ones (").',
    ],
  },
  KC951: {
    ko: ["팝업 크기({size})가 카카오의 권장 크기(1024 × 800)보다 작아요.", REPLACED_KO],
    en: ["A popup of {size}, below Kakao’s recommended 1024 × 800.", REPLACED_EN],
  },
  KC952: {
    ko: ["폼에 `accept-charset`이 없어요. EUC-KR 페이지라면 한글이 깨져서 전달돼요.", REPLACED_KO],
    en: [
      "The form has no `accept-charset`: on an EUC-KR page Hangul would arrive garbled.",
      REPLACED_EN,
    ],
  },
  KC953: {
    ko: ["누를 때마다 폼을 새로 만들고 지우지 않아요. 페이지에 같은 폼이 쌓여요.", REPLACED_KO],
    en: ["A new form at each click, never removed: they pile up in the page.", REPLACED_EN],
  },
  KC954: {
    ko: [
      "서버 응답이나 타이머를 기다린 뒤에 창을 열어요. 오래 걸리면(Safari는 1초) 팝업이 차단돼요.",
      REPLACED_KO,
    ],
    en: [
      "The window opens after an answer or a timer. If that takes long (a second in Safari), it is blocked.",
      REPLACED_EN,
    ],
  },
  KC955: {
    ko: [
      "`noopener`로 열면 `window.open`은 항상 `null`을 돌려줘요. 막혔는지 알 수 없어요.",
      REPLACED_KO,
    ],
    en: [
      "With `noopener`, `window.open` always returns `null`: blocked and opened look alike.",
      REPLACED_EN,
    ],
  },
  KC956: {
    ko: ["새 창을 지정하지 않아서 홈페이지가 상담 화면으로 바뀌어요.", REPLACED_KO],
    en: ["No new window: the shop’s own page is navigated away.", REPLACED_EN],
  },
  KC957: {
    ko: [
      "로그인 아이디나 토큰으로 보이는 이름(`{name}`)의 값을 보내요.",
      "메타 정보에는 개인정보를 넣을 수 없어요. 대신 조회용 번호를 보내거나 암호화하세요.",
    ],
    en: [
      "It sends a value by the name of a login id or a token (`{name}`).",
      "Meta information must hold no personal data: send a number to look things up by, or encrypt it.",
    ],
  },
  KC958: {
    ko: [
      "`includeScript`는 파트너 페이지에서 쓰는 스크립트예요.",
      "상담 버튼만 있는 페이지라면 지우세요.",
    ],
    en: [
      "`includeScript` is for a partner’s page.",
      "If this page only has the button, remove it.",
    ],
  },
  KC959: {
    ko: [
      "`<{name}>` 요소는 키보드로 누를 수 없고 화면 낭독기가 버튼으로 읽지 않아요.",
      REPLACED_KO,
    ],
    en: [
      "A `<{name}>` cannot be used by keyboard, and is no button to a screen reader.",
      REPLACED_EN,
    ],
  },
  KC960: {
    ko: [
      "HTML 안에 `onclick`이나 `javascript:` 코드가 있어요. 인라인 코드를 막는 CSP에서는 작동하지 않아요.",
      "상담을 여는 코드는 변환된 버튼에 필요 없어요.",
    ],
    en: [
      "Code within the HTML (`onclick`, `javascript:`): dead under a CSP that forbids inline code.",
      "The converted button needs none to open the chat.",
    ],
  },
  KC961: {
    ko: [
      "상담 창에서 원래 페이지에 접근할 수 있어요(`opener`). 그 창이 홈페이지를 다른 주소로 보낼 수도 있어요.",
      REPLACED_KO,
    ],
    en: [
      "The window keeps a reference to the page (`opener`), and could send it elsewhere.",
      REPLACED_EN,
    ],
  },
  KC962: {
    ko: [
      "`{names}` 값을 인코딩하지 않고 주소에 붙여요. `&`나 `#`이 있으면 값이 잘려요.",
      REPLACED_KO,
    ],
    en: ["`{names}` goes into the address unencoded: a `&` or `#` in it cuts it.", REPLACED_EN],
  },
  KC963: {
    ko: [
      "카카오 문서에 없는 항목이에요: `{name}`",
      "새 버튼에는 넣지 않아요. 상담사가 봐야 하는 값이면 `extra`에 넣으세요.",
    ],
    en: [
      "`{name}` is in none of Kakao’s documents.",
      "The new button does without it. If the counsellor needs it, put it into `extra`.",
    ],
  },
  KC964: {
    ko: ["주소에 `&amp;`가 남아 있어요. 두 번째 값부터 전달되지 않아요.", "변환된 주소를 쓰세요."],
    en: [
      "`&amp;` was left in the address: all but the first value are lost.",
      "Use the converted address.",
    ],
  },
  KC965: {
    ko: ["읽지 못한 코드가 있어요: `{source}`", "코드가 잘렸거나 문법 오류가 없는지 확인하세요."],
    en: [
      "Some code could not be read: `{source}`",
      "See whether it is cut off or has a syntax error.",
    ],
  },
  KC966: {
    ko: [
      "누르지 않아도 페이지가 열릴 때 창을 열어요. 팝업이 차단돼요.",
      "버튼을 눌러서 열게 하세요.",
    ],
    en: [
      "The window opens as the page loads, without a click: it is blocked as a popup.",
      "Let a click open it.",
    ],
  },
  KC967: {
    ko: [
      "붙여 넣은 코드에 없는 함수(`{name}`)가 이 주소로 창을 열어요.",
      "새 버튼에는 이 함수가 필요 없어요. 다른 일도 하는 함수라면 따로 확인하세요.",
    ],
    en: [
      "A function that was not pasted (`{name}`) gets this address.",
      "The new button does not need it. See whether it does something else too.",
    ],
  },
  KC968: {
    ko: [
      "상담이 시작된 뒤의 주소(`{what}`)예요. 방문자마다 다른 주소라 다시 쓸 수 없어요.",
      "채널의 검색용 아이디로 여는 주소를 쓰세요.",
    ],
    en: [
      "An address that a started chat has led to (`{what}`): it cannot be used again.",
      "Use the address with the channel’s search id.",
    ],
  },
  KC969: {
    ko: [
      "`{name}` 값은 서버 응답을 기다려야 해요(`{source}`). 변환된 코드가 `waitUntil`로 기다려요.",
      "5초 안에 응답이 없으면 이 값 없이 상담이 시작돼요.",
    ],
    en: [
      "`{name}` has to be waited for (`{source}`). The converted code does so by `waitUntil`.",
      "After 5 s without an answer the chat starts without it.",
    ],
  },
  KC970: {
    ko: [
      "`{name}` 값을 만드는 데 필요한 이름이 있어요: `{names}`",
      "이 이름을 페이지의 다른 스크립트에서도 쓸 수 있어야 해요. 없으면 이 값 없이 상담이 시작돼요.",
    ],
    en: [
      "`{name}` needs these names: `{names}`",
      "Other scripts of the page have to be able to reach them. If one is missing, the chat starts without the value.",
    ],
  },
  KC971: {
    ko: [
      "기존 코드는 조건을 확인한 다음에 상담을 열어요: `{source}`",
      "변환된 버튼은 이 조건을 확인하지 않아요. 필요하면 `kakao-chat:before` 이벤트에서 확인하고 취소하세요.",
    ],
    en: [
      "The old code opens the chat under a condition only: `{source}`",
      "The converted button does not ask. If it has to, ask in the event `kakao-chat:before`, and cancel that.",
    ],
  },
  KC972: {
    ko: [
      "`{name}` 값의 템플릿에서 URL 인코딩을 뺐어요.",
      "버튼이 값을 인코딩하므로 두 번 인코딩하지 마세요.",
    ],
    en: [
      "The URL encoding was taken off the template of `{name}`.",
      "The button encodes the value itself: do not encode it twice.",
    ],
  },
  KC973: {
    ko: [
      "상담 주소는 있지만(`{what}`) 그 주소를 여는 코드를 읽지 못했어요.",
      "기존 코드가 주소에 값을 더 붙인다면 직접 추가하세요.",
    ],
    en: [
      "The chat’s address is there (`{what}`), but the code that opens it could not be read.",
      "If that code adds values to the address, add them by hand.",
    ],
  },
  KC974: {
    ko: [
      "상담톡 딜러사의 페이지가 상담을 시작해요(`{what}`). 지금 그대로 작동해요.",
      "딜러사가 안내한 주소를 그대로 쓰세요. 이 스크립트로 바꿀 수 있는지는 딜러사에 물어보세요.",
    ],
    en: [
      "A dealer’s page starts the consultation (`{what}`). It works as it is.",
      "Keep the address that the dealer gave you. Ask the dealer whether this script can take its place.",
    ],
  },
  KC975: {
    ko: [
      "주소가 `{name}`에 있는데, 그 값은 붙여 넣은 코드에 없어요.",
      "`{name}`의 값을 정하는 줄도 함께 붙여 넣으세요.",
    ],
    en: [
      "The address is in `{name}`, whose value is not in what you pasted.",
      "Paste the line that sets `{name}`, too.",
    ],
  },
};
