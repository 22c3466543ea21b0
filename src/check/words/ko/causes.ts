import type { Cause } from "../../codes.js";
import type { Pair } from "../words.js";

/** What a code means for another cause than its first. */
export const CAUSES: Record<Cause, Pair> = {
  "KC101 call": [
    "“{label}”에 채널의 검색용 아이디가 없어요.",
    '`{ uuid: "@아이디" }`를 넣거나 스크립트 태그에 `data-uuid`를 넣으세요.',
  ],
  "KC314 call": ["“{label}”에 모르는 옵션이 있어요: `{field}`", "이름을 확인하세요. `{message}`"],
  "KC311 tidied": ["“{label}”의 `{field}` 값을 고쳐서 써요: `{got}`", "`{meant}`로 적으세요."],
  "KC803 entry": [
    "“{label}”의 `via`가 페이지의 `partners`에 없어요. `{entry}`는 https 주소가 아니에요.",
    "`data-partners`에 `{origin}`으로 적으세요.",
  ],
  "KC803 origin": [
    "“{label}”의 `via`가 페이지의 `partners`에 없어요.",
    "스크립트 태그의 `data-partners`에 `{origin}` 주소를 추가하세요.",
  ],
  "KC901 text": ["`{what}` 코드가 화면에 글자로 보여요.", "편집기의 HTML 모드에서 붙여 넣으세요."],
  "KC901 comment": [
    "`{what}` 코드가 주석(`<!-- … -->`) 안에 있어서 브라우저가 읽지 않아요.",
    "주석 표시를 지우세요.",
  ],
  "KC903 template": [
    "“{label}” 버튼이 `<template>` 안에 있어요. 스크립트가 복사해야 화면에 나타나요.",
    "복사하는 스크립트가 없다면 `<template>` 밖으로 옮기세요.",
  ],
  "KC904 moving": [
    "새 버전이 나오면 `{file}` 주소의 파일도 새 버전으로 바뀌어요. 수정 사항은 저절로 반영되고 `integrity`는 쓸 수 없어요.",
    "따로 할 일은 없어요.",
  ],
  "KC909 settings": [
    "`{file}` 파일이 두 번 이상 들어 있고, 먼저 나온 태그만 쓰여요. 이 태그의 `{names}` 설정은 적용되지 않아요.",
    "설정을 모두 적은 태그 하나만 남기세요.",
  ],
  "KC909 launcher": [
    "먼저 나온 `{first}` 파일이 버튼을 처리해요. 버튼에는 `{file}` 태그의 `{names}` 설정이 적용되지 않아요.",
    "설정을 모두 적은 `kakao-chat-launcher.js` 태그만 남기세요. `kakao-chat.js`가 하는 일도 함께 해요.",
  ],
  "KC911 credentials": [
    "`{file}` 태그를 브라우저가 실행하지 않아요(`{what}`).",
    '`crossorigin="anonymous"`로 고치세요.',
  ],
  "KC911 waiting": [
    "`{file}` 주소가 `{what}`에 있는데, 이 주소로 파일을 불러오는 코드가 페이지에 없어요.",
    "`src`로 고치세요.",
  ],
  "KC924 other": [
    "“{label}”의 `data-kakao-chat`은 {uuid} 채널인데 링크의 주소는 {other} 채널이에요. 스크립트가 없으면 방문자가 주소의 채널로 가요.",
    "둘에 같은 채널을 적으세요.",
  ],
  "KC933 name": [
    "브라우저는 `{address}`가 어디에 있는지 몰라서 모듈을 실행하지 않아요.",
    "`{meant}` 주소에서 불러오거나 임포트 맵(import map)을 추가하세요.",
  ],
  "KC985 launcher": [
    "`{attribute}` 속성은 플로팅 버튼의 설정이라 `{file}`에서는 효과가 없어요.",
    "`{file}` 대신 `kakao-chat-launcher.js`를 불러오세요.",
  ],
  "KC944 component": [
    "새 버튼은 컴포넌트가 아니라 일반 요소라서 옮기지 않았어요: `{names}`",
    "컴포넌트가 속성을 안쪽 요소로 넘긴다면 컴포넌트를 그대로 두고, 클릭 핸들러를 뺀 다음 `data-kakao-chat` 속성을 컴포넌트에 넣으세요. 아니면 필요한 것을 직접 추가하세요.",
  ],
  "KC975 default": [
    "배포 환경이나 설정, 컴포넌트를 쓰는 쪽에서 `{name}`에 값을 넣으면 상담 주소가 그 값이 돼요. 새 버튼에는 기본값을 넣었어요.",
    "다른 채널이 들어갈 수 있으면 새 버튼에 그 채널의 검색용 아이디를 넣거나, 아이디를 고르는 값을 넣으세요.",
  ],
  "KC988 item": [
    "목록의 항목 가운데 이 항목만 상담을 열어요: `{source}`. 새 버튼은 이 항목에서만 상담을 열고, 다른 항목에서는 하던 일을 그대로 해요.",
    "기존 함수에서 상담을 여는 부분은 이 항목에서 더 이상 부르지 않아요. 다른 항목에서도 쓰는 코드가 아니라면 지우세요.",
  ],
  "KC992 submit": [
    "기존 코드는 폼을 전송할 때 상담을 열어요. 입력 칸에서 Enter를 눌러도 열려요. 새 버튼은 눌렀을 때만 열어요.",
    "폼의 `submit` 이벤트에서 `event.preventDefault(); KakaoChat.open(button);`을 실행하세요.",
  ],
  "KC993 import": [
    '스크립트에 `import`가 있지만 `type="module"`이 없어서 그 안의 코드가 실행되지 않아요: `{source}`',
    '스크립트 태그에 `type="module"`을 추가하세요.',
  ],
  "KC997 unquoted": [
    "“{label}”의 `{attribute}` 값에 따옴표가 없어서 첫 공백에서 끊겼어요. 남은 값은 `{value}`뿐이에요.",
    "값을 따옴표로 감싸세요.",
  ],
  "KC998 unclosed": [
    "스크립트 태그가 닫히지 않았어요. 그 뒤가 모두 스크립트로 읽히고, 스크립트는 실행되지 않아요. `{what}`",
    "`</script>`로 닫으세요.",
  ],
  "KC998 quote": [
    "스크립트 태그의 따옴표가 닫히지 않았어요. 그 뒤가 모두 주소로 읽혀요. `{what}`",
    "따옴표를 닫으세요.",
  ],
  "KC940 app": [
    "“{label}”에서 앱 주소(`{what}`)로 카카오톡 앱도 열어요. 새 버튼에는 없는 동작이에요. 휴대폰에서는 카카오 페이지가 앱으로 이어 줘요.",
    "따로 할 일은 없어요.",
  ],
  "KC940 page": [
    "“{label}”에서 채팅이 아닌 채널의 다른 페이지로 이동해요(`{what}`).",
    "따로 할 일은 없어요.",
  ],
  "KC942 own": [
    "버튼마다 채널이 달라요: {ids}",
    "따로 할 일은 없어요. 아이디가 모두 맞는지만 확인하세요.",
  ],
};
