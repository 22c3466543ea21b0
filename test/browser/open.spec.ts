import { expect, test } from "./fixtures";

test("a click sends the uuid", async ({ page, shop, standIn }) => {
  await page.goto(
    shop.page(
      "/",
      `<!doctype html><script src="/kakao-chat.js" defer></script>
    <button type="button" data-kakao-chat="@shop">chat</button>`,
    ),
  );
  await page.click("button");
  const [popup] = await page.waitForWindows(1);
  await popup?.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\//);
  expect((await standIn.only()).fields).toEqual([["uuid", "@shop"]]);
  expect(await popup?.state()).toMatchObject({
    innerWidth: 1024,
    innerHeight: 800,
    hasOpener: false,
  });
});

test("post", async ({ page, shop, standIn }) => {
  await page.goto(
    shop.page(
      "/",
      `<!doctype html><script src="/kakao-chat.js" defer></script>
    <button type="button" data-kakao-chat="@shop" data-kakao-chat-method=post data-kakao-chat-extra="가나&#10;다">chat</button>`,
    ),
  );
  await page.click("button");
  const [popup] = await page.waitForWindows(1);
  await popup?.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\//);
  expect((await standIn.only()).fields).toEqual([
    ["uuid", "@shop"],
    ["extra", "가나\r\n다"],
  ]);
  expect(await popup?.state()).toMatchObject({ innerWidth: 1024, hasOpener: false });
});

test("wait", async ({ page, shop, standIn }) => {
  await page.goto(
    shop.page(
      "/",
      `<!doctype html><script src="/kakao-chat.js" defer></script>
    <button type="button" data-kakao-chat="@shop" data-kakao-chat-extra="x">chat</button>
    <script>document.addEventListener("kakao-chat:before", e => e.detail.waitUntil(new Promise(r => setTimeout(r, 2500, {extra: "late"}))))</script>`,
    ),
  );
  await page.click("button");
  const [popup] = await page.waitForWindows(1);
  await popup?.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\//);
  expect((await standIn.only()).fields).toEqual([
    ["uuid", "@shop"],
    ["extra", "late"],
  ]);
  expect(await popup?.state()).toMatchObject({ innerWidth: 1024, hasOpener: false });
  expect(await page.windows()).toHaveLength(1);
});
