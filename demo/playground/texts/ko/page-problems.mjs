/** What can be wrong with a page, and never with the form: for the checker and the stand-in. */
export const PAGE_PROBLEMS = {
  KC108:
    "이 페이지에서 허용한 채널이 아니에요. 스크립트 태그의 `data-channels`에 아이디를 추가해 주세요.",
  KC314: "알 수 없는 설정이에요. 이름을 확인해 주세요.",
  KC315: "글자로 된 값이 아니라서 뺐어요.",
  KC318: "주소에 `&amp;`가 남아 있어요. `&`로 읽었어요.",
  KC501:
    "페이지의 다른 코드가 클릭을 취소했어요. 일부러 취소하려면 `kakao-chat:before` 이벤트에서 하세요.",
  KC502: "페이지의 다른 코드가 `window.open`을 바꿔 놓아서 팝업 대신 새 탭으로 열려요.",
  KC503: "`kakao-chat:before` 이벤트 안에서는 `KakaoChat.open()`을 부를 수 없어요.",
  KC601: "스크립트 태그를 찾지 못해서 태그에 적은 설정을 읽지 못했어요.",
  KC802: "파트너 페이지의 `data-channels`에 없는 채널이에요.",
  KC803:
    "페이지에서 허용한 파트너가 아니에요. 스크립트 태그의 `data-partners`에 그 주소를 추가해 주세요.",
  KC811:
    "파트너 페이지의 includeScript 태그에 둥근 따옴표나 다른 주소가 있어요. 바로잡아 불러왔어요.",
  KC812: "파트너 페이지에서 includeScript를 불러오지 못했어요. 그래도 상담은 시작돼요.",
};
