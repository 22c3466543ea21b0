import { describe, expect, it } from "vitest";
import { parseChannelId } from "../../../src/options/channel-id";
import { countSteps } from "../count-steps";
import { readWith } from "../read-field";

const EXPECTED = "expected the channel's search id, got ";

/** As in `quote`, for what these tests write. */
const show = (text: string) => JSON.stringify(text).replace(/[^ -~ㄱ-ㆎ가-힣]/g, "?");

describe("parseChannelId", () => {
  // The ids that pages in production use.
  it.each([
    "@엠엘비",
    "@국민톡110",
    "@카카오커머스고객센터",
    "@sk렌터카new고객센터",
    "@nespresso_club",
    "@k-car.help",
    "@kt",
    "@ㅋㅋ",
    "@under_score_",
    "@undefinedshop",
    "@nullnull",
  ])("takes %s as it is", (id) => {
    expect(readWith(parseChannelId, id)).toEqual({ value: id, reported: [] });
  });

  it.each([
    ["@bizmessage", "the name of Kakao's host, without the address"],
    ["@pf.kakaofan", "the letters of Kakao's other host, without the address"],
  ])("takes %s, %s", (id) => {
    expect(readWith(parseChannelId, id)).toEqual({ value: id, reported: [] });
  });

  it.each([
    ["white space", " @channel\t\t", "@channel", '" @channel\\t\\t"'],
    ["a no-break space", "\u00a0@channel\u3000", "@channel", '"?@channel?"'],
    ["zero-width characters", "\ufeff@chan\u200bnel\u2060", "@channel", '"?@chan?nel?"'],
    ["direction marks", "\u202a@channel\u202c\u2066\u2069", "@channel", '"?@channel???"'],
    ["a variation selector", "@channel\ufe0f", "@channel", '"@channel?"'],
    ["a Hangul filler", "@channel\u3164", "@channel", '"@channel\u3164"'],
    ["a soft hyphen", "@chan\u00adnel", "@channel", '"@chan?nel"'],
    ["straight quotes", '"@channel"', "@channel", '"\\"@channel\\""'],
    ["single quotes", "'@channel'", "@channel", "\"'@channel'\""],
    ["curly quotes", "“@channel”", "@channel", '"?@channel?"'],
    ["single curly quotes", "‘@channel’", "@channel", '"?@channel?"'],
    ["white space between quotes and id", '" @channel "', "@channel", '"\\" @channel \\""'],
    ["Unicode form NFD", "@한글".normalize("NFD"), "@한글", '"@??????"'],
    ["a full-width at sign", "＠channel", "@channel", '"?channel"'],
    ["a full-width at sign in quotes", "”＠channel”", "@channel", '"??channel?"'],
    ["a percent-encoded at sign", "%40channel", "@channel", '"%40channel"'],
    ["percent-encoded Hangul", "%40%EC%83%81%EB%8B%B4", "@상담", '"%40%EC%83%81%EB%8B%B4"'],
    ["percent-encoding in quotes", '"%40channel"', "@channel", '"\\"%40channel\\""'],
    ["a missing at sign", "channel", "@channel", '"channel"'],
    ["a missing at sign before Hangul", "상담", "@상담", '"상담"'],
  ])("tidies %s, with a warning", (_, text, id, got) => {
    expect(readWith(parseChannelId, text)).toEqual({
      value: id,
      reported: [["KC111", "warning", `expected ${id}, got ${got}`]],
    });
  });

  it("decodes once only", () => {
    expect(readWith(parseChannelId, "%40a%2540b")).toEqual({
      value: "@a%40b",
      reported: [
        ["KC113", "warning", `${EXPECTED}"%40a%2540b"`],
        ["KC111", "warning", 'expected @a%40b, got "%40a%2540b"'],
      ],
    });
  });

  it("does not decode an id that begins otherwise", () => {
    expect(readWith(parseChannelId, "@a%40b").value).toBe("@a%40b");
  });

  it("keeps percent-encoding that cannot be decoded", () => {
    expect(readWith(parseChannelId, "%40%EC%83").value).toBe("@%40%EC%83");
  });

  it.each(["", " ", "@", " @ ", '""', "“”", "\u200b", "%40", "＠"])(
    "misses an id in %j",
    (text) => {
      const { value, reported } = readWith(parseChannelId, text);
      expect(value).toBe("");
      expect(reported).toEqual([["KC101", "error", `${EXPECTED}${show(text)}`]]);
    },
  );

  const leftover = "KC102";
  const profile = "KC103";
  const visitor = "KC104";
  const address = "KC107";
  const publicId = "KC106";
  const character = "KC107";

  it.each([
    ["undefined", leftover],
    ["null", leftover],
    ["NaN", leftover],
    ["@undefined", leftover],
    [" null ", leftover],
    ["{{uuid}}", leftover],
    ["{{ channel.id }}", leftover],
    ["@{{uuid}}", leftover],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the left-over itself
    ["${uuid}", leftover],
    ["#{uuid}", leftover],
    ["{% uuid %}", leftover],
    ["{$uuid}", leftover],
    ["@{$product_no}", leftover],
    ["<%= uuid %>", leftover],
    ["<?= $uuid ?>", leftover],
    ["[object Object]", leftover],
    ["[object HTMLElement]", leftover],

    ["https://pf.kakao.com/_mHvbs", profile],
    ["http://pf.kakao.com/_mHvbs/chat", profile],
    ["pf.kakao.com/_mHvbs", profile],
    ["https://bizmessage.kakao.com/chat/aBcD/eFgH", visitor],
    ["bizmessage.kakao.com/chat/aBcD/eFgH", visitor],
    ["https://shop.example/", address],
    ["HTTPS://SHOP.EXAMPLE/", address],
    ["kakaoplus://plusfriend/home/@channel", address],

    ["_mHvbs", publicId],
    ["@_mHvbs", publicId],
    ["＠_mHvbs", publicId],

    ["@my channel", character],
    ["@my\u00a0channel", character],
    ["@my\tchannel", character],
    [`@a${" ".repeat(20)}b`, character],
    ["@a/b", character],
    ["@a:b", character],
    ["@a?b", character],
    ["@a#b", character],
    ["@a&b", character],
    ["@a<b", character],
    ["@a>b", character],
    ['@a"b', character],
    ["@a'b", character],
    ["@a\\b", character],
    ["%40a%2Fb", character],
  ])("rejects %j", (text, code) => {
    expect(readWith(parseChannelId, text)).toEqual({
      value: "",
      reported: [[code, "error", `${EXPECTED}${show(text)}`]],
    });
  });

  it.each([
    ["@KCar", "KC112"],
    ["@FILA", "KC112"],
    ["@a+b", "KC113"],
    ["@a@b", "KC113"],
    ["@a%b", "KC113"],
    ["@상담!", "KC113"],
    [`@${"a".repeat(16)}`, "KC114"],
    [`@${"가".repeat(16)}`, "KC114"],
  ])("warns about %s and sends it as written", (id, code) => {
    expect(readWith(parseChannelId, id)).toEqual({
      value: id,
      reported: [[code, "warning", `${EXPECTED}"${id}"`]],
    });
  });

  it.each(["a", "가"])("takes 15 of %s", (letter) => {
    const id = `@${letter.repeat(15)}`;
    expect(readWith(parseChannelId, id)).toEqual({ value: id, reported: [] });
  });

  it("does not count the at sign that it adds", () => {
    expect(readWith(parseChannelId, "a".repeat(15)).reported.map(([code]) => code)).toEqual([
      "KC111",
    ]);
  });

  it("warns about everything that is odd", () => {
    const { value, reported } = readWith(parseChannelId, "KCar-고객센터-한국+미국+중국");
    expect(value).toBe("@KCar-고객센터-한국+미국+중국");
    expect(reported.map(([code]) => code)).toEqual(["KC112", "KC113", "KC114", "KC111"]);
  });

  it("replaces a lone surrogate, which no address can carry", () => {
    expect(readWith(parseChannelId, "@a\ud800").value).toBe("@a\ufffd");
  });

  it("works in proportion to the text, whatever the text", () => {
    const steps = (text: string) => {
      let count = 0;
      const { exec } = RegExp.prototype;
      // Every way to use a pattern goes through it.
      RegExp.prototype.exec = function (this: RegExp, each: string) {
        RegExp.prototype.exec = exec;
        // `replace` asks a global pattern again after each match; the first time counts the whole text.
        if (!this.global || this.lastIndex === 0) count += countSteps(this, each);
        const match = exec.call(this, each);
        RegExp.prototype.exec = counting;
        return match;
      };
      const counting = RegExp.prototype.exec;
      try {
        readWith(parseChannelId, text);
      } finally {
        RegExp.prototype.exec = exec;
      }
      return count;
    };
    for (const pump of [" ", "'", "_", "%40", "@", "=", "가", "\u200b"]) {
      const [one = 0, two = 0] = [200, 400].map((length) => steps(`@a${pump.repeat(length)}b`));
      expect(one).toBeGreaterThan(0);
      expect(two / one).toBeLessThan(2.5);
    }
  });
});
