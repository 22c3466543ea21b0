import { describe, expect, it } from "vitest";
import { planChat } from "../../../src/chat/plan";
import { guardExtra, PERSONAL_DATA } from "../../../src/options/personal-data";
import { countSteps } from "../count-steps";
import { makeNegatives, makePositives } from "./personal-corpus";

function findPersonal(text: string) {
  const kinds = new Set<string>();
  const masked = guardExtra(text, "mask", (_code, _expected, got) => kinds.add(String(got)));
  return { masked, kinds };
}

const kindsOf = (text: string) => [...findPersonal(text).kinds];
const count = (values: readonly unknown[]) => `${values.length}`;

describe("guardExtra", () => {
  it("finds 98 % of the corpus, and takes at most 2 in 2,000 other texts for it", () => {
    const positives = makePositives();
    const negatives = makeNegatives();
    const missed = positives.filter(({ kind, text, found }) => {
      const { kinds, masked } = findPersonal(text);
      return !(kinds.has(kind) && masked === text.replace(found, () => "*".repeat(found.length)));
    });
    const wrong = negatives.filter((text) => kindsOf(text).length > 0);
    const hits = positives.length - missed.length;
    console.log(
      `personal data: recall ${(hits / positives.length).toFixed(4)} of ${count(positives)}, ` +
        `precision ${(hits / (hits + wrong.length)).toFixed(4)} (${count(wrong)} wrong of ${count(negatives)})`,
      missed.map(({ text }) => text),
      wrong,
    );
    expect(positives.length).toBeGreaterThanOrEqual(400);
    expect(negatives.length).toBeGreaterThanOrEqual(2000);
    expect(hits / positives.length).toBeGreaterThanOrEqual(0.98);
    expect(wrong.length / negatives.length).toBeLessThanOrEqual(2 / 2000);
  });

  it.each([
    ["phone", "010,1234,5678"],
    ["phone", "0082-10-1234-5678"],
    ["phone", "0082 010 1234 5678"],
    ["phone", "010;1234;5678"],
    ["phone", "010|1234|5678"],
    ["phone", "010+1234+5678"],
    ["phone", "010, 1234-5678"],
    ["phone", "+82,10,1234,5678"],
    ["phone", "+82 10-1234-5678"],
    ["card", "4111,1111,1111,1111"],
    ["card", "4111|1111|1111|1111"],
    ["e-mail", "hong+shop@example.com"],
  ])("finds a %s in %s, encoded as a pair's value too", (kind, text) => {
    const encoded = text.replace(/[%&=+#,;|]/g, encodeURIComponent);
    for (const written of [text, encoded, encodeURIComponent(text)]) {
      const { kinds, masked } = findPersonal(`a=1&tel=${written}&b=2`);
      expect([written, [...kinds]]).toEqual([written, [kind]]);
      expect(masked).toMatch(/^a=1&tel=(?:\+|%2B)?\*+&b=2$/i);
    }
  });

  it.each([
    ["resident id", "900101-1234568"],
    ["resident id", "900101\u22121234568"],
    ["resident id", "900101 . 1234568"],
    ["resident id", "900101%2D1234568"],
    ["resident id", "900101\\u002D1234568"],
    ["resident id", "900101%252D1234568"],
    ["resident id", "900101%20-%201234568"],
    ["resident id", "900101+-+1234568"],
    ["resident id", "900101%E2%80%931234568"],
    ["phone", "010+-+1234+-+5678"],
    ["phone", "010%E2%80%931234%e2%80%935678"],
    ["phone", "010%2D1234%2D5678"],
    ["e-mail", "kim%2540naver.com"],
    ["phone", "010 \u2212 1234 \u2212 5678"],
    ["phone", "010  -  1234  -  5678"],
    ["phone", "010-1234\r\n- 5678"],
    ["phone", "010\\u002d1234\\u002d5678"],
    ["phone", "010%252D1234%252D5678"],
    ["e-mail", "hong\\u0040example.com"],
    ["resident id", "900101 1234568"],
    ["resident id", "900101.1234568"],
    ["e-mail", "kim@2x.kr"],
    ["phone", "010\u200b-1234-5678"],
    ["resident id", "9001011234568"],
    ["resident id", "201001-3000000"],
    ["resident id", "2010013000000"],
    ["resident id", "900101-5000000"],
    ["phone", "010-1234-5678"],
    ["phone", "010 1234 5678"],
    ["phone", "010.1234.5678"],
    ["phone", "011-234-5678"],
    ["phone", "010 - 1234 - 5678"],
    ["phone", "０１０-１２３４-５６７８"],
    ["resident id", "900101 - 1234568"],
    ["resident id", "９００１０１-１２３４５６８"],
    ["e-mail", "kim@2xl.kr"],
    ["e-mail", "kim@163.com"],
    ["phone", "+82 10-1234-5678"],
    ["phone", "821012345678"],
    ["e-mail", "hong_gildong+chat@mail.example.co.kr"],
    ["e-mail", "hong%40example.com"],
    ["card", "4111 1111 1111 1111"],
    ["card", "5555555555554444"],
    ["card", "2223-0031-2200-3222"],
    ["card", "3782 822463 10005"],
    ["card", "30569309025904"],
    ["card", "3056 930902 5904"],
    ["card", "6222021234567890128"],
  ])("finds a %s in all places: %s", (kind, text) => {
    for (const [before, after] of [
      ["", ""],
      ["번호=", "&n=1"],
      ["번호", "입니다"],
      ['{"a":"', '"}'],
      ['{"a":"kim\\n', '\\r\\n"}'],
      ['{"a":"\\uc5f0\\ub77d\\ucc98', '\\uc785"}'],
      ["v%3D", "%26"],
      ["(", ")."],
      [`${text},`, ` ${text}`],
    ] as const) {
      const { kinds, masked } = findPersonal(before + text + after);
      expect([...kinds]).toEqual([kind]);
      expect(masked).toBe((before + text + after).replaceAll(text, "*".repeat(text.length)));
    }
  });

  it.each([
    "sku=4001,5002,",
    "3000,4500,",
    "item=9001|5000|",
    "4000-1234-",
    "5000 9900 ",
    "\uc8fc\ubb38 4567 8901 ",
  ])("finds a phone number behind what might have begun a card: %s", (before) => {
    const { kinds, masked } = findPersonal(`${before}01012345678`);
    expect([...kinds]).toEqual(["phone"]);
    expect(masked).toBe(before + "*".repeat(11));
  });

  it.each([
    ["a wrong checksum", "900101-1234567"],
    ["a day and an order", "900101 5000000"],
    ["a picture", "icon@2x.png"],
    ["no month", "901301-1234568"],
    ["no gender", "900101-9234568"],
    ["an order of the day", "240131-1234567"],
    ["a day that no month has", "900132-1234565"],
    ["a month that no year has", "901301-1234565"],
    ["a company's number", "110111-5234568"],
    ["milliseconds", "1711234567890"],
    ["an order and its date", "94695584051 2026-11-23"],
    ["an account", "412345-12-345678"],
    ["a longer number", "20900101-1234568"],
    ["a longer number", "010-1234-56789"],
    ["a decimal", "0.01012345678"],
    ["a Luhn digit that is wrong", "4111111111111112"],
    ["no issuer", "1111111111111117"],
    ["the year and month of an order", "2401311234567896"],
    ["a token", "a4111111111111111"],
    ["a picture", "icon@2x.png"],
    ["a picture in a list", "a@3x.jpeg, b"],
    ["a Korean's of 2000 to 2019 with a wrong digit", "100101-4000000"],
    ["a version", "pkg@1.2.3"],
    ["a channel", "@channel.kr"],
  ])("passes over %s: %s", (_, text) => {
    expect(findPersonal(text)).toEqual({ kinds: new Set(), masked: text });
  });

  it("finds a card beside its date and its code", () => {
    expect(findPersonal("4111 1111 1111 1111 12/25 123").masked).toBe(
      `${"*".repeat(19)} 12/25 123`,
    );
  });

  it("finds a number whose prefix is in brackets", () => {
    const { kinds, masked } = findPersonal("tel=(010) 1234-5678&a=1");
    expect([...kinds]).toEqual(["phone"]);
    expect(masked).toBe(`tel=(${"*".repeat(14)}&a=1`);
  });

  it("finds several kinds, each by its name", () => {
    const { kinds, masked } = findPersonal("a@b.kr 010-1234-5678, 010-8765-4321");
    expect([...kinds]).toEqual(["e-mail", "phone"]);
    expect(masked).toBe("****** *************, *************");
  });

  it("works in proportion to the text, whatever the text", () => {
    const pumps = [
      "8+",
      "_",
      "a.",
      "%",
      "+",
      "a@",
      "_@a.",
      "0",
      "010",
      "82",
      "9012-",
      "%40",
      "900101-",
    ];
    const texts = [
      ...pumps.map((pump) => (length: number) => pump.repeat(length / pump.length)),
      (length: number) => `${"_".repeat(64)}@${"a.".repeat((length - 65) / 2)}`,
      (length: number) => `${"_".repeat(64)}@${"a".repeat(length - 65)}`,
    ];
    const growths = texts.map((make) => {
      const [one, two] = [500, 1000].map((length) => countSteps(PERSONAL_DATA, make(length)));
      return { steps: two as number, growth: (two as number) / (one as number) };
    });
    const steps = Math.max(...growths.map((growth) => growth.steps));
    const growth = Math.max(...growths.map((growth) => growth.growth));
    console.log(
      `personal data: at most ${steps} steps for 1,000 characters; twice the text, ${growth.toFixed(2)} times the steps`,
    );
    // A step is about a nanosecond: a millisecond is a million.
    expect(steps).toBeLessThan(1_000_000);
    expect(growth).toBeLessThan(2.5);
    // The counting takes its time on a slow machine.
  }, 60_000);
});

describe("planChat", () => {
  const plan = (privacy: string | undefined, extra: string) =>
    planChat({ uuid: "@channel", extra, privacy }, "popup");
  const problem = {
    code: "KC221",
    field: "extra",
    level: "warning",
    message: "expected no personal data, got phone",
  };

  it.each([
    [undefined, "tel=010-1234-5678"],
    ["warn", "tel=010-1234-5678"],
    ["mask", "tel=*************"],
    ["omit", undefined],
  ])("with privacy %s sends %s", (privacy, sent) => {
    const { request, problems } = plan(privacy, "tel=010-1234-5678");
    expect(request?.fields.extra).toBe(sent);
    expect(problems).toEqual([problem]);
  });

  it.each(["warn", "mask", "omit"])("with privacy %s leaves anything else alone", (privacy) => {
    expect(plan(privacy, "order=1234").request?.fields.extra).toBe("order=1234");
    expect(plan(privacy, "order=1234").problems).toEqual([]);
  });
});
