import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../demo/playground/form/describe-problem.js";
import {
  listPlatformNames,
  PLATFORMS,
} from "../../demo/playground/snippets/platforms/platforms.js";
import { CHOICES, DEFAULTS } from "../../demo/playground/state.js";
import { ALL_TEXTS, addAllTexts } from "../../demo/playground/texts/all-texts.js";
import {
  findLanguage,
  isTextKey,
  type TextKey,
  type Words,
} from "../../demo/playground/texts/texts.js";
import { STAND_IN_TEXTS } from "../../demo/stand-in/texts.js";
import { planChat } from "../../src/chat/plan.js";
import { ERRORS, WARNINGS } from "../../src/problems.js";

const ROOT = new URL("../../", import.meta.url);
addAllTexts();
const KEYS = Object.keys(ALL_TEXTS.ko).filter(isTextKey);

/** The page's own mark-up and sources, in which each text is asked for by its name. */
const SOURCES = readdirSync(new URL("demo/playground/", ROOT), { recursive: true })
  .map(String)
  .filter((name) => /\.(ts|html)$/.test(name) && !/^(texts|convert)\b/.test(name))
  .map((name) => readFileSync(new URL(`demo/playground/${name}`, ROOT), "utf8"))
  .join("\n");

/** Texts whose name is put together: by what is chosen, or by where it is said. */
const JOINED: TextKey[] = [
  ...(["popup", "tab", "self"] as const).flatMap((target): TextKey[] => [
    `devices.${target}`,
    `devices.opens.${target}`,
    `try.opened.${target}`,
  ]),
  ...(["name", "value", "units", "bytes"] as const).map((name): TextKey => `request.${name}`),
  ...(["error", "warning"] as const).map((level): TextKey => `problem.${level}`),
  ...(["uuid", "via", "host", "image"] as const).map((field): TextKey => `copy.fix.${field}`),
];

/** Every pair of texts of the two pages, by a name for the test's own use. */
function listWords(): [name: string, words: Words][] {
  return [
    ...KEYS.map((key): [string, Words] => [key, { ko: ALL_TEXTS.ko[key], en: ALL_TEXTS.en[key] }]),
    ...listPlatformNames().flatMap((name): [string, Words][] => [
      [`${name}.name`, PLATFORMS[name].name],
      ...CHOICES.look
        .filter((look) => look !== "")
        .map((look): [string, Words] => [
          `${name}.steps ${look}`,
          PLATFORMS[name].buildSteps(look),
        ]),
    ]),
    ...Object.entries(STAND_IN_TEXTS.ko).map(([key, ko]): [string, Words] => [
      `stand-in ${key}`,
      { ko, en: new Map(Object.entries(STAND_IN_TEXTS.en)).get(key) ?? "" },
    ]),
  ];
}

describe("the texts", () => {
  it("have none that nothing asks for", () => {
    const asked = (key: string) =>
      SOURCES.includes(`"${key}"`) || JOINED.some((each) => each === key);
    // By their codes, and by the kinds of the guard.
    const others = KEYS.filter((key) => !/^KC\d|^kind\./.test(key));
    expect(others.filter((key) => !asked(key))).toEqual([]);
  });

  it("have every text that the page's mark-up asks for", () => {
    const asked = [...SOURCES.matchAll(/ data-text(?:-[\w-]+)?="([^"]+)"/g)].map(
      ([, key = ""]) => key,
    );
    expect(asked.length).toBeGreaterThan(80);
    expect(asked.filter((key) => !isTextKey(key))).toEqual([]);
  });

  it.each(listWords())("say %s in both languages, with the same parts", (_, { ko, en }) => {
    const parts = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect([...new Set(parts(en))]).toEqual([...new Set(parts(ko))]);
    for (const text of [ko, en]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe("");
      // A mark that is not closed would show.
      expect(text.split("`").length % 2).toBe(1);
      expect(text.split("**").length % 2).toBe(1);
    }
  });

  it("are Korean where it is Korean", () => {
    const same = listWords().filter(([, { ko }]) => !/[가-힣]/.test(ko));
    // Names that are the same in both.
    expect(same.map(([key]) => key).sort()).toEqual([
      "astro.name",
      "devices.popup",
      "html.name",
      "react.name",
      "svelte.name",
      "token.campaign",
      "vue.name",
    ]);
  });

  it("end no Korean sentence in another style than the others", () => {
    for (const [key, { ko }] of listWords()) {
      expect(ko, key).not.toMatch(/(습니다|십시오|니다)[.?!]/);
    }
  });

  it("have one name for one thing, the one that people use", () => {
    const others =
      /상담원|지시문|리다이렉트|앱 안의 브라우저|지금 창|말블록|휴대전화|주문번호|둥근따옴표|채널 URL의 아이디|이상이 없어요|무슨 뜻인가요|맞이해요/;
    for (const [key, { ko }] of listWords()) expect(ko, key).not.toMatch(others);
    for (const [key, { en }] of listWords()) expect(en, key).not.toMatch(/profile’s search id/);
  });
});

describe("ALL_TEXTS", () => {
  it("has a text for every code of the product", () => {
    const codes = KEYS.filter((key) => /^KC\d/.test(key));
    expect(codes.sort()).toEqual([...ERRORS, ...WARNINGS].sort());
  });
});

describe("describeProblem", () => {
  const describeAll = (input: Record<string, string>, language: "ko" | "en") =>
    planChat(input, "popup").problems.map((problem) =>
      describeProblem(problem, { ...DEFAULTS, ...input }, language),
    );

  it("says what was pasted for a public id", () => {
    expect(describeAll({ uuid: "_mHvbs" }, "ko")).toEqual([
      "방금 넣은 값(`_mHvbs`)은 **공개 아이디**예요. 상담 버튼에는 관리자센터의 **프로필 > 검색용 아이디**에 있는, `@`로 시작하는 아이디가 필요해요.",
    ]);
  });

  it("shows a tidied id as it is sent", () => {
    expect(describeAll({ uuid: " shop" }, "en")).toEqual([
      "Tidied: it is sent, and copied, as `@shop`.",
    ]);
  });

  it("names the kinds of personal data in the reader's language", () => {
    const input = { uuid: "@shop", extra: "010-1234-5678, a@example.com" };
    expect(describeAll(input, "ko")).toEqual([
      expect.stringContaining("휴대폰 번호처럼 보이는 값이 있어요."),
      expect.stringContaining("이메일 주소처럼 보이는 값이 있어요."),
    ]);
    expect(describeAll(input, "en")[0]).toContain("personal data: mobile number.");
  });

  it("says how many characters are cut, as Kakao counts", () => {
    const input = { uuid: "@shop", extra: `${"가".repeat(999)}\n` };
    expect(describeAll(input, "ko")[0]).toContain("뒤쪽 1자는 잘려요");
  });

  it("leaves nothing to be filled in, whatever is wrong", () => {
    const inputs = [
      { uuid: "" },
      { uuid: "{{id}}" },
      { uuid: "https://pf.kakao.com/_a" },
      { uuid: "https://bizmessage.kakao.com/chat/a/b" },
      { uuid: "https://example.com" },
      { uuid: "a b" },
      { uuid: "@ABC다다다다다다다다다다다다다다(" },
      { uuid: "@a", event: "x".repeat(101), width: "1", height: "a", via: "ftp:", target: "self" },
      { uuid: "@a", extra: `\${x} 901010-1234567`, target: "self", method: "get" },
    ];
    for (const input of inputs) {
      for (const language of ["ko", "en"] as const) {
        const descriptions = describeAll(input, language);
        expect(descriptions.length).toBeGreaterThan(0);
        for (const text of descriptions) expect(text).not.toMatch(/\{\w+\}|undefined|``/);
      }
    }
  });
});

describe("findLanguage", () => {
  it.each([
    [["ko-KR", "en"], "ko"],
    [["ko"], "ko"],
    [["en-US", "ko"], "en"],
    [["kok-IN"], "en"],
    [[], "en"],
  ] as const)("takes %j for %s", (languages, language) => {
    expect(findLanguage(languages)).toBe(language);
  });
});
