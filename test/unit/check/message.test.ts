import { describe, expect, it } from "vitest";
import { parseMessage } from "../../../src/check/message";
import { type Problem, reporterFor } from "../../../src/problems";

describe("parseMessage", () => {
  it.each([
    ["auto|popup", "pop", '"pop"'],
    ["a path like /order/*", "order", '"order"'],
    ["text", "a, got b", '"a, got b"'],
    ["text", "", '""'],
    ["text", "a\nb", '"a\\nb"'],
  ])("takes apart what is written: expected %s, got %j", (expected, text, got) => {
    const problems: Problem[] = [];
    reporterFor(problems, "bot", text)("KC311", expected);
    expect(problems.map(({ message }) => parseMessage(message))).toEqual([{ expected, got }]);
  });

  it("leaves unquoted what was not quoted", () => {
    const problems: Problem[] = [];
    reporterFor(problems, "extra")("KC221", "no personal data", "phone");
    expect(parseMessage(problems[0]?.message ?? "")).toEqual({
      expected: "no personal data",
      got: "phone",
    });
  });

  it.each(["", "expected a", "got a", "it is expected a, got b"])(
    "knows that %j is none",
    (text) => {
      expect(parseMessage(text)).toBeNull();
    },
  );
});
