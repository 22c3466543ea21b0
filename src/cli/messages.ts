import { EN } from "../check/words/en/index.js";
import { KO } from "../check/words/ko/index.js";
import { describeCode, type Language, listSettled } from "../check/words/words.js";
import type { Level } from "../convert/codes.js";
import type { PageError } from "./read-page.js";

type Both = readonly [ko: string, en: string];

const REASONS: Record<PageError["reason"], Both> = {
  timeout: ["시간이 너무 오래 걸려요(`--timeout`).", "it took too long (`--timeout`)."],
  large: ["5 MB보다 커요.", "it is larger than 5 MB."],
  status: ["서버가 {detail} 응답을 보냈어요.", "the server answered {detail}."],
  redirects: ["리디렉션이 {detail}번보다 많아요.", "more than {detail} redirects."],
  address: [
    "올바른 http나 https 주소가 아니에요({detail}).",
    "no valid http or https address ({detail}).",
  ],
  type: ["HTML이 아니에요({detail}).", "it is no HTML ({detail})."],
  tls: [
    "서버의 인증서를 믿을 수 없어요({detail}).",
    "the server’s certificate is not trusted ({detail}).",
  ],
  host: ["서버를 찾을 수 없어요({detail}).", "no such host ({detail})."],
  refused: ["서버가 연결을 거부했어요({detail}).", "the server refused the connection ({detail})."],
  file: ["파일을 읽을 수 없어요({detail}).", "the file cannot be read ({detail})."],
  network: ["연결이 끊겼어요({detail}).", "the connection failed ({detail})."],
  failed: [
    "점검하다가 문제가 생겼어요({detail}). 이 도구의 오류예요.",
    "the check itself failed ({detail}). That is a fault of this tool.",
  ],
};

const MESSAGES = {
  usage: [
    `사용법:
  kakao-chat-button check <주소|파일|-> ... 페이지의 상담 버튼을 점검해요.
  kakao-chat-button convert <파일|->        직접 만든 버튼을 변환해요.
  kakao-chat-button keys [P-256|X25519|RSA] 메타 정보를 암호화할 키를 만들어요.

옵션:
  --json         결과를 JSON으로 출력해요.
  --lang ko|en   출력 언어
  --timeout 초   페이지 하나를 기다리는 시간(기본 15)
  --version, --help
`,
    `Usage:
  kakao-chat-button check <url|file|-> ...  checks the buttons of pages
  kakao-chat-button convert <file|->        converts a hand-written button
  kakao-chat-button keys [P-256|X25519|RSA] makes keys to encrypt the extra with

Options:
  --json         prints JSON
  --lang ko|en   the language of the output
  --timeout s    how long one page may take (15)
  --version, --help
`,
  ],
  keys: [
    `1. 공개키: 누구나 볼 수 있어도 돼요. 페이지에서 kakao-chat.js보다 먼저 넣으세요:

<script src="kakao-chat-seal.js" data-key='{publicKey}' defer></script>

   따옴표 안의 내용을 서버에 파일로 올리고 data-key-url="/파일.json"으로 적어도 돼요.

2. 개인키: 암호화된 메타 정보를 모두 열 수 있는 키예요. 상담 시스템의 비밀 값을 보관하는
   곳에만 두고, 페이지나 저장소, 메시지에는 절대 넣지 마세요.

{privateKey}

3. 메타 정보를 복호화하는 방법: docs/opening-a-sealed-extra.ko.md
`,
    `1. The public key, for everybody to see. On your pages, before kakao-chat.js:

<script src="kakao-chat-seal.js" data-key='{publicKey}' defer></script>

   Or the line between the quotes as a file on your server, and data-key-url="/that-file.json".

2. The private key opens every extra. It belongs where your counsellors' system keeps its secrets,
   and nowhere else: not on a page, not in a repository, not in a message.

{privateKey}

3. How to open an extra with it: docs/opening-a-sealed-extra.md
`,
  ],
  unread: ["읽지 못했어요: {reason}", "Not read: {reason}"],
  summary: [
    "오류 {errors}, 경고 {warnings}, 참고 {notes}",
    "errors: {errors}, warnings: {warnings}, notes: {notes}",
  ],
  fine: ["문제를 찾지 못했어요.", "Nothing wrong was found."],
  buttons: ["상담 버튼 {count}개", "buttons: {count}"],
  button: ["“{label}” → {method} {url}", "“{label}” → {method} {url}"],
  buttonLater: ["“{label}” → 누를 때 정해져요", "“{label}” → known at the click"],
  buttonBroken: ["“{label}” → 상담이 시작되지 않아요", "“{label}” → no chat starts"],
  nothing: [
    "상담을 시작하는 코드를 찾지 못했어요.",
    "No code that starts a consultation was found.",
  ],
  broken: ["아래 오류를 고쳐야 변환할 수 있어요.", "The error below has to be mended first."],
  beside: ["버튼 뒤에 넣을 코드:", "Put this after the button:"],
  page: [
    "페이지의 HTML에 한 번 넣을 코드(스크립트가 만드는 마크업 안에서는 실행되지 않아요):",
    "Put this into the page’s HTML once (in markup that a script makes it would not run):",
  ],
  inside: ["컴포넌트의 스크립트에 넣을 코드:", "Put this into the component’s script:"],
  setup: [
    "컴포넌트의 `setup()`에 넣고 `return`에도 추가할 코드:",
    "Put this into the component’s `setup()`, and add it to what that returns:",
  ],
  methods: ["컴포넌트의 `methods`에 넣을 코드:", "Put this into the component’s `methods`:"],
  class: ["컴포넌트의 클래스에 넣을 코드:", "Put this into the component’s class:"],
  hook: [
    "컴포넌트의 첫 번째 `return` 앞에 넣을 코드(`{hooks}`도 import 하세요):",
    "Put this into the component, above its first `return`, and import `{hooks}`:",
  ],
  tag: [
    "기존 버튼과 상담을 여는 코드는 지우고, 페이지에 스크립트 태그를 한 번 넣으세요(주소는 파일을 올린 곳으로):",
    "Remove the old button and the code that opens its chat. The page needs the script’s tag once, with your file’s address:",
  ],
  findings: ["찾은 것", "What was found"],
  also: [" (다른 위치: {places})", " (also {places})"],
  replaced: ["변환된 버튼은 이 문제가 없어요.", "The converted button does not have this."],
  settled: ["새 버튼에서 함께 나아진 점: {list}", "Also better now: {list}"],
  address: ["주소는 https://로 시작해야 해요.", "An address begins with https://."],
  missing: ["무엇을 점검하거나 변환할지 적어 주세요.", "nothing to check or convert was named"],
  single: ["한 번에 하나만 쓸 수 있어요: {name}", "only one at a time: {name}"],
  seconds: ["--timeout에는 초를 숫자로 쓰세요.", "--timeout expects a number of seconds"],
  option: ["모르는 옵션이나 명령이에요: {name}", "unknown option or command: {name}"],
  kind: [
    "P-256, X25519, RSA 중 하나여야 해요: {name}",
    "expected P-256, X25519 or RSA, got {name}",
  ],
} as const satisfies Record<string, Both>;

const LEVELS: Record<Level, Both> = {
  error: ["오류", "error"],
  warning: ["경고", "warning"],
  note: ["참고", "note"],
};

/** A sentence of the command; `{name}` in it is replaced by the value of that name. */
export function say(
  name: keyof typeof MESSAGES,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return fillIn(MESSAGES[name][language === "ko" ? 0 : 1], values);
}

const WORDS = { ko: KO, en: EN } as const;

/** What a code means and what to do. */
export function sayCode(
  code: string,
  values: Readonly<Record<string, string>>,
  language: Language,
): { what: string; remedy: string } {
  return describeCode(code, values, WORDS[language]);
}

/** What converted buttons have taken care of, in one line; `""` if there is nothing. */
export function saySettled(codes: readonly string[], language: Language): string {
  const list = listSettled(codes, WORDS[language]);
  return list && say("settled", language, { list });
}

/** What is to be known of links that have become buttons. */
export function sayWasLink(language: Language): string {
  return WORDS[language].wasLink;
}

/** What there is to do about a code of which a converted button has taken care. */
export function sayReplaced(language: Language): string {
  return say("replaced", language);
}

/** A level in one word. */
export function sayLevel(level: Level, language: Language): string {
  return LEVELS[level][language === "ko" ? 0 : 1];
}

/**
 * Why a page could not be read.
 *
 * @param detail goes into the sentence; `""` if there is none
 */
export function sayReason(reason: PageError["reason"], detail: string, language: Language): string {
  return fillIn(REASONS[reason][language === "ko" ? 0 : 1], { detail }).replace(/ ?\(\)/, "");
}

function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}
