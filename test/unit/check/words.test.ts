import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CAUSES, levelOf, PAGE_CODES } from "../../../src/check/codes";
import { EN } from "../../../src/check/words/en/index";
import { KO } from "../../../src/check/words/ko/index";
import { describeCode } from "../../../src/check/words/words";
import { CONVERT_CODES } from "../../../src/convert/codes";
import { ERRORS, WARNINGS } from "../../../src/problems";

const CODES = [...Object.keys(PAGE_CODES), ...Object.keys(CONVERT_CODES)] as (
  | keyof typeof PAGE_CODES
  | keyof typeof CONVERT_CODES
)[];
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const readDocs = (name: string) =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");

describe.each(CODES)("%s", (code) => {
  const ko = describeCode(code, {}, KO);
  const en = describeCode(code, {}, EN);

  it("says what is so, and what to do, in both languages, with the same values", () => {
    for (const text of [ko.what, ko.remedy, en.what, en.remedy]) expect(text).not.toBe("");
    expect([...new Set(names(ko.what + ko.remedy))]).toEqual([
      ...new Set(names(en.what + en.remedy)),
    ]);
  });

  it("is in the documents, with its level", () => {
    const row = (text: string) =>
      text.split("\n").find((line) => line.includes(`id="${code.toLowerCase()}"`));
    const level = levelOf(code);
    expect(row(readDocs("check.md"))).toContain(`| ${level} |`);
    const korean = { error: "오류", warning: "경고", note: "참고" }[level];
    expect(row(readDocs("check.ko.md"))).toContain(`| ${korean} |`);
  });
});

/** What only a click, a browser or another page can tell. */
const ELSEWHERE = /^KC(315|50[23]|811|812)$/;

describe.each([
  ["check.md", EN],
  ["check.ko.md", KO],
] as const)("docs/%s", (name, words) => {
  const rows = readDocs(name).split("\n");
  const findRow = (id: string) => rows.find((line) => line.includes(`id="${id}"`));

  it.each(CODES)("says of %s what the command says", (code) => {
    const { what, remedy } = describeCode(code, {}, words);
    expect(findRow(code.toLowerCase())).toContain(`| ${what} | ${remedy} |`);
  });

  it.each(Object.keys(words.causes).filter((cause) => /^KC9/.test(cause)))(
    "has a row of its own for %s",
    (cause) => {
      const [code = "", kind = ""] = cause.split(" ");
      const { what, remedy } = describeCode(code, { cause: kind }, words);
      const row = findRow(`${code.toLowerCase()}-${kind}`);
      expect(row).toContain(`${code} \`${kind}\` |`);
      expect(row).toContain(`| ${what} | ${remedy} |`);
    },
  );
});

it.each(Object.keys(CAUSES))("has the same values in both languages for %s", (cause) => {
  const [code = "", kind = ""] = cause.split(" ");
  const [ko, en] = [KO, EN].map((words) => {
    const { what, remedy } = describeCode(code, { cause: kind }, words);
    return [...new Set(names(what + remedy))];
  });
  expect(ko).toEqual(en);
});

it.each([...ERRORS, ...WARNINGS].filter((code) => !ELSEWHERE.test(code)))(
  "has words for %s",
  (code) => {
    expect([KO, EN].map(({ problems }) => problems[code]?.[0])).not.toContain(undefined);
  },
);

it("calls a button without a name by what it is", () => {
  expect(describeCode("KC112", { label: "" }, EN).what).toBe("The id of the button has capitals.");
  expect(describeCode("KC101", { label: "" }, EN).what).toMatch(/^The button has no/);
  expect(describeCode("KC112", { label: "" }, KO).what).toBe("이 버튼의 아이디에 대문자가 있어요.");
});

it("calls the launcher by what it is, and asks it for no mark", () => {
  const values = { label: "", of: "launcher" };
  expect(describeCode("KC101", values, KO)).toEqual({
    what: "런처에 채널의 검색용 아이디가 없어요.",
    remedy: '`kakao-chat-launcher.js` 태그에 `data-uuid="@아이디"`를 넣으세요.',
  });
  expect(describeCode("KC101", values, EN).remedy).not.toContain("data-kakao-chat");
  expect(describeCode("KC106", values, EN).what).toBe(
    "The id of the launcher is a public id (`_…`).",
  );
});

it("says what is expected in its own language", () => {
  const values = { label: "상담", field: "target", message: 'expected auto|popup, got "pop"' };
  expect(describeCode("KC311", values, EN).remedy).toBe('`expected auto|popup, got "pop"`');
  expect(describeCode("KC311", values, KO).remedy).toBe('`맞는 값: auto|popup, 적은 값: "pop"`');
});
