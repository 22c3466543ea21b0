import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../demo/playground/form/describe-problem";
import { CHOICES, DEFAULTS } from "../../demo/playground/state";
import { findLanguage, findText, TEXTS } from "../../demo/playground/texts/page";
import { buildPlan } from "../../src/chat/plan";

const ROOT = new URL("../../", import.meta.url);
const FOLDERS = ["demo/playground/", "demo/playground/convert/"];
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");

/** Everything that names texts: the page, and the sources but the tables. */
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(folder, ROOT))
    .filter((name) => /\.(ts|html)$/.test(name) && !name.startsWith("texts"))
    .map((name) => read(folder + name)),
).join("\n");

/** Every key that the page may ask for, those put together of two parts too. */
function findKeys(): string[] {
  const beginnings = [...new Set(Object.keys(TEXTS).map((key) => key.split(".")[0]))].join("|");
  const whole = new RegExp(`"((?:${beginnings})(?:\\.[\\w-]+)*)"`, "g");
  const named = [...sources.matchAll(whole)].map(([, key = ""]) => key);
  // `title` is a name of much else, too.
  const plain = named.filter((key) => key.includes(".") || TEXTS[key]);
  return [...new Set([...plain, ...findJoinedKeys()])];
}

function findJoinedKeys(): string[] {
  const tabs = CHOICES.tab.flatMap((tab) => [`tab.${tab}`, `steps.${tab}`]);
  const targets = ["popup", "tab", "self"];
  return [
    ...tabs,
    ...targets.flatMap((target) => [
      `devices.${target}`,
      `devices.opens.${target}`,
      `try.opened.${target}`,
    ]),
    ...["get", "post"].map((method) => `request.why.${method}`),
    ...["name", "value", "units", "bytes"].map((name) => `request.${name}`),
    ...["error", "warning"].map((level) => `problem.${level}`),
  ];
}

describe("TEXTS", () => {
  it("has every text that the page asks for", () => {
    expect(findKeys().length).toBeGreaterThan(100);
    expect(findKeys().filter((key) => !TEXTS[key])).toEqual([]);
  });

  it("has no text that nothing asks for", () => {
    const asked = new Set(findKeys());
    // By their codes, and by the kinds of the guard.
    const others = Object.keys(TEXTS).filter((key) => !/^KC\d|^kind\./.test(key));
    expect(others.filter((key) => !asked.has(key))).toEqual([]);
  });

  it.each(Object.entries(TEXTS))("says %s in both languages, with the same parts", (_, pair) => {
    expect(pair).toHaveLength(2);
    const [korean, english] = pair;
    for (const text of pair) expect(text.trim()).toBe(text);
    expect(korean).not.toBe("");
    expect(english).not.toBe("");
    const parts = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(parts(english)).toEqual(parts(korean));
    // A mark that is not closed would show.
    for (const text of pair) expect(text.split("`").length % 2).toBe(1);
    for (const text of pair) expect(text.split("**").length % 2).toBe(1);
  });

  it("is Korean where it is Korean", () => {
    const same = Object.entries(TEXTS).filter(([, [korean]]) => !/[가-힣]/.test(korean));
    // Names that are the same in both.
    expect(same.map(([key]) => key).sort()).toEqual([
      "copy.css",
      "copy.react",
      "copy.vue",
      "devices.popup",
      "tab.html",
      "tab.react",
      "tab.vue",
    ]);
  });

  it("ends no Korean sentence in another style than the others", () => {
    for (const [key, [korean]] of Object.entries(TEXTS)) {
      expect(korean, key).not.toMatch(/(습니다|십시오|니다)[.?!]/);
    }
  });

  it("has every code of the README's table, and no other", () => {
    const rows = [...read("README.md").matchAll(/^\| `(KC\d+)` \|/gm)].map(([, code]) => code);
    expect(rows.length).toBeGreaterThan(20);
    expect(Object.keys(TEXTS).filter((key) => /^KC/.test(key))).toEqual(rows);
  });
});

describe("describeProblem", () => {
  const describeAll = (input: Record<string, string>, language: "ko" | "en") =>
    buildPlan(input, "popup").problems.map((problem) =>
      describeProblem(problem, { ...DEFAULTS, ...input }, language),
    );

  it("says what was pasted for a public id", () => {
    expect(describeAll({ uuid: "_mHvbs" }, "ko")).toEqual([
      "방금 넣은 값(`_mHvbs`)은 **채널 URL의 아이디**예요. 상담 버튼에는 관리자센터의 **프로필 > 검색용 아이디**에 있는, `@`로 시작하는 아이디가 필요해요.",
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
      expect.stringContaining("개인정보로 보여요: 휴대폰 번호."),
      expect.stringContaining("개인정보로 보여요: 이메일 주소."),
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
        const said = describeAll(input, language);
        expect(said.length).toBeGreaterThan(0);
        for (const text of said) expect(text).not.toMatch(/\{\w+\}|undefined|``/);
      }
    }
  });
});

describe("findText", () => {
  it("throws for a name that no text has", () => {
    expect(() => findText("nobody", "ko")).toThrow("no text is called nobody");
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
