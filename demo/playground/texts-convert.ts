/** What the converter says. */
export const CONVERT_TEXTS = {
  "convert.label": ["기존 코드", "The old code"],
  "convert.nothing": [
    "카카오 상담 버튼을 찾지 못했어요. 버튼의 HTML과 스크립트를 함께 붙여 넣어 보세요.",
    "No consultation button found. Paste the button’s HTML together with its script.",
  ],
  "convert.result": ["변환된 코드", "The new code"],
  "convert.use": ["이 설정으로 버튼 만들기", "Use these settings above"],
  "convert.used": ["설정을 옮겼어요.", "The settings are in the form."],
  "convert.dynamic": [
    "누를 때 값을 채우는 코드(버튼 코드 뒤에 넣으세요)",
    "What fills in the values at the click (put it after the button)",
  ],
  "convert.wrong": ["기존 코드에서 찾은 문제", "What was wrong with the old code"],
  "convert.fine": ["눈에 띄는 문제는 없었어요.", "Nothing wrong was found."],
  "convert.count": ["{count}가지를 찾았어요.", "{count} found."],
  "convert.broken": [
    "아래 오류 때문에 기존 버튼도 작동하지 않았을 거예요. 설정을 옮긴 뒤 위에서 고쳐 주세요.",
    "With the error below the old button cannot have worked. Take the settings over and mend it above.",
  ],

  "wrong.curlyQuotes": [
    "둥근 따옴표(“ ”)가 코드에 섞여 있어요. 브라우저는 따옴표로 읽지 못해요.",
    "Curly quotes (“ ”) in the code. Browsers do not take them for quotes.",
  ],
  "wrong.smallPopup": [
    "팝업 크기({size})가 카카오의 권장 크기(1024 × 800)보다 작아요.",
    "A popup of {size}, below Kakao’s recommended 1024 × 800.",
  ],
  "wrong.noCharset": [
    "폼에 `accept-charset`이 없어요. EUC-KR 페이지에서는 한글이 깨져서 전달돼요.",
    "The form has no `accept-charset`: on an EUC-KR page Hangul arrives garbled.",
  ],
  "wrong.leakingForm": [
    "누를 때마다 폼을 새로 만들고 지우지 않아요. 페이지에 같은 폼이 쌓여요.",
    "A new form at each click, never removed: the page fills up with them.",
  ],
  "wrong.lateOpening": [
    "서버 응답이나 타이머를 기다린 뒤에 창을 열어요. 팝업 차단에 걸려요.",
    "The window opens after an answer or a timer: popup blockers refuse it.",
  ],
  "wrong.noopenerCheck": [
    "`noopener`로 열면 `window.open`은 항상 `null`을 돌려줘요. 막혔는지 알 수 없어요.",
    "With `noopener`, `window.open` always returns `null`: blocked and opened look alike.",
  ],
  "wrong.noTarget": [
    "새 창을 지정하지 않아서 홈페이지가 상담 화면으로 바뀌어요.",
    "No target: the shop’s own page is navigated away.",
  ],
  "wrong.identity": [
    "로그인 아이디나 토큰으로 보이는 값(`{name}`)을 보내요. 메타 정보에는 개인정보를 넣을 수 없어요.",
    "It sends what looks like a login id or a token (`{name}`). Meta information must hold no personal data.",
  ],
  "wrong.includeScript": [
    "`includeScript`는 팝업 안의 파트너 페이지에서만 써요. 홈페이지에서는 지워 주세요.",
    "`includeScript` belongs on a partner’s page in the popup only. Remove it from the shop’s pages.",
  ],
  "wrong.notButton": [
    "`<{name}>` 요소는 키보드와 화면 낭독기로 누를 수 없어요. `<button>`으로 바꿨어요.",
    "A `<{name}>` cannot be used by keyboard or screen reader. It is a `<button>` now.",
  ],
  "wrong.inlineHandler": [
    "HTML 안에 `onclick` 같은 코드가 있어요. CSP를 쓰는 페이지에서는 작동하지 않아요.",
    "Code within the HTML, such as `onclick`: dead under a CSP.",
  ],
  "wrong.opener": [
    "상담 창이 홈페이지와 이어져 있어요(`opener`). 그 창에서 홈페이지를 다른 곳으로 보낼 수 있어요.",
    "The window keeps a reference to the page (`opener`), and could send it elsewhere.",
  ],
  "wrong.rawAddress": [
    "주소에 값을 인코딩하지 않고 붙여요. `&`나 한글이 있으면 잘리거나 깨져요.",
    "Values are put into the address unencoded: `&` or Hangul cut or garble them.",
  ],
  "wrong.computed": [
    "`{name}` 값은 스크립트가 만들어요(`{source}`). 두 번째 코드가 똑같이 채워 줘요.",
    "`{name}` comes from a script (`{source}`). The second piece of code fills it in the same way.",
  ],
  "wrong.template": [
    "`{name}` 값은 서버 템플릿이 채우므로 그대로 두었어요.",
    "`{name}` comes from a server’s template, and is left as it was.",
  ],
  "wrong.unknownField": [
    "카카오 문서에 없는 항목이라 뺐어요: `{name}`",
    "`{name}` is in none of Kakao’s documents, and was left out.",
  ],
} as const;
