import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exchange, follow, type Inserted } from "../../demo/playground/preview/inserted.js";
import type { SamplePage } from "../../demo/playground/preview/sample-page.js";
import {
  addToken,
  countLongest,
  fillTokens,
  findProductTokens,
  hasTokens,
  listForeignTokens,
  listTokenButtons,
} from "../../demo/playground/preview/tokens.js";
import {
  listPlatformNames,
  type PlatformName,
} from "../../demo/playground/snippets/platforms/platforms.js";
import { findCodeSpans, findRows, read } from "../docs/pages.js";

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
    ["utm={query:utm_source}&no={query:it_id}", "utm=naver&no=A1"],
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
  // By the names of the documents' table; of the others the row is "any".
  const ROWS: Partial<Record<PlatformName, string>> = {
    cafe24: "카페24",
    gnuboard: "영카트 5(그누보드)",
    imweb: "아임웹",
  };

  it.each(listPlatformNames())("is what the documents' table says of %s", (tab) => {
    const row = findRows(read("docs/platforms.ko.md")).find(
      ([name, ...cells]) => name === (ROWS[tab] ?? "그 밖") && cells.length > 2,
    );
    expect(row).toBeDefined();
    const [productName, productNumber] = [row?.[1], row?.[2]].map(
      (cell = "") => findCodeSpans(cell)[0],
    );
    expect(findProductTokens(tab)).toEqual({ productName, productNumber });
  });

  it("are tokens", () => {
    for (const { token } of listTokenButtons("cafe24")) expect(hasTokens(token)).toBe(true);
    // Cafe24's own variable is filled in by its server, and no token of ours.
    expect(hasTokens("{$product_no}")).toBe(false);
  });
});

describe("listForeignTokens", () => {
  const extra = "a={query:it_id}&b={query:idx}&c={meta:og:title}&d={text:h1}&e={path}";

  it("knows what only another platform's pages have", () => {
    expect([...listForeignTokens(extra, "cafe24")]).toEqual([
      ["{query:idx}", "imweb"],
      ["{query:it_id}", "gnuboard"],
    ]);
    expect([...listForeignTokens(extra, "gnuboard").keys()]).toEqual(["{query:idx}"]);
    expect(listForeignTokens(extra, "wordpress").size).toBe(2);
  });

  it("says nothing of a page that can be any shop's", () => {
    for (const tab of ["html", "gtm", "react"] as const) {
      expect(listForeignTokens(extra, tab).size).toBe(0);
    }
  });
});

describe("exchange", () => {
  const PRODUCT = "token.productNumber";

  /** What a button puts in, as the page does it. */
  function insert(extra: string, inserted: Inserted[], tab: PlatformName, label: string) {
    const button = listTokenButtons(tab).find((each) => each.label === label);
    if (!button) throw new Error(`no button is called ${label}`);
    const text = addToken(extra, button);
    const moved = follow(inserted, extra, text);
    const start = text.length - button.token.length;
    return {
      extra: text,
      inserted: [...moved, { label: button.label, start, end: text.length }],
    };
  }

  it("puts in what the new platform has, there and back", () => {
    let now = insert("", [], "html", "token.path");
    now = insert(now.extra, now.inserted, "html", PRODUCT);
    expect(now.extra).toBe("page={path}&product={path}");
    now = exchange(now.extra, now.inserted, "cafe24");
    expect(now.extra).toBe("page={path}&product={meta:product:productId}");
    now = exchange(now.extra, now.inserted, "gnuboard");
    expect(now.extra).toBe("page={path}&product={query:it_id}");
    now = exchange(now.extra, now.inserted, "html");
    expect(now.extra).toBe("page={path}&product={path}");
  });

  it("leaves what somebody has typed, even the same", () => {
    const typed = "product={query:it_id}";
    const now = insert(typed, [], "gnuboard", PRODUCT);
    expect(now.extra).toBe(`${typed}&product={query:it_id}`);
    const { extra } = exchange(now.extra, now.inserted, "imweb");
    expect(extra).toBe(`${typed}&product={query:idx}`);
  });

  it("leaves a token that somebody has changed", () => {
    const now = insert("", [], "gnuboard", PRODUCT);
    const changed = "product={query:it_id2}";
    expect(exchange(changed, follow(now.inserted, now.extra, changed), "imweb").extra).toBe(
      changed,
    );
  });

  it("changes nothing but the tokens, whatever is typed around them", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "=", "{", "}", "한", "\n") });
    fc.assert(
      fc.property(text, text, text, (before, between, after) => {
        const first = insert(before, [], "cafe24", PRODUCT);
        const written = `${first.extra}${between}`;
        const second = insert(
          written,
          follow(first.inserted, first.extra, written),
          "cafe24",
          "token.productName",
        );
        const all = `${after}${second.extra}`;
        const { extra, inserted } = exchange(
          all,
          follow(second.inserted, second.extra, all),
          "imweb",
        );
        expect(inserted.map(({ start, end }) => extra.slice(start, end))).toEqual([
          "{query:idx}",
          "{text:h1}",
        ]);
        // And back: the very text.
        expect(exchange(extra, inserted, "cafe24").extra).toBe(all);
      }),
    );
  });
});
