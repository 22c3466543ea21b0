import { CONVERT_TEXTS } from "../texts-convert.js";
import { COPY_TEXTS } from "./copy.js";
import { PROBLEM_TEXTS } from "./problems.js";

export type Language = "ko" | "en";

/** Every word that the page says: Korean, then English. Between backticks is code; `{name}` is filled in. */
const PAGE_TEXTS = {
  title: ["카카오톡 상담 버튼 만들기", "Make a KakaoTalk consultation button"],
  lead: [
    "아이디를 넣고, 눌러 보고, 코드를 복사하세요. 설명서를 읽지 않아도 돼요.",
    "Enter your channel’s id, try the button, copy the code. No manual needed.",
  ],
  skip: ["미리보기로 건너뛰기", "Skip to the preview"],
  language: ["언어", "Language"],

  "form.title": ["버튼 만들기", "Your button"],
  "form.example": ["예시로 채우기", "Fill in an example"],
  "form.reset": ["처음으로", "Start over"],
  "form.more": ["자세한 설정", "More settings"],
  "form.more.hint": ["대부분은 그대로 두면 돼요.", "Most people leave these as they are."],

  "uuid.label": ["채널의 검색용 아이디", "The channel’s search id"],
  "uuid.hint": [
    "카카오톡 채널 관리자센터의 **프로필 > 검색용 아이디**에 있어요. `@`로 시작해요.",
    "In 카카오톡 채널 관리자센터, **프로필 > 검색용 아이디**. It begins with `@`.",
  ],
  "uuid.where": ["아이디가 두 가지라 헷갈려요", "There are two ids: which one?"],
  "uuid.search": ["검색용 아이디", "Search id (검색용 아이디)"],
  "uuid.search.text": [
    "카카오톡에서 채널을 찾을 때 쓰는 이름이에요. 여기에는 이 아이디를 넣어요.",
    "The name people find your channel by. This is the one to enter here.",
  ],
  "uuid.public": ["채널 URL의 아이디", "Id in the channel’s address"],
  "uuid.public.text": [
    "`pf.kakao.com/_xxxx`처럼 주소 뒤에 붙는 아이디예요. 상담 버튼에는 쓸 수 없어요.",
    "What follows `pf.kakao.com/`, such as `_xxxx`. It cannot start a consultation.",
  ],
  "uuid.pasted": [
    "방금 넣은 값(`{got}`)은 **채널 URL의 아이디**예요. 상담 버튼에는 관리자센터의 **프로필 > 검색용 아이디**에 있는, `@`로 시작하는 아이디가 필요해요.",
    "`{got}` is the **id in the channel’s address**. The button needs the other one: 관리자센터, **프로필 > 검색용 아이디**, which begins with `@`.",
  ],
  "uuid.needed": [
    "검색용 아이디를 넣으면 버튼이 완성돼요.",
    "Enter the search id, and the button is ready.",
  ],

  "label.label": ["버튼 문구", "The button’s text"],
  "label.default": ["카카오톡 상담하기", "Chat on KakaoTalk"],
  "look.label": ["모양", "Look"],
  "look.solid": ["채운 버튼", "Solid"],
  "look.outline": ["테두리 버튼", "Outline"],
  "look.floating": ["오른쪽 아래 고정", "Floating"],
  "look.link": ["글자 링크", "Text link"],

  "extra.label": ["상담사에게 전달할 메타 정보", "Meta information for the counsellor"],
  "extra.hint": [
    "주문 번호나 상품 번호처럼 상담에 필요한 값이에요. 이름, 전화번호 같은 **개인정보는 넣지 마세요**.",
    "Such as an order’s or a product’s number. **No personal data**: no names, no telephone numbers.",
  ],
  "extra.count": ["{count} / 1,000자", "{count} / 1,000 characters"],
  "extra.count.hint": [
    "카카오가 세는 방식이에요. 줄바꿈은 두 글자로 세요.",
    "As Kakao counts: a line break is two.",
  ],
  "bot.label": ["상담을 시작하는 쪽", "Who answers first"],
  "bot.unset": ["정하지 않음(상담사)", "Not set (a counsellor)"],
  "bot.true": ["챗봇", "The bot"],
  "bot.false": ["상담사", "A counsellor"],
  "bot.auto": ["챗봇, 상담 중이면 상담사", "The bot, or an open chat"],
  "event.label": ["챗봇 블록의 이벤트 이름", "The bot block’s event name"],
  "event.hint": [
    "챗봇으로 시작할 때 바로 실행할 블록이 있으면 적어요. 대소문자를 구분해요.",
    "The block to run as the bot starts. Capitals matter.",
  ],

  "endpoint.label": ["카카오의 상담 주소", "Which of Kakao’s addresses"],
  "endpoint.write": ["write (공식 문서의 주소)", "write (the documented one)"],
  "endpoint.open": ["open (실제로 많이 쓰는 주소)", "open (the one most sites use)"],
  "endpoint.hint": [
    "게시하기 전에 한 번 눌러 보세요. 상담이 시작되지 않으면 다른 쪽을 고르세요.",
    "Try one click before release. If no consultation starts, choose the other.",
  ],
  "method.label": ["보내는 방식", "How it is sent"],
  "method.auto": ["자동 (길면 POST)", "Automatic (POST if long)"],
  "method.get": ["항상 GET", "Always GET"],
  "method.post": ["항상 POST", "Always POST"],
  "target.label": ["열리는 곳", "Where it opens"],
  "target.auto": ["자동 (기기에 맞게)", "Automatic (by the device)"],
  "target.popup": ["팝업", "A popup"],
  "target.tab": ["새 탭", "A new tab"],
  "target.self": ["지금 창", "The same window"],
  "size.label": ["팝업의 안쪽 크기", "The popup’s inner size"],
  "width.label": ["너비", "Width"],
  "height.label": ["높이", "Height"],
  "size.hint": [
    "카카오의 권장 크기는 1024 × 800 이상이에요.",
    "Kakao recommends 1024 × 800 or more.",
  ],
  "reuse.label": ["창 하나를 함께 쓰기", "One window for all buttons"],
  "reuse.hint": [
    "다시 누르면 열린 창이 앞으로 나와요. 대신 상담 창에 뜨는 페이지가 내 홈페이지를 다른 곳으로 보낼 수 있게 돼요.",
    "A second click brings the open window to the front. But whatever is shown there could then send your page elsewhere.",
  ],
  "via.label": ["먼저 거칠 파트너 페이지", "A partner’s page to pass through"],
  "via.hint": [
    "파트너사 페이지를 거쳐 상담을 시작할 때만 적어요.",
    "Only where the consultation goes through a partner’s page.",
  ],
  "via.practice": ["연습용 파트너 페이지 넣기", "Use the practice partner’s page"],
  "privacy.label": ["개인정보로 보이는 값이 있으면", "If it looks like personal data"],
  "privacy.warn": ["알려만 주고 그대로 보내기", "Warn, and send as it is"],
  "privacy.mask": ["*로 가리고 보내기", "Replace it by *"],
  "privacy.omit": ["메타 정보를 빼고 보내기", "Send no meta information"],
  "host.label": ["스크립트를 올려 둔 주소", "Where the script is kept"],
  "host.hint": [
    "`dist/kakao-chat.js`를 올린 폴더의 주소예요. 비워 두면 예시 주소가 들어가요.",
    "The folder that has `dist/kakao-chat.js`. Empty: an example’s address.",
  ],
  "host.invalid": [
    "`https://`로 시작하는 주소나 `/`로 시작하는 경로를 적어 주세요.",
    "Write an address that begins with `https://`, or a path that begins with `/`.",
  ],
  "share.label": ["주소에 메타 정보도 담기", "Put the meta information into the address too"],
  "share.hint": [
    "설정은 이 페이지의 주소에 담겨요. 메타 정보는 직접 고를 때만 담겨요.",
    "The settings are in this page’s address; the meta information only if you say so.",
  ],
  "share.copy": ["설정 주소 복사", "Copy the settings’ address"],

  "preview.title": ["미리보기", "Preview"],
  "preview.real.practice": [
    "진짜로 작동하는 버튼이에요. 누르면 **연습용 상담 창**이 열리고, 카카오로는 아무것도 보내지 않아요.",
    "A real button. It opens the **practice window**; nothing goes to Kakao.",
  ],
  "preview.real.kakao": [
    "진짜로 작동하는 버튼이에요. 누르면 한 번 확인한 뒤 **실제 카카오 상담 창**을 열어요.",
    "A real button. After a confirmation it opens **Kakao’s real consultation window**.",
  ],
  "try.opened.popup": [
    "팝업을 열고 {method} 방식으로 보냈어요.",
    "Opened a popup, sent by {method}.",
  ],
  "try.opened.tab": [
    "새 탭을 열고 {method} 방식으로 보냈어요.",
    "Opened a new tab, sent by {method}.",
  ],
  "try.opened.self": [
    "지금 창에서 {method} 방식으로 보냈어요.",
    "Sent by {method} in this window.",
  ],
  "try.focused": [
    "열려 있던 창을 앞으로 가져왔어요. 다시 보내지는 않았어요.",
    "Brought the open window to the front. Nothing was sent again.",
  ],
  "try.blocked": [
    "브라우저가 새 창을 막았어요. 주소창의 팝업 차단 표시에서 허용해 주세요.",
    "The browser refused a window. Allow popups for this page.",
  ],
  "try.invalid": [
    "오류가 있어서 열지 않았어요. 빨간 안내를 확인해 주세요.",
    "Nothing was opened: see the error in the form.",
  ],
  "try.confirm.title": ["실제 카카오로 보낼까요?", "Send this to Kakao for real?"],
  "try.confirm.text": [
    "`{uuid}` 채널의 상담 창이 열리고, 미리보기에 보이는 내용이 카카오로 전송돼요. 운영 중인 채널이면 상담사에게 전달될 수 있어요.",
    "The window of `{uuid}` opens, and what is listed in the preview goes to Kakao. A live channel’s counsellors may see it.",
  ],
  "try.confirm.yes": ["카카오로 열기", "Open Kakao"],
  "try.confirm.no": ["취소", "Cancel"],

  "request.title": ["카카오가 받는 내용", "What Kakao receives"],
  "request.none": [
    "아이디를 넣고 오류가 없으면 여기에 나와요.",
    "Shows here once there is an id and no error.",
  ],
  "request.method": ["방식", "Method"],
  "request.address": ["주소", "Address"],
  "request.length": ["전체 주소 길이", "Whole address"],
  "request.characters": ["{count}자", "{count} characters"],
  "request.name": ["이름", "Name"],
  "request.value": ["값", "Value"],
  "request.units": ["글자", "Characters"],
  "request.bytes": ["바이트", "Bytes"],
  "request.practice": [
    "지금은 연습용 주소예요. 복사한 버튼은 `https://bizmessage.kakao.com`으로 보내요.",
    "The practice address. Copied buttons go to `https://bizmessage.kakao.com`.",
  ],
  "request.via": [
    "파트너 페이지로 먼저 보내고, 그 페이지가 카카오로 넘겨요.",
    "To the partner’s page first, which sends it on to Kakao.",
  ],
  "request.why.get": [
    "전체 주소가 {count}자로, 2,000자 이하라서 GET으로 보내요.",
    "By GET: the whole address has {count} characters, at most 2,000.",
  ],
  "request.why.post": [
    "전체 주소가 {count}자로, 2,000자를 넘어서 POST로 보내요.",
    "By POST: the whole address would have {count} characters, over 2,000.",
  ],
  "request.why.chosen": ["{method} 방식을 직접 골랐어요.", "You chose {method}."],
  "request.why.long": [
    "GET을 골랐지만 전체 주소가 {count}자로, 7,000자를 넘어서 POST로 보내요.",
    "By POST though you chose GET: the whole address would have {count} characters, over 7,000.",
  ],

  "devices.title": ["기기마다 열리는 곳", "Where it opens"],
  "devices.popup": ["PC", "PC"],
  "devices.tab": ["휴대폰, 태블릿", "Phone, tablet"],
  "devices.self": ["앱 안의 브라우저", "In-app browser"],
  "devices.opens.popup": [
    "화면 가운데에 {width} × {height} 팝업이 떠요.",
    "A popup of {width} × {height} in the middle of the screen.",
  ],
  "devices.opens.tab": ["새 탭이 열려요.", "A new tab."],
  "devices.opens.self": [
    "지금 창이 상담으로 바뀌어요.",
    "The same window goes to the consultation.",
  ],
  "devices.self.hint": [
    "카카오톡, 네이버, 인스타그램 같은 앱 안에서 연 경우예요.",
    "Inside KakaoTalk, Naver, Instagram and the like.",
  ],

  "webhook.title": ["상담 시스템이 받는 JSON", "What the counsellor’s system gets"],
  "webhook.hint": [
    "한 딜러사의 공개 문서를 따랐어요(`POST …/reference`). 딜러사에 따라 다를 수 있어요.",
    "By one dealer’s published manual (`POST …/reference`). Yours may differ.",
  ],
  "webhook.time": ["상담을 시작한 시각", "the time of the start"],
  "webhook.last": ["지난번에 보낸 값", "the last one sent"],
  "webhook.again": [
    "메타 정보 없이 시작하면 지난번 값이 다시 전달돼요.",
    "Started without meta information, the last one is delivered again.",
  ],

  "problem.error": ["오류", "Error"],
  "problem.warning": ["주의", "Note"],
  "problem.console": ["콘솔에 남는 내용", "The console’s line"],

  copied: ["복사했어요.", "Copied."],
  "copied.not": [
    "복사하지 못했어요. 선택된 코드를 Ctrl+C로 복사해 주세요.",
    "Could not copy. The code is selected: press Ctrl+C.",
  ],
} as const;

export const TEXTS: Record<string, readonly [ko: string, en: string]> = {
  ...PAGE_TEXTS,
  ...COPY_TEXTS,
  ...PROBLEM_TEXTS,
  ...CONVERT_TEXTS,
};

/** A text in the language, with what belongs into its `{name}`s. */
export function findText(
  key: string,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  const pair = TEXTS[key];
  if (!pair) throw new Error(`no text is called ${key}`);
  return pair[language === "ko" ? 0 : 1].replace(/\{(\w+)\}/g, (all, name) =>
    String(values[name] ?? all),
  );
}

/** Korean for browsers that put it first, English for the others. */
export function findLanguage(languages: readonly string[]): Language {
  return /^ko\b/i.test(languages[0] ?? "") ? "ko" : "en";
}
