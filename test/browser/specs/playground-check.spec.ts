/** The playground's section "check and convert": what is pasted is read, and neither run nor asked for. */

import type { Page } from "@playwright/test";
import { OLD_BUTTONS } from "../../unit/convert/corpus";
import { CDN, expect, openChat, test } from "../harness/playground";

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
  await expect(tab.locator("#converted-code")).toContainText("@myshop");
  await standIn.settled();
  expect(await tab.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
  expect(network.siteRequests.length).toBe(before);
  expect(network.refused).toEqual([]);
  expect(standIn.requests).toEqual([]);
});

test("the example is converted, and its settings go into the form", async ({ tab }) => {
  await tab.click("#check-open");
  await tab.click("#check-example");
  await expect(tab.locator("#converted-code")).toContainText('data-kakao-chat="@myshop"');
  await expect(tab.locator("#check-settled")).toContainText("KC951");
  await expect(tab.locator('[data-code="KC951"]')).toHaveCount(0);
  await tab.click("#check-use");
  await expect(tab.locator("#uuid")).toHaveValue(/myshop/);
  // The address of the settings carries values alone, never what was pasted.
  await expect.poll(() => tab.evaluate(() => location.hash)).toContain("myshop");
  const hash = await tab.evaluate(() => decodeURIComponent(location.hash));
  expect(hash).not.toMatch(/openKakao|btn_kakao|카카오톡 상담|window/);
});

test("what keeps a chat from starting is said first", async ({ tab }) => {
  await tab.click("#check-open");
  await tab.fill(
    "#old",
    '<button data-kakao-chat="_abc" data-kakao-chat-bots="true">상담</button>',
  );
  const codes = tab.locator("#check-result [data-code]");
  await expect(codes).toHaveCount(2);
  expect(await codes.first().getAttribute("data-code")).toBe("KC106");
  await expect(tab.locator("#check-result > :first-child")).toHaveClass(/findings/);
});

test("every button of a page is converted, and what is left to do is said", async ({ tab }) => {
  await tab.click("#check-open");
  await tab.fill(
    "#old",
    `<!doctype html><meta charset="utf-8"><title>shop</title>
    <a href="#" onclick="window.open('https://bizmessage.kakao.com/chat/open/@a?extra=' + a.id); return false">첫째</a>
    <a href="#" id="second">둘째</a>
    <script>$("#second").click(function () { gtag("event", "chat"); window.open("https://bizmessage.kakao.com/chat/open/@a?extra=" + b.id); });</script>`,
  );
  await expect(tab.locator("#converted-code")).toContainText(">첫째</button>");
  await expect(tab.locator("#converted-code-2")).toContainText(">둘째</button>");
  await expect(tab.locator("#converted-script")).toContainText("extra = a.id");
  await expect(tab.locator("#converted-script-2")).toContainText("extra = b.id");
  const said = tab.locator("#check-result");
  for (const code of ["KC943", "KC946", "KC970"]) await expect(said).toContainText(code);
  await expect(said).not.toContainText("KC925");
  await expect(tab.locator("#converted-link")).toContainText('href="#"');
});

test("what stands beside a component's button says which hooks it needs", async ({ tab }) => {
  await tab.click("#check-open");
  await tab.fill(
    "#old",
    `export default function Ask({ member }) {
      const ask = () => {
        if (member.age < 19) return;
        window.open("https://bizmessage.kakao.com/chat/open/@a");
      };
      return <button onClick={ask}>상담</button>;
    }`,
  );
  await expect(tab.locator("#converted-script-title")).toContainText("useRef");
  await expect(tab.locator("#converted-link")).toHaveCount(0);
});

test("a whole page is checked, with its headers", async ({ tab }) => {
  await tab.click("#check-open");
  await tab.fill(
    "#old",
    '<!doctype html><html><head><meta charset="utf-8"></head><body><script src="https://cdn.example.com/1.0.0/kakao-chat.js" defer></script><button type="button" data-kakao-chat="@shop">상담</button></body></html>',
  );
  await expect(tab.locator("#check-count")).toHaveText(/없어요|Nothing/);
  await tab.locator("#check-place details summary").click();
  await tab.fill("#check-headers", "Content-Security-Policy: script-src https://other.example");
  await expect(tab.locator('#check-result [data-code="KC914"]')).toBeVisible();
});

/** Opens the section; the code will have the script of the tests' CDN. */
async function openCheck(tab: Page): Promise<void> {
  await tab.click("#more > summary");
  await tab.fill("#host", CDN);
  await tab.click("#check-open");
}

/** The converted code of an old button, in a page of the shop's. */
async function buildPage(tab: Page, code: string, before = ""): Promise<string> {
  await tab.fill("#old", "");
  await expect(tab.locator("#converted-code")).toHaveCount(0);
  await tab.fill("#old", code);
  await expect(tab.locator("#converted-code")).toBeVisible();
  const codes = await tab.locator("#check-result pre").allTextContents();
  return `<!doctype html><html lang="ko"><meta charset="utf-8"><title>shop</title><body>${before}${codes.join("")}`;
}

/** A customer opens the shop's page, and starts the chat from its button. */
async function chatFrom(page: Page, address: string, selector = "#b"): Promise<void> {
  await page.goto(address);
  const chat = await openChat(page, selector);
  await chat.close();
}

/** Of those that send what they say without a server and without a framework, every third. */
const SENT = OLD_BUTTONS.filter(
  ({ says, computed, code }) =>
    /^@/.test(says) &&
    !computed &&
    !/<area|<[%?]|\$\{|\{[{$]|^\s*<template|className|onClick|<script setup|Model\.|x-data|\(click\)|import |class T|useCallback/.test(
      code,
    ),
).filter((_, index) => index % 3 === 0);

test("converted, a button sends what it sent", async ({ tab, context, shop, standIn }) => {
  test.slow();
  await openCheck(tab);
  const customer = await context.newPage();
  // The shop has the trackers that its button calls.
  const trackers = "<script>gtag = fbq = ga = kakaoPixel = _nasa = () => {}</script>";
  for (const [before, { name, code, says }] of SENT.entries()) {
    await test.step(name, async () => {
      const html = await buildPage(tab, code, trackers);
      await chatFrom(customer, shop.page("/", html), "[data-kakao-chat]");
      const [uuid = "", ...more] = says.split(" ");
      const pairs = more.filter((word) => /^(extra|bot|event)=/.test(word));
      const sent = [
        ["uuid", uuid],
        ...pairs.map((pair) => [
          pair.slice(0, pair.indexOf("=")),
          pair.slice(pair.indexOf("=") + 1),
        ]),
      ];
      expect((await standIn.only(before)).fields).toEqual(sent);
    });
  }
});

test("what a script made at the click is made at the click again", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  await openCheck(tab);
  const html = await buildPage(
    tab,
    `<div id="b" class="talk">상담</div><script>$("#b").on("click", function () { var u = "https://bizmessage.kakao.com/chat/open/@myshop"; window.open(u + "?extra=" + encodeURIComponent("no=" + orderNo) + "&bot=true"); });</script>`,
    "<script>orderNo = 77</script>",
  );
  await chatFrom(await context.newPage(), shop.page("/", html));
  expect((await standIn.only()).fields).toEqual([
    ["uuid", "@myshop"],
    ["extra", "no=77"],
    ["bot", "true"],
  ]);
});

test("a value that cannot be made costs the value alone, and nothing is thrown", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  await openCheck(tab);
  const html = await buildPage(
    tab,
    `<button id="b">상담</button><script>document.getElementById("b").onclick = function () { window.open("https://bizmessage.kakao.com/chat/open/@myshop?extra=" + shopNo()); };</script>`,
  );
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(shop.page("/", html));
  await openChat(page, "#b");
  expect((await standIn.only()).fields).toEqual([["uuid", "@myshop"]]);
  expect(errors).toEqual([]);
});

test("an awaited value is waited for", async ({ tab, context, shop, standIn }) => {
  await openCheck(tab);
  const html = await buildPage(
    tab,
    `<button id="b">상담</button><script>document.getElementById("b").onclick = async () => { const t = await ticket(); const d = await t.json(); window.open("https://bizmessage.kakao.com/chat/open/@myshop?extra=" + d.id); };</script>`,
    "<script>ticket = async () => ({ json: async () => ({ id: 'T-7' }) })</script>",
  );
  await chatFrom(await context.newPage(), shop.page("/", html));
  expect((await standIn.only()).fields).toEqual([
    ["uuid", "@myshop"],
    ["extra", "T-7"],
  ]);
});
