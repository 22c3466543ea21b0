/** What the documents tell to copy, copied: README's blocks, the recipes of the extra, the listeners that count. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "../harness/engine";
import { expect, pageWith, test } from "../harness/pages";

const ROOT = new URL("../../../", import.meta.url);
const require = createRequire(import.meta.url);

/** The blocks of a language in a document, or under one of its headings. */
async function readBlocks(path: string, language: string, heading = ""): Promise<string[]> {
  const text = await readFile(new URL(path, ROOT), "utf8");
  const part = heading ? (text.split(`\n${heading}\n`)[1] ?? "").split(/\n##? /)[0] : text;
  return [...(part ?? "").matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, code = ""]) =>
    name === language ? [code] : [],
  );
}

test.describe("README", () => {
  for (const [path, uuid] of [
    ["README.md", "@channel"],
    ["README.ko.md", "@채널아이디"],
  ] as const) {
    test(`${path}: the first block is all that a page needs`, async ({ page, shop, standIn }) => {
      const [block = ""] = await readBlocks(path, "html");
      await page.goto(shop.page("/goods/1042", pageWith(block, { script: "" })));
      await page.click("button");
      expect((await standIn.only()).fields).toEqual([
        ["uuid", uuid],
        ["extra", "page=/goods/1042"],
      ]);
      expect(await page.errors()).toEqual([]);
    });
  }

  test("the link starts the chat without the script", async ({ page, visit, standIn }) => {
    const [, link = ""] = await readBlocks("README.md", "html");
    await visit(pageWith(link, { script: "" }));
    await page.click("a");
    expect((await standIn.only()).url).toBe("/chat/open/@channel");
  });
});

test.describe("the recipes of what the counsellor sees", () => {
  const QUERY = "?utm_source=naver&utm_campaign=%EB%B4%84&goodsNo=7";
  const HEAD = '<meta property="og:title" content="린넨 셔츠">';

  for (const [heading, extra] of [
    ["### A product page", "product=7&name=린넨 셔츠"],
    ["### An order page", "order=20261125-0042"],
    ["### A campaign", "from=naver&campaign=봄&page=/goods/1042"],
    ["### A list of products", "product=101"],
    ["### A single-page app", "page=/goods/1042&title=shop"],
  ] as const) {
    test(heading.slice(4), async ({ page, shop, standIn }) => {
      const document = "docs/what-the-counsellor-sees.md";
      const [script = ""] = await readBlocks(document, "html", "## Five recipes");
      const [block = ""] = await readBlocks(document, "html", heading);
      const body = block.startsWith("<tr") ? `<table>${block}</table>` : block;
      await page.goto(shop.page("/goods/1042", pageWith(body, { head: HEAD, script })) + QUERY);
      await page.click("button");
      expect((await standIn.only()).fields).toEqual([
        ["uuid", "@channel"],
        ["extra", extra],
      ]);
    });
  }
});

test.describe("counting", () => {
  const BUTTON = `<button type="button" data-kakao-chat="@a" data-kakao-chat-extra="order=1">상담</button>`;
  /** Each kind records what the page's tool would send. */
  const TOOLS = [
    ["## GA4", "<script>sent = []; gtag = (...args) => sent.push(args);</script>"],
    ["## Google Tag Manager", "<script>window.dataLayer = sent = [];</script>"],
  ] as const;
  const read = (page: Page) => page.evaluate(() => (window as unknown as { sent: unknown[] }).sent);
  const DATA = { channel: "@a", method: "GET", target: "popup" };

  for (const [heading, tool] of TOOLS) {
    test(`${heading.slice(3)}: a chat is counted, without its extra`, async ({
      page,
      visit,
      standIn,
    }) => {
      const [code = ""] = await readBlocks("docs/counting.md", "html", heading);
      await visit(pageWith(BUTTON, { head: tool + code }));
      await page.click("button");
      await standIn.only();
      expect(await read(page)).toEqual([
        heading === "## GA4"
          ? ["event", "kakao_chat_open", DATA]
          : { event: "kakao_chat_open", ...DATA },
      ]);
    });

    test(`${heading.slice(3)}: so is a refused window`, async ({ page, visit }) => {
      const [code = ""] = await readBlocks("docs/counting.md", "html", heading);
      // Without a gesture every browser refuses; the page stays, so that it can be asked.
      const refused = `<script>
        addEventListener("kakao-chat:blocked", (event) => event.preventDefault());
        addEventListener("load", () => setTimeout(() => KakaoChat.open(document.querySelector("button")), 200));
      </script>`;
      await visit(pageWith(BUTTON, { head: tool + code + refused }));
      await expect
        .poll(() => read(page))
        .toEqual([
          heading === "## GA4"
            ? ["event", "kakao_chat_blocked", DATA]
            : { event: "kakao_chat_blocked", ...DATA },
        ]);
    });
  }
});

test.describe("SECURITY.md on DOMPurify", () => {
  const BUTTON = '<b data-kakao-chat="@evil" data-id="1">x</b>';

  test("it keeps the attributes by default, and drops them as told", async ({
    page,
    shop,
    visit,
  }) => {
    shop.script("/purify.js", await readFile(require.resolve("dompurify/dist/purify.min.js")));
    await visit(pageWith("", { script: '<script src="/purify.js"></script>' }));
    const results = await page.evaluate((html) => {
      const { DOMPurify } = window as unknown as { DOMPurify: typeof import("dompurify").default };
      const byDefault = DOMPurify.sanitize(html);
      const without = DOMPurify.sanitize(html, { ALLOW_DATA_ATTR: false });
      DOMPurify.addHook("uponSanitizeAttribute", (_, attribute) => {
        if (attribute.attrName.startsWith("data-kakao-chat")) attribute.keepAttr = false;
      });
      return [byDefault, without, DOMPurify.sanitize(html)];
    }, BUTTON);
    expect(results).toEqual([BUTTON, "<b>x</b>", '<b data-id="1">x</b>']);
  });
});
