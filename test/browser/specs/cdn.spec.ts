/** The CDN's folder, served by a real nginx to real browsers. */

import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import manifest from "../../../package.json" with { type: "json" };
import { readBuild } from "../../../tools/build-cdn.mjs";
import { publish } from "../../../tools/cdn/publish.mjs";
import { findNginx } from "../../find-nginx.mjs";
import { type Nginx, startNginx } from "../../start-nginx";
import { button, expect, expectSent, OPEN, test } from "../harness/pages";

const { version } = manifest;
const [major] = version.split(".");
const ALIAS = `https://cdn.test/${major}/kakao-chat.js`;
const EXACT = `https://cdn.test/${version}/kakao-chat.js`;

test.skip(!findNginx(), "no nginx: node test/find-nginx.mjs");

// In one worker, since packing the folder takes longest; each has a copy of it.
test.describe.configure({ mode: "default", timeout: 90_000 });

let packed: string;
let folder: string;
let nginx: Nginx;
let hash: string;

test.beforeAll(() => {
  packed = makeFolder();
  publish(packed, version, readBuild());
});

test.afterAll(() => rmSync(packed, { recursive: true }));

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), "kakao-chat-cdn-"));
}

test.beforeEach(async ({ network }) => {
  folder = makeFolder();
  cpSync(packed, folder, { recursive: true, preserveTimestamps: true });
  hash = JSON.parse(readFileSync(join(folder, "sri.json"), "utf8"))[version]["kakao-chat.js"];
  nginx = await startNginx(folder);
  network.forward("cdn.test", nginx.socket);
});

test.afterEach(async () => {
  await nginx.stop();
  rmSync(folder, { recursive: true });
});

function scriptTag(src: string, integrity?: string): string {
  const check = integrity ? `integrity="${integrity}" crossorigin="anonymous"` : "";
  return `<script src="${src}" ${check} defer></script>`;
}

function render(script: string, body = button("shop")): string {
  return `<!doctype html><meta charset="utf-8">${script}${body}`;
}

for (const [name, isExact, header, value] of [
  [
    "with the hash from sri.json, under a strict policy",
    true,
    "content-security-policy",
    "default-src 'none'; script-src https://cdn.test 'self'",
  ],
  ["by an alias, where a page is isolated", false, "cross-origin-embedder-policy", "require-corp"],
] as const) {
  test(`a page loads it ${name}`, async ({ page, shop, standIn }) => {
    const script = isExact ? scriptTag(EXACT, hash) : scriptTag(ALIAS);
    await page.goto(shop.page("/", { html: render(script), headers: { [header]: value } }));
    await page.click("button");
    await expectSent(standIn, { uuid: "@shop" });
  });
}

test("with a wrong hash it is refused, and the plain link still starts the chat", async ({
  page,
  shop,
  standIn,
}) => {
  const wrong = `sha384-${"A".repeat(64)}`;
  const link = `<a data-kakao-chat href="${OPEN}/@shop?extra=order%3D1234">chat</a>`;
  await page.goto(shop.page("/", render(scriptTag(EXACT, wrong), link)));
  expect(await page.evaluate(() => "KakaoChat" in window)).toBe(false);
  await page.click("a");
  const { method, url } = await standIn.only();
  expect([method, url]).toEqual(["GET", "/chat/open/@shop?extra=order%3D1234"]);
});

test("an alias moves at a release, and the exact version still has its hash", async ({
  page,
  shop,
  standIn,
}) => {
  const next = "/* next */ document.title = 'next';\n";
  publish(folder, `${major}.99.0`, { "kakao-chat.js": Buffer.from(next) });
  await page.goto(shop.page("/", render(scriptTag(ALIAS) + scriptTag(EXACT, hash))));
  expect(await page.evaluate(() => [document.title, window.KakaoChat.version])).toEqual([
    "next",
    version,
  ]);
  await page.click("button");
  await expectSent(standIn, { uuid: "@shop" });
});

test("it comes packed, once for all pages", async ({ page, shop }) => {
  for (const path of ["/one", "/two"]) {
    await page.goto(shop.page(path, render(scriptTag(EXACT, hash))));
    expect(await page.evaluate(() => window.KakaoChat.version)).toBe(version);
  }
  expect(nginx.sent()).toEqual([`/${version}/kakao-chat.js 200 br`]);
});
