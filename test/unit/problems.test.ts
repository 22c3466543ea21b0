import { describe, expect, it } from "vitest";
import { noteIn, type Problem, quote } from "../../src/problems";

describe("quote", () => {
  it.each([
    ["@channel", '"@channel"'],
    ["", '""'],
    ["한글 id", '"한글 id"'],
    ["a\r\nb\tc", '"a\\r\\nb\\tc"'],
    ['a"b\\', '"a\\"b\\\\"'],
    ["\u200b\u202e\ufeff\u2028", '"????"'],
    ["аdmin", '"?dmin"'],
    ["\ufffd", '"?"'],
  ])("shows %j on one line, with ? for what the eye would miss", (text, shown) => {
    expect(quote(text)).toBe(shown);
  });

  it("shows the first 60 characters", () => {
    expect(quote("a".repeat(61))).toBe(`"${"a".repeat(60)}"`);
  });
});

describe("noteIn", () => {
  it.each([
    [101, "error"],
    [109, "error"],
    [111, "warning"],
    [801, "error"],
    [811, "warning"],
  ])("takes KC%i for an %s", (code, level) => {
    const problems: Problem[] = [];
    noteIn(problems, "extra")(code, "text", "none");
    expect(problems).toEqual([
      { code: `KC${code}`, field: "extra", level, message: "expected text, got none" },
    ]);
  });
});
