import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SamplePage } from "../../demo/playground/preview/sample-page.js";
import {
  addToken,
  countLongest,
  fillTokens,
  findProductTokens,
  hasTokens,
  listTokenButtons,
} from "../../demo/playground/preview/tokens.js";

const PAGE: SamplePage = {
  address: "https://shop.example/%EC%83%81%ED%92%88/987?utm_source=naver&it_id=A1#top",
  title: 'A & B "C" = 100%',
  productName: "겨울 코트",
  productNumber: "987",
  referrer: "https://search.naver.com/search?q=secret",
};
const fill = (extra: string, page: Partial<SamplePage> = {}) =>
  fillTokens(extra, { ...PAGE, ...page }, "html");

describe("fillTokens", () => {
  it.each([
    ["page={path}", "page=/상품/987"],
    [
      "url={url}&from={referrer}",
      "url=https://shop.example/상품/987&from=https://search.naver.com/search",
    ],
    ["{path} {lang}", "/상품/987 ko"],
    ["utm={query:utm_source}&no={query:no}", "utm=naver&no=987"],
    ["title={title}", 'title=A %26 B "C" %3D 100%25'],
    ["order=1234", "order=1234"],
    ["{nobody}&{query:}", "{nobody}&{query:}"],
  ])("makes of %j %j", (extra, sent) => {
    expect(fill(extra)).toBe(sent);
  });

  it("keeps the form of what is around, whatever the page is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        const tidy = title.replace(/\s+/g, " ").trim().slice(0, 200);
        expect(JSON.parse(fill('{"a":"{title}"}', { title }))).toEqual({ a: tidy });
        const pairs = fill("a={title}&b=1", { title }).split("&");
        expect(pairs).toHaveLength(2);
      }),
    );
  });

  it("fits into what Kakao takes", () => {
    const title = "가".repeat(500);
    expect(fill("{title}", { title })).toHaveLength(200);
    expect(
      fill("x{title}{title}{title}{title}{title}{title}", { title }).length,
    ).toBeLessThanOrEqual(1000);
  });
});

describe("countLongest", () => {
  it("counts the longest value of each token, and the rest as Kakao does", () => {
    expect(countLongest("page={path}")).toBe(5 + 200);
    expect(countLongest("a\n{title}{query:b}")).toBe(3 + 400);
  });
});

describe("addToken", () => {
  it("adds a pair, or a word to a text without pairs", () => {
    const [path] = listTokenButtons("html");
    if (!path) throw new Error("expected a button");
    expect(addToken("", path)).toBe("page={path}");
    expect(addToken("order=1 ", path)).toBe("order=1&page={path}");
    expect(addToken("문의", path)).toBe("문의 {path}");
  });
});

describe("findProductTokens", () => {
  it("knows where a platform's product pages keep them", () => {
    expect(findProductTokens("cafe24").productNumber).toBe("{meta:product:productId}");
    expect(findProductTokens("gnuboard")).toEqual({
      productName: "{text:#sit_title}",
      productNumber: "{query:it_id}",
    });
    expect(findProductTokens("imweb").productNumber).toBe("{query:idx}");
  });

  it("are tokens", () => {
    for (const { token } of listTokenButtons("cafe24")) expect(hasTokens(token)).toBe(true);
    // Cafe24's own variable is filled in by its server, and no token of ours.
    expect(hasTokens("{$product_no}")).toBe(false);
  });
});
