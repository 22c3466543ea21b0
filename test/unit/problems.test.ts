import { describe, expect, it, vi } from "vitest";
import { ERRORS, isError, type Problem, quote, reporterFor, WARNINGS } from "../../src/problems";

describe("quote", () => {
  it("does without JSON.stringify, which MooTools 1.2 takes away", () => {
    vi.stubGlobal("JSON", { encode() {} });
    expect(quote('a"b\n')).toBe('"a"b?"');
    vi.unstubAllGlobals();
    expect(quote('a"b\n')).toBe('"a\\"b\\n"');
  });

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

describe("reporterFor", () => {
  it.each([
    ["KC101", "error"],
    ["KC108", "error"],
    ["KC111", "warning"],
    ["KC501", "error"],
    ["KC502", "warning"],
    ["KC801", "error"],
    ["KC811", "warning"],
  ] as const)("takes %s for an %s", (code, level) => {
    const problems: Problem[] = [];
    reporterFor(problems, "extra")(code, "text", "none");
    expect(problems).toEqual([{ code, field: "extra", level, message: "expected text, got none" }]);
    expect(problems.some(isError)).toBe(level === "error");
  });

  it("quotes the field's text if nothing else is said", () => {
    const problems: Problem[] = [];
    const report = reporterFor(problems, "bot", "a\u202eb");
    report("KC311", "true|false");
    report("KC311", "true|false", 0);
    expect(problems.map(({ message }) => message)).toEqual([
      'expected true|false, got "a?b"',
      "expected true|false, got 0",
    ]);
  });
});

describe("the codes", () => {
  it("are in order, each once, and one level each", () => {
    for (const codes of [ERRORS, WARNINGS]) expect([...codes].sort()).toEqual([...codes]);
    const all = [...ERRORS, ...WARNINGS];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((code) => !/^KC[1-9]\d\d$/.test(code))).toEqual([]);
  });
});
