/**
 * `npm run pictures`: README's picture, taken of the real pages. A small shop with the built files, the
 * playground's server as Kakao's stand-in, Chromium as a PC and as a phone.
 *
 * Hangul needs a font. Where none is installed, `FONTCONFIG_FILE` may name a configuration that has one.
 */

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, devices } from "@playwright/test";
import { findBrowser } from "../test/find-browsers.mjs";
import { bundle } from "./bundle.mjs";

const FOLDER = new URL("../docs/pictures/", import.meta.url);
const SHOP = readFileSync(new URL("pictures/shop.html", import.meta.url), "utf8");
const SHEET = readFileSync(new URL("pictures/sheet.html", import.meta.url), "utf8");
const PC = { width: 1366, height: 900 };
const PHONE = devices["iPhone 13"];

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").BrowserContext} BrowserContext */

const server = spawn(process.execPath, ["demo/serve.mjs"], {
  cwd: fileURLToPath(new URL("../", import.meta.url)),
  env: { ...process.env, HOST: "127.0.0.1", PORT: "0" },
  stdio: ["ignore", "pipe", "inherit"],
});
const browser = await chromium.launch({
  executablePath: findBrowser("chromium")?.path ?? "",
  ignoreDefaultArgs: ["--disable-popup-blocking"],
  args: ["--screen-info={1920x1200}"],
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  const origin = await findOrigin();
  const pc = await takePc(browser, origin);
  const phone = await takePhone(browser, origin);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL("button.png", FOLDER), await compose(browser, { ...pc, ...phone }));
} finally {
  await browser.close();
  server.kill();
}

/** The server says its address once it is there. @returns {Promise<string>} */
function findOrigin() {
  return new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error("npm start ended")));
    server.stdout.on("data", (chunk) => {
      const [address] = /http:\/\/\S+/.exec(String(chunk)) ?? [];
      if (address) resolve(new URL(address).origin);
    });
  });
}

/**
 * The shop, at the stand-in's own origin, with the files that a customer's page loads.
 *
 * @param {BrowserContext} context
 * @param {string} origin
 */
async function openShop(context, origin) {
  for (const name of ["kakao-chat.js", "kakao-chat-launcher.js"]) {
    const { js } = await bundle(name, { origin });
    await context.route(`${origin}/${name}`, (route) =>
      route.fulfill({ body: js, contentType: "text/javascript; charset=utf-8" }),
    );
  }
  await context.route(`${origin}/goods/1042`, (route) =>
    route.fulfill({ body: SHOP, contentType: "text/html; charset=utf-8" }),
  );
  const page = await context.newPage();
  await page.goto(`${origin}/goods/1042`);
  return page;
}

/**
 * @param {Browser} browser
 * @param {string} origin
 */
async function takePc(browser, origin) {
  const context = await browser.newContext({ viewport: null, locale: "ko-KR" });
  const page = await openShop(context, origin);
  await page.setViewportSize(PC);
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("button", { name: "이 상품 상담하기" }).click(),
  ]);
  await popup.waitForLoadState();
  const pictures = { shop: await page.screenshot(), popup: await popup.screenshot() };
  await context.close();
  return pictures;
}

/**
 * @param {Browser} browser
 * @param {string} origin
 */
async function takePhone(browser, origin) {
  const context = await browser.newContext({ ...PHONE, locale: "ko-KR" });
  const page = await openShop(context, origin);
  await page.locator("kakao-chat-launcher button").waitFor();
  const phone = await page.screenshot();
  await context.close();
  return { phone };
}

/**
 * All on one sheet.
 *
 * @param {Browser} browser
 * @param {Record<string, Buffer>} pictures
 */
async function compose(browser, pictures) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 640 } });
  const html = SHEET.replace(
    /\{\{(\w+)\}\}/g,
    (_, name) => `data:image/png;base64,${pictures[name]?.toString("base64")}`,
  );
  await page.setContent(html);
  await page.waitForLoadState("networkidle");
  return page.screenshot();
}
