// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { renderValue } from "../../demo/stand-in/value.js";

describe("renderValue", () => {
  it.each([
    ["a\r\nb\rc\nd\te", "aCRLF\nbCR\ncLF\ndTABe"],
    ["a\u200bb\ufffd", "aU+200BbU+FFFD"],
    ["<b>", "<b>"],
    ["👩‍💻", "👩‍💻"],
  ])("names in %j what cannot be seen", (value, shown) => {
    expect(renderValue(value).textContent).toBe(shown);
  });
});
