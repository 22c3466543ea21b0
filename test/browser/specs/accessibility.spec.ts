/** axe finds nothing to complain about on a page with every kind of button, nor while one waits. */

import { findViolations, WCAG } from "../harness/axe";
import { allEnginesIf, expect, KAKAO, ONE_ENGINE, pageWith, test } from "../harness/pages";

const ICON = `<svg viewBox="0 0 9 9" width="20" height="20" aria-hidden="true"><circle r="4"/></svg>`;
const BUTTONS = `
  <button type="button" data-kakao-chat="@shop">상담하기</button>
  <button type="button" data-kakao-chat="@shop" aria-label="상담하기">${ICON}</button>
  <button type="button" data-kakao-chat="@shop" disabled>상담하기</button>
  <button type="button" data-kakao-chat="@shop" aria-disabled="true">상담하기</button>
  <button type="button" data-kakao-chat>상담하기</button>
  <input type="button" data-kakao-chat="@shop" value="상담하기">
  <a data-kakao-chat href="https://bizmessage.kakao.com/chat/open/@shop">상담하기</a>
  <a data-kakao-chat="@shop">상담하기</a>
  <div data-kakao-chat="@shop">상담하기</div>
  <span data-kakao-chat="@shop">${ICON} 상담하기</span>
  <span data-kakao-chat="@shop"><img src="data:," alt="상담하기"></span>
  <div data-kakao-chat="@shop" lang="en">Chat with us</div>
  <div data-kakao-chat="@shop" title="카카오톡 상담">상담하기</div>
  <div data-kakao-chat="@shop" data-kakao-chat-target="self">상담하기</div>
  <div data-kakao-chat="@shop" aria-disabled="true">상담하기</div>
  <ul><li><a data-kakao-chat="@shop">목록의 상담하기</a></li></ul>
  <nav aria-label="메뉴"><img data-kakao-chat="@shop" src="data:," alt="상담하기"></nav>`;

function render(body: string, lang = "ko"): string {
  const head = `<meta name="viewport" content="width=device-width">
    <style>[data-kakao-chat] { display: inline-block; margin: 12px; min-width: 24px; min-height: 24px }</style>`;
  const all = `<main><h1>쇼핑몰</h1>${body}<div id="host"></div></main>
    <script>
      document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML =
        '<div data-kakao-chat="@shop">그림자 속 상담하기</div><button data-kakao-chat="@shop">상담하기</button>';
    </script>`;
  return pageWith(all, { head, lang });
}

test("a page with every kind of button has no violation", async ({ page, visit }) => {
  await visit(render(BUTTONS));
  const prepared = () => document.querySelector("main > div[data-kakao-chat]")?.role;
  await expect.poll(() => page.evaluate(prepared)).toBe("button");
  expect(await findViolations(page)).toEqual([]);
});

test("buttons that came later have no violation", ONE_ENGINE, async ({ page, visit }) => {
  await visit(render(`<section aria-label="상담"></section>`));
  await page.evaluate((html) => {
    const place = document.querySelector("section");
    if (place) place.innerHTML = html;
  }, BUTTONS);
  // The next key of whoever uses the page prepares them.
  await page.press("Tab");
  const prepared = () => document.querySelector("section > div[data-kakao-chat]")?.role;
  await expect.poll(() => page.evaluate(prepared)).toBe("button");
  expect(await findViolations(page)).toEqual([]);
});

test("a page that has been used has no violation", ONE_ENGINE, async ({ page, visit }) => {
  await visit(render(BUTTONS));
  await page.click("main > div[data-kakao-chat]");
  const [chat] = await page.waitForWindows(1);
  await chat?.waitForUrl(KAKAO);
  expect(await findViolations(page)).toEqual([]);
});

for (const [lang, text] of [
  ["ko", "상담으로 연결하고 있습니다"],
  ["en", "Connecting you to the consultation"],
] as const) {
  test(
    `the waiting window says what it waits for, in ${lang}, without a violation`,
    allEnginesIf(lang === "ko"),
    async ({ page, standIn, visit }) => {
      await visit(render(BUTTONS, lang));
      await page.evaluate(() =>
        addEventListener("kakao-chat:before", ({ detail }) =>
          detail.waitUntil(new Promise((resolve) => Reflect.set(window, "settle", resolve))),
        ),
      );
      await page.click("button");
      const [waiting] = await page.waitForWindows(1);
      if (!waiting) throw new Error("expected a window, got none");
      await expect.poll(async () => (await waiting.state()).text).toBe(text);
      expect((await waiting.state()).title).toBe(text);
      // Its refresh starts the chat if the shop's page is gone: the waiting is not the visitor's reading time.
      const rules = { "meta-refresh": { enabled: false } };
      expect(await findViolations(waiting, { runOnly: WCAG, rules })).toEqual([]);
      expect(await waiting.evaluate(() => document.documentElement.lang)).toBe(lang);
      await page.evaluate(() => Reflect.get(window, "settle")());
      await waiting.waitForUrl(KAKAO);
      expect((await standIn.only()).fields).toEqual([["uuid", "@shop"]]);
    },
  );
}

test("by keyboard alone every button is reached, and starts the chat", async ({
  page,
  standIn,
  visit,
}) => {
  const first = `<button type="button" id="first">first</button>`;
  const div = `<div id="div" data-kakao-chat="@div">상담하기</div>`;
  const native = `<button type="button" id="native" data-kakao-chat="@native">상담하기</button>`;
  await visit(render(first + div + native));
  const prepared = () => document.querySelector("#div")?.role;
  await expect.poll(() => page.evaluate(prepared)).toBe("button");
  await page.focus("#first");
  for (const [id, key] of [
    ["div", "Enter"],
    ["native", "Space"],
  ] as const) {
    await page.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    await page.press(key);
    const [chat] = await page.waitForWindows(1);
    await chat?.waitForUrl(KAKAO);
    await chat?.close();
    await page.waitForWindows(0);
  }
  expect((await standIn.settled(2)).map(({ fields }) => fields[0]?.[1])).toEqual([
    "@div",
    "@native",
  ]);
});
