/**
 * The playground in Chromium, by Playwright's own hands: it is typed into, copied from and pasted from,
 * which the engines' common hands cannot.
 */

import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "@playwright/test";
import { findBrowser } from "../../find-browsers.mjs";
import { readAxe, runAxe } from "./axe";
import { CHROMIUM } from "./engines/playwright";
import { test as base, expect } from "./fixtures";
import type { Network } from "./network";

export { expect } from "./fixtures";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/** Any folder of any host will do. */
const FOLDER = "/tools/kakao/";
const TYPES: Record<string, string> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
};

/** Where the copied tags say that the script is. */
export const CDN = "https://cdn.test/";

interface Fixtures {
  contextOptions: BrowserContextOptions;
  context: BrowserContext;
  /** The address of the static site, as somebody hosts it. */
  playground: string;
  /** A tab with the static site in it, at the end of which nothing has been thrown. */
  tab: Page;
}

export const test = base.extend<Fixtures, { browser: Browser }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names from this pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        ...CHROMIUM,
        executablePath: findBrowser("chromium")?.path ?? "",
        proxy: { server: "http://127.0.0.1:9" },
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  contextOptions: [{}, { option: true }],
  context: async ({ browser, network, contextOptions }, use) => {
    const context = await browser.newContext({
      proxy: { server: `http://127.0.0.1:${network.proxyPort}` },
      ignoreHTTPSErrors: true,
      viewport: null,
      locale: "ko-KR",
      permissions: ["clipboard-read", "clipboard-write"],
      ...contextOptions,
    });
    const errors: string[] = [];
    context.on("weberror", (error) => errors.push(String(error.error())));
    context.on("console", (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) errors.push(message.text());
    });
    await use(context);
    await context.close();
    expect(errors).toEqual([]);
  },
  playground: async ({ network }, use) => {
    const names = await readdir(`${ROOT}dist/playground`, { recursive: true });
    for (const name of names.filter((name) => name.includes("."))) {
      await serveFile(network, "tools.test", FOLDER + name, `playground/${name}`);
    }
    await serveFile(network, "tools.test", FOLDER, "playground/index.html");
    for (const name of (await readdir(`${ROOT}dist`)).filter((name) => name.endsWith(".js"))) {
      await serveFile(network, "cdn.test", `/${name}`, name);
    }
    await use(`https://tools.test${FOLDER}`);
  },
  tab: async ({ context, playground }, use) => {
    const tab = await context.newPage();
    await tab.goto(playground);
    await use(tab);
  },
});

async function serveFile(
  network: Network,
  host: `${string}.test`,
  path: string,
  file: string,
): Promise<void> {
  const type = TYPES[file.split(".").pop() ?? ""] ?? "application/octet-stream";
  network.site(host).page(path, {
    body: await readFile(`${ROOT}dist/${file}`),
    headers: { "content-type": `${type}; charset=utf-8`, "access-control-allow-origin": "*" },
  });
}

/** Copies a piece of code by its button, and reads the clipboard: its style goes with it. */
export async function copy(tab: Page, index = 0): Promise<string> {
  return copyFrom(tab, tab.locator("#snippets .snippet").nth(index));
}

/** The same for any piece of code of the page. */
export async function copyFrom(tab: Page, snippet: Locator): Promise<string> {
  const code = (await snippet.locator("pre").allTextContents()).join("");
  const read = () => tab.evaluate(() => navigator.clipboard.readText());
  await tab.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await snippet.locator(".copy").click();
  await expect.poll(read).toBe(code);
  return code;
}

/** Clicks, and waits for the window that it opens to have arrived at Kakao. */
export async function openChat(page: Page, selector: string): Promise<Page> {
  const [chat] = await Promise.all([page.waitForEvent("popup"), page.click(selector)]);
  await chat.waitForURL(/^https:\/\/bizmessage\.kakao\.com\//);
  return chat;
}

/**
 * What axe complains about, each as `rule: element`. The pages' policy refuses the `eval` by which other pages get axe.
 *
 * @param within selectors, if only parts of the page have changed
 */
export async function findViolations(page: Page, ...within: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readAxe());
  return page.evaluate(runAxe, { within });
}
