import type { Language } from "../playground/texts/texts.js";

const KO = {
  title: "연습용 상담 창",
  heading: "실제 카카오가 아니에요",
  lead: "버튼이 보낸 요청을 연습용 서버가 받아서 그대로 보여 드려요. 상담은 시작되지 않았어요.",
  error: "오류",
  warning: "주의",
  fine: "문제없어요",
  found: "상담은 시작되지만 확인할 점이 {count}가지 있어요",
  fails: "상담이 시작되지 않아요: {reason}",
  "reason.endpoint": "주소가 잘못됐어요",
  "reason.method": "보내는 방식이 잘못됐어요",
  "reason.type": "본문의 형식이 잘못됐어요",
  "reason.missing": "아이디가 없어요",
  "reason.uuid": "아이디가 잘못됐어요",
  none: "없음",
  empty: "빈 값",
  nothing: "받은 항목이 없어요.",

  words: "요청 내용 요약",
  "words.fails": "이대로는 상담이 시작되지 않아요. 위의 오류를 먼저 고쳐 주세요.",
  "words.uuid": "`{uuid}` 채널과 상담을 시작해 달라는 요청이에요.",
  "words.true": "챗봇이 먼저 응대해요.",
  "words.false": "상담사에게 연결돼요.",
  "words.auto": "챗봇이 먼저 응대하되, 진행 중인 상담이 있으면 상담사에게 이어져요.",
  "words.event": "시작하면서 `{event}` 봇 블록을 실행해요.",
  "words.extra": "상담사에게 메타 정보 {units}자({bytes}바이트)를 전달해요.",
  "words.cut": "메타 정보 {units}자 가운데 앞의 1,000자만 전달돼요.",

  fields: "받은 항목",
  name: "이름",
  value: "값",
  units: "글자",
  bytes: "바이트",
  request: "요청",
  method: "방식",
  address: "주소",
  length: "주소 길이",
  characters: "{count}자(호스트 제외)",
  type: "본문 형식",
  time: "받은 시각",
  raw: "받은 원문",
  "raw.body": "POST 본문, {count}바이트",
  "raw.query": "주소의 ? 뒤, {count}바이트",

  window: "창",
  size: "안쪽 크기",
  "size.good": "권장 크기 1024 × 800 이상",
  "size.phone": "모바일에는 권장 크기가 없음",
  "size.screen": "화면이 권장 크기 1024 × 800보다 작음",
  "size.bad": "권장 크기 1024 × 800보다 작음",
  "size.problem": "팝업 크기({size})가 카카오의 권장 크기(1024 × 800)보다 작아요.",
  "opener.some": "있음",
  "opener.good": "원래 페이지와 연결되지 않음",
  "opener.bad": "원래 페이지와 연결됨",
  "opener.problem":
    "이 창이 원래 페이지와 연결되어 있어서(opener) 원래 페이지를 다른 곳으로 보낼 수 있어요.",
  referrer: "리퍼러",
  "referrer.problem":
    "리퍼러에 원래 페이지의 주소가 ? 뒤까지 들어 있어요. 개인정보가 없는지 확인해 주세요.",

  "wrong.endpoint":
    "`{path}`는 상담을 시작하는 주소가 아니에요. 카카오의 주소는 `/v1/chat/write`와 `/chat/open` 두 가지예요.",
  "wrong.method": "GET과 POST만 쓸 수 있는데 {method} 방식으로 왔어요.",
  "wrong.type": "본문의 형식이 `{expected}`가 아니에요: `{got}`",
  "wrong.name": "API 문서에 없는 이름이에요: `{name}`",
  "wrong.twice": "같은 이름이 두 번 이상 왔어요: `{name}`",
  "wrong.empty": "값이 비어 있어요: `{name}`",
  "wrong.garbled":
    "`{name}`에 깨진 글자(U+FFFD)가 있어요. UTF-8이 아닌 문자 집합(EUC-KR 등)으로 보냈을 수 있어요.",
  // Our own code tidies these before it sends; whoever has sent this one does not.
  "wrong.KC111":
    "받은 아이디(`{got}`)가 검색용 아이디의 형식이 아니에요. `{uuid}`인지 확인해 주세요.",
  "wrong.KC106":
    "`_`로 시작하는 것은 공개 아이디예요. 관리자센터의 **프로필 > 검색용 아이디**가 필요해요.",
  "wrong.KC212":
    "메타 정보가 1,000자를 넘어요({count}자). 카카오는 넘는 부분을 알리지 않고 잘라 내요.",
  "wrong.KC221": "{kinds}처럼 보이는 값이 있어요. 카카오 규정상 개인정보는 빼거나 암호화해야 해요.",
  "wrong.KC311": "카카오가 모르는 값이에요: `{got}`. 소문자로 된 정해진 값만 알아봐요.",
  "wrong.KC412": "`event`는 챗봇으로 시작할 때만 쓰여요. `bot`이 `true`나 `auto`가 아니에요.",
};

export type StandInKey = keyof typeof KO;

const EN: Record<StandInKey, string> = {
  title: "Practice window",
  heading: "This is not Kakao",
  lead: "A practice server has received what the button sent, and shows it. No consultation has started.",
  error: "Error",
  warning: "Note",
  fine: "Nothing is wrong",
  found: "The consultation starts, with {count} to look at",
  fails: "No consultation starts: {reason}",
  "reason.endpoint": "the address is wrong",
  "reason.method": "the method is wrong",
  "reason.type": "the body’s type is wrong",
  "reason.missing": "there is no id",
  "reason.uuid": "the id is wrong",
  none: "none",
  empty: "empty",
  nothing: "Nothing was received.",

  words: "In words",
  "words.fails": "As it is, no consultation starts. Mend the error above first.",
  "words.uuid": "Start a consultation with the channel `{uuid}`.",
  "words.true": "The bot answers first.",
  "words.false": "A counsellor answers.",
  "words.auto": "The bot answers first, unless a consultation is under way.",
  "words.event": "The bot begins with the block `{event}`.",
  "words.extra":
    "The counsellor gets the meta information below (characters: {units}, bytes: {bytes}).",
  "words.cut": "Of the meta information’s {units} characters only the first 1,000 arrive.",

  fields: "What arrived",
  name: "Name",
  value: "Value",
  units: "Characters",
  bytes: "Bytes",
  request: "The request",
  method: "Method",
  address: "Address",
  length: "Its length",
  characters: "{count} characters (without the host)",
  type: "Type of the body",
  time: "Arrived at",
  raw: "As it came",
  "raw.body": "the POST’s body, {count} bytes",
  "raw.query": "what follows the ? of the address, {count} bytes",

  window: "The window",
  size: "Inner size",
  "size.good": "at least the recommended 1024 × 800",
  "size.phone": "none is recommended for phones",
  "size.screen": "the screen is smaller than the recommended 1024 × 800",
  "size.bad": "below the recommended 1024 × 800",
  "size.problem": "The popup’s size, {size}, is below Kakao’s recommended 1024 × 800.",
  "opener.some": "there",
  "opener.good": "cut off from the page",
  "opener.bad": "tied to the page",
  "opener.problem":
    "The window is tied to the page that opened it (opener), and could send it elsewhere.",
  referrer: "Referrer",
  "referrer.problem":
    "The referrer has the page’s whole address with its query. See that no personal data is in it.",

  "wrong.endpoint":
    "`{path}` does not start a chat. Kakao’s addresses are `/v1/chat/write` and `/chat/open`.",
  "wrong.method": "It came by {method}; only GET and POST will do.",
  "wrong.type": "The body’s type is not `{expected}`: `{got}`",
  "wrong.name": "A name that is not in the API document: `{name}`",
  "wrong.twice": "The same name came more than once: `{name}`",
  "wrong.empty": "An empty value: `{name}`",
  "wrong.garbled":
    "`{name}` has garbled characters (U+FFFD): it may have been sent in another charset than UTF-8, such as EUC-KR.",
  "wrong.KC111": "What arrived (`{got}`) has not the form of a search id. Should it be `{uuid}`?",
  "wrong.KC106":
    "An id with `_` is the public one. The search id is needed: 관리자센터, **프로필 > 검색용 아이디**.",
  "wrong.KC212":
    "The meta information has over 1,000 characters ({count}). Kakao cuts the rest without a word.",
  "wrong.KC221": "It looks like personal data: {kinds}. It has to go, or to be encrypted.",
  "wrong.KC311": "A value that Kakao does not know: `{got}`. It knows a few, in small letters.",
  "wrong.KC412": "`event` is only used if the bot starts, and `bot` is neither `true` nor `auto`.",
};

/** A missing text is an error of the types, in either language. */
export const STAND_IN_TEXTS: Record<Language, Record<StandInKey, string>> = { ko: KO, en: EN };

export function isStandInKey(key: string): key is StandInKey {
  return Object.hasOwn(KO, key);
}
