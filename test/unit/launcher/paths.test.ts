import { describe, expect, it } from "vitest";
import { isPathPattern, isShownOn } from "../../../src/launcher/paths.js";

describe("isShownOn", () => {
  it.each([
    ["/order/", "/order/*", true],
    ["/order/1/2", "/order/*", true],
    ["/order", "/order/*", false],
    ["/my/order/1", "/order/*", false],
    ["/my/order/1", "*/order/*", true],
    ["/", "/", true],
    ["/index.html", "/", false],
    ["/anything", "*", true],
    ["/a/b", "/a*b", true],
    ["/ab", "/ab*b", false],
    ["/abab", "/ab*ab", true],
    ["/aXbXc", "/a*b*c", true],
    ["/aXcXb", "/a*b*c", false],
    ["/aXc", "/a*b*c", false],
    ["/aXb", "/a*b*b", false],
    ["/order/x", "*/order*x", true],
    ["/a.b", "/a?b", false],
    ["/aab", "/a+b", false],
    ["/%EC%83%81%ED%92%88/1", "/상품/*", true],
    ["/상품/1", "/%EC%83%81%ED%92%88/*", true],
    ["/상품".normalize("NFD"), "/상품", true],
    // EUC-KR: no UTF-8, compared as it is.
    ["/%BB%F3%C7%B0", "/%BB%F3*", true],
    ["/%BB%F3%C7%B0", "/%bb%f3%c7%b0", true],
    ["/100%", "/100%", true],
    ["/p*q", "/p%2Aq", true],
    ["/pABCq", "/p%2aq", false],
    ["/Order", "/order", false],
  ])("%s with %s: %s", (path, pattern, isMatch) => {
    expect(isShownOn(path, { show: [pattern], hide: [] })).toBe(isMatch);
    expect(isShownOn(path, { show: [], hide: [pattern] })).toBe(!isMatch);
  });

  it("shows the button everywhere without a rule", () => {
    expect(isShownOn("/", { show: [], hide: [] })).toBe(true);
  });

  it("lets hide beat show", () => {
    expect(isShownOn("/order/1", { show: ["/order/*"], hide: ["/order/1"] })).toBe(false);
  });

  it("takes time in proportion to the path, whatever the pattern", () => {
    const path = `/${"a".repeat(100_000)}`;
    expect(isShownOn(path, { show: [`/${"*a".repeat(50)}*b`], hide: [] })).toBe(false);
  });
});

describe("isPathPattern", () => {
  it.each(["/", "/order/*", "*", "*/order", "/상품/*"])("accepts %s", (text) => {
    expect(isPathPattern(text)).toBe(true);
  });

  it.each(["order", "https://shop.test/order", "/goods?no=1", "/goods#top"])(
    "refuses %s",
    (text) => {
      expect(isPathPattern(text)).toBe(false);
    },
  );
});
