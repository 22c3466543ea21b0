import { describe, expect, it } from "vitest";
import { isBrokenSelector } from "../../../../src/check/buttons/selector";

/** As Chromium 156 has it. */
describe("isBrokenSelector", () => {
  it.each([
    '[title="]"]',
    "[title=')']",
    ':not([title=")"])',
    '[title="\\""]',
    ":is(a, b) > c:nth-child(2n + 1)",
    // Closed at its end.
    "#goods[name",
    '[title="b]',
    "a:not(.b, [c",
  ])("leaves to the browser: %s", (selector) => {
    expect(isBrokenSelector(selector)).toBe(false);
  });

  it.each(["div[", "a(", "a[]", "a]", "a)", "a{", "#1x", ".a >", ".a > > b"])(
    "knows that no browser parses: %s",
    (selector) => {
      expect(isBrokenSelector(selector)).toBe(true);
    },
  );
});
