/** The preview, what comes of a click, and what developers ask for. */
export const PREVIEW = {
  "preview.title": "미리보기",
  "preview.real.practice":
    "실제로 눌러 볼 수 있는 버튼이에요. **연습용 상담 창**이 열리고, 카카오로는 아무것도 보내지 않아요.",
  "preview.real.kakao":
    "실제로 눌러 볼 수 있는 버튼이에요. 한 번 확인한 뒤 **실제 카카오 상담 창**을 열어요.",
  "preview.image": "이미지 주소를 넣으면 여기에 보여요.",
  "try.opened.popup": "팝업을 열고 {method} 방식으로 보냈어요.",
  "try.opened.tab": "새 탭을 열고 {method} 방식으로 보냈어요.",
  "try.opened.self": "현재 창에서 {method} 방식으로 보냈어요.",
  "try.focused": "열려 있던 창을 앞으로 가져왔어요. 다시 보내지는 않았어요.",
  "try.blocked": "브라우저가 새 창을 막았어요. 주소창의 팝업 차단 표시에서 허용해 주세요.",
  "try.invalid": "오류가 있어서 열지 않았어요. ‘{field}’ 항목을 확인해 주세요.",
  "try.confirm.title": "실제 카카오로 보낼까요?",
  "try.confirm.text":
    "`{uuid}` 채널의 상담 창이 열리고, 미리보기의 내용이 카카오로 전송돼요. 운영 중인 채널이면 상담사에게 전달될 수 있어요.",
  "try.confirm.yes": "카카오로 열기",
  "try.confirm.no": "취소",

  "developers.title": "개발자용",
  "developers.hint": "카카오가 받는 내용, 상담 시스템의 JSON, CSP",
  "request.title": "카카오가 받는 내용",
  "request.none": "아이디를 넣고 오류가 없으면 여기에 나와요.",
  "request.method": "방식",
  "request.address": "주소",
  "request.length": "전체 주소 길이",
  "request.characters": "{count}자",
  "request.name": "이름",
  "request.value": "값",
  "request.units": "글자",
  "request.bytes": "바이트",
  "request.practice":
    "지금은 연습용 주소예요. 복사한 버튼은 `https://bizmessage.kakao.com`으로 보내요.",
  "request.via": "파트너 페이지로 먼저 보내고, 그 페이지가 카카오로 넘겨요.",
  "request.why.get": "전체 주소가 {count}자로, 2,000자 이하라서 GET으로 보내요.",
  "request.why.post": "전체 주소가 {count}자로, 2,000자를 넘어서 POST로 보내요.",
  "request.why.chosen": "{method} 방식을 직접 골랐어요.",
  "request.why.long": "GET을 골랐지만 전체 주소가 {count}자로, 7,000자를 넘어서 POST로 보내요.",

  "devices.title": "기기마다 열리는 곳",
  "devices.popup": "PC",
  "devices.tab": "휴대폰, 태블릿",
  "devices.self": "인앱 브라우저",
  "devices.opens.popup": "화면 가운데에 {width} × {height} 팝업이 떠요.",
  "devices.opens.tab": "새 탭이 열려요.",
  "devices.opens.self": "현재 창에서 상담이 열려요.",
  "devices.self.hint": "카카오톡, 네이버, 인스타그램 같은 앱 안에서 연 경우예요.",

  "webhook.title": "상담 시스템이 받는 JSON",
  "webhook.hint":
    "상담톡 딜러사 한 곳의 공개 문서를 기준으로 한 예시예요(`POST …/reference`). 딜러사에 따라 다를 수 있어요.",
  "webhook.time": "상담을 시작한 시각",
  "webhook.last": "지난번에 보낸 값",
  "webhook.again": "메타 정보 없이 시작하면 지난번 값이 다시 전달돼요.",

  "policy.title": "CSP를 쓴다면 추가할 지시어",

  "files.title": "파일 받기",
  "files.lead":
    "npm에 올라가기 전까지는 여기에서 받아 홈페이지나 CDN에 올려 쓰세요. 해시가 같으면 복사한 코드와 같은 버전의 파일이에요.",
  "files.download": "받기",
  "files.download.of": "{name} 받기",
  "files.size": "압축하면 {count} kB",
  "files.kakao-chat": "버튼을 직접 넣을 때",
  "files.kakao-chat-launcher": "플로팅 버튼을 쓸 때",
  "files.kakao-chat-partner": "파트너 페이지를 만들 때",
  "files.kakao-chat-seal": "메타 정보를 암호화할 때",
};
