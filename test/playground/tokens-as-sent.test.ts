// @vitest-environment happy-dom
/** The example page's preview against the product itself, on the same page. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { SamplePage } from "../../demo/playground/preview/sample-page.js";
import { fillTokens } from "../../demo/playground/preview/tokens.js";
import { replaceTokens } from "../../src/input/tokens.js";

const PAGE: SamplePage = {
  address: "https://shop.example/%EC%83%81%ED%92%88/987?utm_source=a%26b&no=987",
  title: 'A & B "C" = 100%',
  productName: "겨울 코트",
  productNumber: "987",
  referrer: "",
};

function showPage({ address, title, productName }: SamplePage): void {
  Reflect.get(window, "happyDOM").setURL(address);
  document.documentElement.lang = "ko";
  const meta = document.createElement("meta");
  meta.setAttribute("property", "og:title");
  meta.content = productName;
  document.head.replaceChildren(meta);
  document.title = title;
}

function send(extra: string): string {
  return replaceTokens(extra, { element: null, mayReadPage: true, isPreview: false }, () => {});
}

describe("fillTokens", () => {
  beforeEach(() => showPage(PAGE));

  it.each([
    "page={path}&title={title}",
    "{url} {lang} {title}",
    '{"path":"{path}","title":"{title}"}',
    "utm={query:utm_source}&no={query:no}&name={meta:og:title}",
    "order=1234",
    "{nobody} {query:missing}",
    `${"x".repeat(700)}{title}{title}{url}{url}{url}`,
  ])("shows of %j what the product sends", (extra) => {
    expect(fillTokens(extra, PAGE, "html")).toBe(send(extra));
  });

  it("shows of any title what the product sends", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~가-힣]*$/), (title) => {
        showPage({ ...PAGE, title });
        for (const extra of ["{title}", "a={title}&b=1", '{"a":"{title}"}']) {
          expect(fillTokens(extra, { ...PAGE, title: document.title }, "html")).toBe(send(extra));
        }
      }),
    );
  });
});
