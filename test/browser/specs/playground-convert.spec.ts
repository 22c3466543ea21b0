/** The converter in a real browser: pasted code is read, and neither run nor loaded. */

import type { Page } from "@playwright/test";
import { OLD_BUTTONS } from "../../playground/old-buttons";
import { CDN, expect, findViolations, openChat, test } from "../harness/playground";

const HOSTILE = `
<script>window.ran = "script"; fetch("https://leak.test/script")</script>
<img src="https://leak.test/img" onerror="window.ran = 'onerror'" onload="window.ran = 'onload'">
<img src=x onerror="window.ran = 'onerror'">
<svg onload="window.ran = 'svg'"><image href="https://leak.test/svg"></svg>
<link rel="stylesheet" href="https://leak.test/css"><style>@import "https://leak.test/import"; body { background: url(https://leak.test/bg) }</style>
<iframe src="https://leak.test/frame" srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<video src="https://leak.test/video" autoplay></video><object data="https://leak.test/object"></object>
<meta http-equiv="refresh" content="0;url=https://leak.test/refresh"><base href="https://leak.test/">
<details open ontoggle="window.ran = 'toggle'"></details><input autofocus onfocus="window.ran = 'focus'">
<form action="https://bizmessage.kakao.com/chat/open" method="post" target="_blank"><input name="uuid" value="@myshop">
<button onclick="window.ran = 'click'"><b><img src=x onerror="window.ran = 'label'">상담</b></button></form>`;

test("what is pasted is neither run nor asked for", async ({ tab, network, standIn }) => {
  await tab.click("#check-open");
  await expect(tab.locator("#old")).toBeFocused();
  const before = network.siteRequests.length;
  await tab.fill("#old", HOSTILE);
  await expect(tab.locator("#converted .snippet").first()).toContainText("@myshop");
  // Time enough for a picture to fail, and for a request to leave.
  await standIn.settled();
  expect(await tab.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
  expect(network.siteRequests.length).toBe(before);
  expect(network.refused).toEqual([]);
  expect(standIn.requests).toEqual([]);
  expect(tab.url()).toContain("tools.test");
});

test("every old button is read as in the unit tests, on the page", async ({ tab }) => {
  test.slow();
  await tab.click("#check-open");
  for (const { name, code, wrong } of OLD_BUTTONS) {
    await tab.fill("#old", code);
    await expect(tab.locator("#converted .findings > li"), name).toHaveCount(wrong.length);
    const codes = await tab.locator("#converted .line summary").allTextContents();
    expect(codes.sort(), name).toEqual(wrong.filter((key) => key.startsWith("KC")).sort());
  }
});

/** The new code of an old button, in a page of the shop's. */
async function convertAll(tab: Page, code: string): Promise<string> {
  await tab.click("#check-open");
  await tab.fill("#old", code);
  const codes = await tab.locator("#converted pre").allTextContents();
  return codes.join("");
}

for (const { name, code, input, computed } of OLD_BUTTONS) {
  const isBroken = /^(_|http)/.test(input.uuid ?? "");
  if (isBroken || computed || /\$\{|<%/.test(input.extra ?? "")) continue;
  test(`converted, it sends what it sent: ${name}`, async ({ tab, context, shop, standIn }) => {
    await tab.click("#more > summary");
    await tab.fill("#host", CDN);
    const html = await convertAll(tab, code);
    const page = await context.newPage();
    await page.goto(
      shop.page(
        "/",
        `<!doctype html><html lang="ko"><meta charset="utf-8"><title>shop</title><body>${html}`,
      ),
    );
    await openChat(page, "[data-kakao-chat]");
    const { uuid = "", extra, bot, event } = input;
    const sent = { uuid: uuid.replace(/^@?/, "@"), extra, bot: bot?.toLowerCase(), event };
    const fields = Object.entries(sent).filter(([, value]) => value !== undefined);
    expect((await standIn.only()).fields).toEqual(fields);
  });
}

test("what a script made at the click is made at the click again", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  await tab.click("#more > summary");
  await tab.fill("#host", CDN);
  const old = OLD_BUTTONS.find(({ computed }) => computed?.extra === '"order=" + orderNo');
  const html = await convertAll(tab, old?.code ?? "");
  const page = await context.newPage();
  await page.goto(
    shop.page(
      "/",
      `<!doctype html><meta charset="utf-8"><title>shop</title><script>orderNo = 77</script>${html}`,
    ),
  );
  await openChat(page, "[data-kakao-chat]");
  expect(new Map((await standIn.only()).fields).get("extra")).toBe("order=77");
});

test("the settings go into the form, with what is still wrong", async ({ tab }) => {
  const old = OLD_BUTTONS.find(({ wrong }) => wrong.includes("KC104"));
  await tab.click("#check-open");
  await tab.fill("#old", old?.code ?? "");
  await expect(tab.locator("#converted .warning")).toBeVisible();
  await tab.click("#converted > .strong");
  await expect(tab.locator("#uuid")).toBeFocused();
  await expect(tab.locator("#uuid-problems")).toContainText("상담 창의 주소예요");
  await expect(tab.locator("#width")).toHaveValue("1100");
  await tab.fill("#uuid", "@myshop");
  await expect(tab.locator("#snippets pre").first()).toContainText('data-kakao-chat-width="1100"');
  expect(await findViolations(tab)).toEqual([]);
});
