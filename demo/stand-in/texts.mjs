/** What the stand-in's page says: Korean, then English. `{name}` is filled in. */

/** @type {Record<string, readonly [ko: string, en: string]>} */
export const TEXTS = {
  title: ["연습용 상담 창", "Practice window"],
  heading: ["실제 카카오가 아니에요", "This is not Kakao"],
  lead: [
    "버튼이 보낸 요청을 연습용 서버가 받아서 그대로 보여 드려요. 상담은 시작되지 않았어요.",
    "A practice server has received what the button sent, and shows it. No consultation has started.",
  ],
  error: ["오류", "Error"],
  warning: ["주의", "Note"],
  fine: ["이상이 없어요", "Nothing is wrong"],
  found: ["확인할 점이 {count}가지 있어요", "{count} to look at"],
  none: ["없음", "none"],
  unknown: ["알 수 없음", "unknown"],
  empty: ["빈 값", "empty"],
  nothing: ["받은 항목이 없어요.", "Nothing was received."],

  words: ["무슨 뜻인가요", "In words"],
  "words.uuid": [
    "`{uuid}` 채널과 상담을 시작해 달라는 요청이에요.",
    "Start a consultation with the channel `{uuid}`.",
  ],
  "words.nobody": ["어느 채널인지 알 수 없는 요청이에요.", "It does not say with which channel."],
  "words.bot.true": ["챗봇이 먼저 맞이해요.", "The bot answers first."],
  "words.bot.false": ["상담사가 맞이해요.", "A counsellor answers."],
  "words.bot.auto": [
    "챗봇이 먼저 맞이하되, 진행 중인 상담이 있으면 상담사에게 이어져요.",
    "The bot answers first, unless a consultation is under way.",
  ],
  "words.event": [
    "시작하면서 `{event}` 블록을 실행해요.",
    "The bot begins with the block `{event}`.",
  ],
  "words.extra": [
    "상담사에게 메타 정보 {units}자({bytes}바이트)를 전달해요.",
    "The counsellor gets the meta information below (characters: {units}, bytes: {bytes}).",
  ],

  fields: ["받은 항목", "What arrived"],
  name: ["이름", "Name"],
  value: ["값", "Value"],
  units: ["글자", "Characters"],
  bytes: ["바이트", "Bytes"],
  request: ["요청", "The request"],
  method: ["방식", "Method"],
  address: ["주소", "Address"],
  endpoint: ["{name} 주소", "the address {name}"],
  length: ["주소 길이", "Its length"],
  characters: ["{count}자", "{count} characters"],
  "without.host": ["호스트 제외", "without the host"],
  type: ["본문 형식", "Type of the body"],
  time: ["받은 시각", "Arrived at"],
  raw: ["받은 원문", "As it came"],
  "raw.body": ["POST 본문, {count}바이트", "the POST’s body, {count} bytes"],
  "raw.query": ["주소의 ? 뒤, {count}바이트", "what follows the ? of the address, {count} bytes"],

  window: ["창", "The window"],
  size: ["안쪽 크기", "Inner size"],
  "size.good": ["권장 크기 1024 × 800 이상", "at least the recommended 1024 × 800"],
  "size.phone": ["모바일에는 권장 크기가 없음", "none is recommended for phones"],
  "size.screen": [
    "화면이 권장 크기 1024 × 800보다 작음",
    "the screen is smaller than the recommended 1024 × 800",
  ],
  "size.bad": ["권장 크기 1024 × 800보다 작음", "below the recommended 1024 × 800"],
  "size.problem": [
    "창의 안쪽 크기가 {size}로, 권장 크기 1024 × 800보다 작아요.",
    "The window’s inner size, {size}, is below the recommended 1024 × 800.",
  ],
  opener: ["opener", "opener"],
  "opener.some": ["있음", "there"],
  "opener.good": ["원래 페이지와 끊김", "cut off from the page"],
  "opener.bad": ["원래 페이지와 이어짐", "tied to the page"],
  "opener.problem": [
    "이 창이 원래 페이지와 이어져 있어서(opener) 원래 페이지를 다른 곳으로 보낼 수 있어요.",
    "The window is tied to the page that opened it (opener), and could send it elsewhere.",
  ],
  referrer: ["리퍼러", "Referrer"],
  "referrer.problem": [
    "리퍼러에 원래 페이지의 주소가 ? 뒤까지 들어 있어요. 개인정보가 없는지 확인해 주세요.",
    "The referrer has the page’s whole address with its query. See that no personal data is in it.",
  ],

  "wrong.endpoint": [
    "상담 주소가 아니에요. 카카오의 주소는 /v1/chat/write와 /chat/open 두 가지예요.",
    "Not an address that starts a chat. Kakao’s are /v1/chat/write and /chat/open.",
  ],
  "wrong.method": [
    "GET과 POST만 쓸 수 있는데 {method} 방식으로 왔어요.",
    "It came by {method}; only GET and POST will do.",
  ],
  "wrong.type": [
    "본문의 형식이 {expected}가 아니에요: {got}",
    "The body’s type is not {expected}: {got}",
  ],
  "wrong.unknown": [
    "API 문서에 없는 이름이에요: “{name}”",
    "A name that is not in the API document: “{name}”",
  ],
  "wrong.twice": [
    "같은 이름이 두 번 이상 왔어요: “{name}”",
    "The same name came more than once: “{name}”",
  ],
  "wrong.missing": [
    "uuid가 없어요. 어느 채널인지 알 수 없어서 상담이 시작되지 않아요.",
    "No uuid: without a channel no consultation starts.",
  ],
  "wrong.public": [
    "uuid가 채널 URL의 아이디(_로 시작)로 보여요. @로 시작하는 검색용 아이디가 필요해요.",
    "The uuid looks like the id of the channel’s address (_xxxx). The search id begins with @.",
  ],
  "wrong.at": [
    "uuid가 @로 시작하지 않아요. 채널의 검색용 아이디는 @로 시작해요.",
    "The uuid does not begin with @, as a channel’s search id does.",
  ],
  "wrong.long": [
    "extra가 1,000자를 넘어요({count}자). 카카오는 넘는 부분을 알리지 않고 잘라 내요.",
    "The extra has over 1,000 characters ({count}). Kakao cuts the rest without a word.",
  ],
  "wrong.personal": [
    "extra에 개인정보로 보이는 내용이 있어요. 빼거나 암호화해야 해요.",
    "The extra holds what looks like personal data. It has to go, or to be encrypted.",
  ],
  "wrong.capital": [
    "bot에 대문자가 있어요({bot}). 카카오는 소문자만 알아봐요.",
    "A capital in bot ({bot}). Kakao knows small letters only.",
  ],
  "wrong.bot": [
    "bot의 값이 true, false, auto 가운데 하나가 아니에요.",
    "bot is none of true, false, auto.",
  ],
  "wrong.event": [
    "event는 봇으로 시작할 때만 쓰여요. bot이 true나 auto가 아니에요.",
    "event is only used where the bot starts, and bot is neither true nor auto.",
  ],
  "wrong.empty": ["값이 비어 있어요: “{name}”", "An empty value: “{name}”"],
  "wrong.garbled": [
    "“{name}”에 깨진 글자(U+FFFD)가 있어요. UTF-8이 아닌 문자 집합(EUC-KR 등)으로 보냈을 수 있어요.",
    "“{name}” has garbled characters (U+FFFD): it may have been sent in another charset than UTF-8, such as EUC-KR.",
  ],
};

/**
 * @param {"ko" | "en"} language
 * @returns {(key: string, values?: Record<string, string | number>) => string}
 */
export function textIn(language) {
  return (key, values = {}) => {
    const pair = TEXTS[key];
    if (!pair) throw new Error(`no text is called ${key}`);
    return pair[language === "ko" ? 0 : 1].replace(/\{(\w+)\}/g, (all, name) =>
      String(values[name] ?? all),
    );
  };
}

/**
 * By what the browser asks for: Korean, unless another language comes first.
 *
 * @param {string | undefined} accepted the header `Accept-Language`
 * @returns {"ko" | "en"}
 */
export function findLanguage(accepted) {
  return !accepted || /^\s*(ko\b|\*)/i.test(accepted) ? "ko" : "en";
}
