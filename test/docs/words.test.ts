/** One name for one thing, and no sentence that reads like a translation, in every Korean text. */

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KOREAN_PAGES, read } from "./pages";

const ROOT = new URL("../../", import.meta.url);

/** The pages, and every source that speaks to visitors or to owners. */
const TEXTS = [
  ...KOREAN_PAGES,
  ...["src/", "demo/", "tools/"].flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|mjs|js|html)$/.test(name))
      .map((name) => folder + name),
  ),
];

/** The one name, and what it is not called. */
const NAMES: [name: string, not: RegExp][] = [
  ["상담사", /상담원/],
  ["공개 아이디", /채널 URL의 아이디/],
  ["지시어", /지시문/],
  ["리디렉션", /리다이렉트/],
  ["인앱 브라우저", /앱 안의 브라우저/],
  ["현재 창", /지금 창/],
  ["봇 블록", /말[블불]럭|말블록|챗봇 블록/],
  ["휴대폰", /휴대전화/],
  ["주문 번호", /주문번호/],
  ["둥근 따옴표", /둥근따옴표/],
  ["최상위 폴더", /맨 위 폴더/],
  ["누르는 순간", /누른 순간/],
  ["the channel's search id", /the profile's search id/],
];

/** Sentences that a native reader stumbles over; each was replaced by a better one. */
const CLUMSY = [
  "카카오가 세는 방식이에요",
  "줄바꿈은 두 글자로 세요",
  "상담을 시작하는 쪽",
  "챗봇, 상담 중이면 상담사",
  "진짜로 작동하는 버튼이에요",
  "다듬은 아이디",
  "코드에도 이렇게 들어가요",
  "아이디에서 보기 드문 글자가 있어요",
  "관리자센터와 같은지",
  "개인정보로 보여요",
  "한 딜러사의 공개 문서를 따랐어요",
  "창이 상담으로 바뀌어요",
  "쓰던 버튼 바꾸기",
  "쓰던 코드",
  "바꾼 코드",
  "팝업이 {size}로",
  "설정 주소 복사",
  "직접 고를 때만 담겨요",
  "두 번 들어가도 괜찮아요",
  "한 번이면 돼요.",
  "패키지의 버전은 이 페이지의 버전과 같아요",
  "빨간 안내를 확인해 주세요",
  "알려만 주고 그대로 보내기",
  "아이디가 두 가지라 헷갈려요",
  "정책에 더할 내용",
  "몰래 바뀔 수 없습니다",
  "주소의 내용이 계속 바뀌므로",
  "버튼을 만들고 쓰는 플랫폼에 맞는 코드를",
  "그렇다고 알려 주는 `title`을 더합니다",
  "스크립트 태그 순으로 높습니다",
  "인앱 브라우저로 알아보지 못합니다",
  "그대로 믿습니다",
  "스크립트 삽입 취약점이 됩니다",
  "연결하고 있다는 말을 보여 주고",
  "무엇을 할지 알려 주기만 합니다",
  "문제는 하나에 한 줄씩",
  "아무 표시 없이 사라질 수 있어",
  "사람이 아니라 번호를 보냅니다",
  "포인터나 포커스가",
  "이상이 없어요",
  "무슨 뜻인가요",
  "상담사가 맞이해요",
  "원래 페이지와 끊김",
  "자기 파일이 있어요",
  "표시한 `<span>`",
];

describe("every Korean text", () => {
  const lines = TEXTS.flatMap((path) =>
    read(path)
      .split("\n")
      .map((line, index) => ({ line, place: `${path}:${index + 1}` })),
  );

  it.each(NAMES)("says %s, and not %s", (_, not) => {
    expect(lines.filter(({ line }) => not.test(line))).toEqual([]);
  });

  it.each(CLUMSY)("does not say: %s", (sentence) => {
    expect(lines.filter(({ line }) => line.includes(sentence))).toEqual([]);
  });
});

describe("who answers first", () => {
  // Kakao's own page calls what it runs a 봇 블록; who speaks is the 챗봇.
  it.each([...KOREAN_PAGES, ...TEXTS.filter((path) => path.startsWith("demo/"))])(
    "is the 챗봇 in %s",
    (path) => {
      expect(findLines(read(path), (line) => /(?<![챗가-힣])봇(?! 블록)/.test(line))).toEqual([]);
    },
  );

  it.each(["README.ko.md", "docs/reference.ko.md"])("is said in the same words in %s", (path) => {
    expect(read(path)).toContain(
      "`true`는 챗봇, `false`는 상담사, `auto`는 챗봇(진행 중인 상담이 있으면 상담사)으로 시작합니다.",
    );
  });
});

describe("src/cli/messages.ts", () => {
  it("speaks 해요체, its help too, as the findings do", () => {
    expect(findLines(read("src/cli/messages.ts"), (line) => /니다[.?!]/.test(line))).toEqual([]);
  });
});

describe.each(KOREAN_PAGES)("%s", (path) => {
  // 합니다체: no sentence of the documents ends like a chat's. A quoted text may, and so may what the check
  // command prints, as the playground does.
  it("speaks 합니다체", () => {
    const prose = read(path)
      .replace(/^```.*?^```$/gms, "")
      .replace(/^\| <a id="kc9.*$/gm, "")
      .replace(/`[^`\n]*`|‘[^’\n]*’/g, "");
    expect(
      findLines(prose, (line) => /(?:해|에|어|아|세|죠|지|예|돼|네)요[.!?|]/.test(line)),
    ).toEqual([]);
  });
});

function findLines(text: string, isFound: (line: string) => boolean): string[] {
  return text
    .split("\n")
    .map((line, index) => `${index + 1}: ${line.trim()}`)
    .filter(isFound);
}
