/** What is wrong, by the product's codes, as a shop owner would be told. */
export const PROBLEM_TEXTS = {
  KC101: ["채널의 검색용 아이디를 넣어 주세요.", "Enter the channel’s search id."],
  KC102: [
    "아이디 자리에 값이 채워지지 않았어요. 템플릿이나 스크립트의 변수 이름이 그대로 남아 있어요.",
    "A template’s left-over: the script or template had no value for the id.",
  ],
  KC103: [
    "채널 페이지의 주소예요. 주소 대신 관리자센터의 **프로필 > 검색용 아이디**를 넣어 주세요.",
    "The channel page’s address. Enter the id from 관리자센터, **프로필 > 검색용 아이디** instead.",
  ],
  KC104: [
    "상담 창의 주소예요. 방문자마다 바뀌는 값이라 쓸 수 없어요. 검색용 아이디만 넣어 주세요.",
    "An address of the chat window, which is another for each visitor. Enter the search id alone.",
  ],
  KC106: [
    "`_`로 시작하는 것은 채널 URL의 아이디예요. `@`로 시작하는 검색용 아이디를 넣어 주세요.",
    "An id with `_` is the one in the channel’s address. Enter the search id, which begins with `@`.",
  ],
  KC107: [
    "아이디에 쓸 수 없는 글자가 있어요. 주소나 빈칸, 기호 없이 `@`로 시작하는 아이디만 다시 복사해 주세요.",
    "A character that no id has. Copy the id alone, with its `@`: no address, white space or signs.",
  ],
  KC111: [
    "다듬은 아이디(`{uuid}`)로 보내요. 코드에도 이렇게 들어가요.",
    "Tidied: it is sent, and copied, as `{uuid}`.",
  ],
  KC112: [
    "대문자가 있어요. 대부분의 아이디는 소문자이니 관리자센터와 같은지 확인해 주세요.",
    "A capital letter. Most ids have none: compare with 관리자센터.",
  ],
  KC113: [
    "아이디에서 보기 드문 글자가 있어요. 관리자센터와 같은지 확인해 주세요.",
    "A rare character for an id: compare with 관리자센터.",
  ],
  KC114: [
    "15자가 넘어요. 관리자센터와 같은지 확인해 주세요.",
    "Over 15 characters: compare with 관리자센터.",
  ],
  KC211: [
    "값이 채워지지 않은 변수가 남아 있는 것 같아요. 적힌 그대로 보내요.",
    "It looks like a template’s left-over. It is sent as written.",
  ],
  KC212: [
    "1,000자가 넘어서 뒤쪽 {over}자는 잘려요. 주문 번호처럼 짧은 값만 보내 보세요.",
    "Over 1,000: the last {over} are cut. Send something short to look the rest up with.",
  ],
  KC221: [
    "개인정보로 보여요: {kinds}. 카카오 규정에 따라 넣을 수 없어요. 주문 번호 같은 값으로 바꿔 주세요.",
    "It looks like personal data: {kinds}. Kakao’s rules forbid it. Send something like an order’s number.",
  ],
  KC311: [
    "알 수 없는 값이라 기본값을 쓰거나, 소문자로 고쳐서 보내요.",
    "An unknown value: the default is taken, or capitals and white space are tidied.",
  ],
  KC312: [
    "1024 × 800 이상인 픽셀 수를 숫자로만 적어 주세요. 더 작으면 이 크기로 열려요.",
    "Whole pixels, 1024 × 800 or more. Below that, this size is taken.",
  ],
  KC314: ["알 수 없는 설정이에요. 이름을 확인해 주세요.", "An unknown setting. Check its name."],
  KC315: ["글자로 된 값이 아니라서 뺐어요.", "A value that is no text. It was left out."],
  KC316: [
    "주소가 7,000자를 넘어서 GET 대신 POST로 보내요.",
    "The address has over 7,000 characters, so it goes by POST.",
  ],
  KC317: [
    "PC에서 메타 정보를 보낼 때는 팝업이나 새 탭으로 열어야 해요. 카카오의 규칙이에요.",
    "On a PC, meta information must go to a popup or a new tab: Kakao’s rule.",
  ],
  KC411: [
    "100자가 넘어요. 챗봇의 이벤트 이름과 같은지 확인해 주세요.",
    "Over 100 characters: compare with the bot’s event name.",
  ],
  KC412: [
    "챗봇으로 시작할 때만 쓰여요. **상담을 시작하는 쪽**을 챗봇으로 바꿔 주세요.",
    "Only where the bot answers first: change **Who answers first**.",
  ],
  KC801: [
    "`https://`로 시작하는 주소를 적어 주세요. `#`은 쓸 수 없어요.",
    "Write an address that begins with `https://`, without a `#`.",
  ],
  KC802: [
    "파트너 페이지의 `data-channels`에 없는 채널이에요.",
    "A channel that the partner’s page does not list in `data-channels`.",
  ],
  KC811: [
    "파트너 페이지의 includeScript 태그에 둥근 따옴표나 다른 주소가 있어요. 바로잡아 불러왔어요.",
    "The partner’s includeScript tag has curly quotes or another address. It was loaded properly.",
  ],
  KC812: [
    "파트너 페이지에서 includeScript를 불러오지 못했어요. 그래도 상담은 시작돼요.",
    "The partner’s page could not load includeScript. The consultation starts all the same.",
  ],

  "kind.e-mail": ["이메일 주소", "e-mail address"],
  "kind.phone": ["휴대폰 번호", "mobile number"],
  "kind.card": ["카드 번호", "card number"],
  "kind.resident id": ["주민등록번호·외국인등록번호", "registration number"],
} as const;
