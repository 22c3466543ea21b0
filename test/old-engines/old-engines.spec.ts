/** The core's scenarios through the built files, in the oldest engines that they are for. */

import { existsSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Network } from "../browser/harness/network";
import { launch, type OldVersion } from "./browsers";

const SCRIPT = `<script src="/kakao-chat.js" defer></script>`;
const BOX = `style="display:inline-block;width:120px;height:30px"`;
const LAUNCHER = new URL("../../dist/kakao-chat-launcher.js", import.meta.url);

const VERSIONS: OldVersion[] = [72, 109];

describe.each(VERSIONS)("Chromium %d", (version) => {
  let network: Network;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    network = await Network.start();
    browser = await launch(version, network.proxyPort);
  });
  afterAll(async () => {
    await browser?.close();
    await network?.close();
  });
  beforeEach(async () => {
    network.reset();
    for (const each of await browser.pages()) {
      if (each !== page && (await browser.pages()).length > 1) await each.close();
    }
    page = await browser.newPage();
    errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
  });

  async function visit(body: string, head = SCRIPT, headers: Record<string, string> = {}) {
    const html = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>shop</title>${head}<body>${body}`;
    await page.goto(network.site("shop.test").page("/goods", { html, headers }));
  }

  /** The windows beside the shop's page, once there are so many, at Kakao. */
  async function chats(count: number): Promise<string[]> {
    let urls: string[] = [];
    for (let tries = 0; tries < 100; tries++) {
      const others = browser.targets().filter((target) => target.type() === "page");
      urls = others.map((target) => target.url()).filter((url) => /bizmessage/.test(url));
      if (urls.length === count) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(page.url()).toBe("https://shop.test/goods");
    expect(errors).toEqual([]);
    return urls;
  }

  const sent = async (count: number) =>
    (await network.standIn.settled(count)).map(({ method, fields }) => [
      method,
      Object.fromEntries(fields),
    ]);

  it("is the version that it says", async () => {
    expect(await browser.version()).toMatch(new RegExp(`Chrome/${version}\\.`));
  });

  it("starts chats by GET and POST, of buttons, links and divs, by mouse and keys", async () => {
    const kakao = "https://bizmessage.kakao.com/chat/open/@link?extra=1";
    await visit(`<button id="get" data-kakao-chat="@get" data-kakao-chat-extra="홍 길동">chat</button>
      <button id="post" data-kakao-chat="@post" data-kakao-chat-method="post">chat</button>
      <a id="link" href="${kakao}" data-kakao-chat ${BOX}>chat</a>
      <div id="div" data-kakao-chat="@div" ${BOX}>chat</div>
      <div id="key" data-kakao-chat="@key" ${BOX}>chat</div>`);
    for (const [index, id] of ["get", "post", "link", "div"].entries()) {
      await page.click(`#${id}`);
      await network.standIn.arrived(index + 1);
    }
    await page.bringToFront();
    await page.focus("#key");
    await page.keyboard.press("Enter");
    expect(await sent(5)).toEqual([
      ["GET", { uuid: "@get", extra: "홍 길동" }],
      ["POST", { uuid: "@post" }],
      ["GET", expect.objectContaining({ extra: "1" })],
      ["GET", { uuid: "@div" }],
      ["GET", { uuid: "@key" }],
    ]);
    expect(await chats(5)).toHaveLength(5);
  });

  it("waits with the window open, and sends what the promise said", async () => {
    const head = `${SCRIPT}<script>addEventListener("kakao-chat:before", (e) =>
      e.detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 300, { extra: "late" }))));</script>`;
    await visit(
      `<button data-kakao-chat="@get">chat</button>
      <a href="#" id="post" data-kakao-chat="@post" data-kakao-chat-method="post" ${BOX}>chat</a>`,
      head,
    );
    await page.click("button");
    await network.standIn.arrived(1);
    await page.click("#post");
    expect(await sent(2)).toEqual([
      ["GET", { uuid: "@get", extra: "late" }],
      ["POST", { uuid: "@post", extra: "late" }],
    ]);
    expect(await chats(2)).toHaveLength(2);
  });

  it("serves clicks that the page stops, takes over or prevents by habit", async () => {
    await visit(`<p onclick="event.stopPropagation()"><a id="stopped" href="/contact" data-kakao-chat="@stopped" ${BOX}>chat</a></p>
      <a id="habit" href="#" onclick="return false" data-kakao-chat="@habit" ${BOX}>chat</a>
      <button id="prototype" onclick="Event.prototype.stopPropagation.call(event)" data-kakao-chat="@prototype">chat</button>
      <button id="prevented" onclick="return false" data-kakao-chat="@prevented">chat</button>
      <script>document.addEventListener("click", (e) => {
        const a = e.target.closest("a[href='/contact']");
        if (a && !e.defaultPrevented) { e.preventDefault(); location.href = a.href; }
      }, true);</script>`);
    for (const [index, id] of ["stopped", "habit", "prototype"].entries()) {
      await page.click(`#${id}`);
      await network.standIn.arrived(index + 1);
    }
    await page.click("#prevented");
    expect(await sent(3)).toEqual([
      ["GET", { uuid: "@stopped" }],
      ["GET", { uuid: "@habit" }],
      ["GET", { uuid: "@prototype" }],
    ]);
    expect(await chats(3)).toHaveLength(3);
  });

  it("goes by GET in the window already open if form-action refuses the POST", async () => {
    const policy = { "content-security-policy": "form-action 'self'" };
    await visit(
      `<button data-kakao-chat="@shop" data-kakao-chat-method="post" data-kakao-chat-extra="1">chat</button>`,
      SCRIPT,
      policy,
    );
    await page.click("button");
    expect(await sent(1)).toEqual([["GET", { uuid: "@shop", extra: "1" }]]);
    expect(await chats(1)).toHaveLength(1);
  });

  it("prepares what is no native button, in an open shadow root too", async () => {
    await visit(`<div id="late"></div><div id="host"></div><script>
      late.innerHTML = '<div data-kakao-chat="@late">chat</div>';
      host.attachShadow({ mode: "open" }).innerHTML = '<div data-kakao-chat="@shadow">chat</div>';
    </script>`);
    // As text: what a function here is compiled to is not for so old an engine.
    const roles = () =>
      page.evaluate(`[document, document.querySelector("#host").shadowRoot].map((root) =>
        root.querySelector("[data-kakao-chat]").getAttribute("role"))`);
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press("Tab");
    expect(await roles()).toEqual(["button", "button"]);
  });

  it("replaces tokens by what the page knows", async () => {
    const extra = `path={path}&title={title}&id={data:product-id}&q={query:utm_source}&text={text:#name}`;
    const script = `<script src="/kakao-chat.js" data-uuid="@shop" defer></script>`;
    await visit(
      `<h1 id="name">사과 &amp; 배<br>1kg</h1>
      <div data-product-id="A-1"><button data-kakao-chat data-kakao-chat-extra="${extra}">chat</button></div>`,
      script,
    );
    await page.click("button");
    const [request] = await network.standIn.settled(1);
    expect(new Map(request?.fields).get("extra")).toBe(
      "path=/goods&title=shop&id=A-1&q=&text=사과 %26 배 1kg",
    );
  });

  it.runIf(existsSync(LAUNCHER))("shows the launcher, whose button starts the chat", async () => {
    await visit("", `<script src="/kakao-chat-launcher.js" data-uuid="@shop" defer></script>`);
    const box = (await page.evaluate(`(() => {
      const { shadowRoot } = document.querySelector("kakao-chat-launcher");
      const { x, y, width, height } = shadowRoot.querySelector("button").getBoundingClientRect();
      return { x, y, width, height };
    })()`)) as DOMRect;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(48);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    expect(await sent(1)).toEqual([["GET", { uuid: "@shop" }]]);
    expect(await chats(1)).toHaveLength(1);
  });
});
