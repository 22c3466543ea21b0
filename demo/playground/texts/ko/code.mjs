/** The tabs with the code. What a platform alone says stands in its own file. */
export const CODE = {
  "copy.title": "코드",
  "copy.tabs": "붙여 넣을 곳",
  "copy.button": "복사",
  "copy.button.of": "복사: {title}",
  "copy.again": "복사됨 ✓",
  "copy.style": "스타일",
  "copy.style.hint": "{count}줄, 함께 복사돼요",
  "copy.none": "아이디를 넣고 오류가 없으면 코드가 여기에 나와요.",
  "copy.fix.uuid": "‘채널의 검색용 아이디’를 확인해 주세요.",
  "copy.fix.via": "파트너 페이지 주소를 확인해 주세요.",
  "copy.fix.host": "스크립트를 올려 둔 주소를 확인해 주세요.",
  "copy.fix.image": "이미지 주소를 확인해 주세요.",
  "copy.example": "스크립트 주소가 예시예요. 파일을 올리고 그 주소를 넣어 주세요.",
  "copy.example.files": "파일 받기",
  "copy.example.host": "주소 바꾸기",

  "bar.label": "바로 가기",
  "counting.title": "클릭 집계",
  "counting.dataLayer": "dataLayer에 남기기",
  "counting.dataLayer.hint": "GTM에서 맞춤 이벤트 트리거로 쓸 수 있어요.",
  "counting.ga4": "GA4로 바로 보내기",
  "counting.ga4.hint": "페이지에 `gtag`가 있을 때만 보내요. GTM에서도 보내면 두 번 집계돼요.",
  "counting.hint":
    "이벤트 이름은 `kakao_chat_open`과 `kakao_chat_blocked`예요. 채널, 방식, 열린 곳만 담고 메타 정보는 담지 않아요.",
  "bar.preview": "미리보기",
  "bar.copy": "코드 복사",
  "bar.codes": "코드 보기",
  "bar.fix": "아이디 넣기",
  copied: "복사했어요.",
  "copied.not": "복사하지 못했어요. 선택된 코드를 Ctrl+C로 복사해 주세요.",

  "problem.error": "오류",
  "problem.warning": "주의",
  "problem.console": "콘솔에 남는 내용",

  "check.title": "점검하고 변환하기",
  "check.lead":
    "기존 버튼이나 페이지의 코드를 붙여 넣으면 무엇이 문제인지 알려 드려요. 붙여 넣은 코드는 실행하지도, 어디로 보내지도 않아요.",
  "check.open": "코드 점검하기",
  "check.used": "설정을 옮겼어요.",
  "check.failed": "점검 도구를 불러오지 못했어요. 인터넷 연결을 확인한 뒤 다시 눌러 주세요.",
};
