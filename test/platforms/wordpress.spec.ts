/** What the playground copies for WordPress, in a real one: pasted, published, clicked, arrived. */

import type { Page } from "@playwright/test";
import { CDN, copy, expect, openChat, test } from "../browser/harness/playground";
import { startWordPress, USERS, WORDPRESS, type WordPress } from "./wordpress";

/** With what WordPress takes for a shortcode of its own. */
const FIELDS = [
  ["uuid", "@상담데모"],
  ["extra", "post=[gallery]&no=1"],
];

const it = test.extend<object, { wordpress: WordPress }>({
  wordpress: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names from this pattern
    async ({}, use) => {
      const wordpress = await startWordPress();
      await use(wordpress);
      await wordpress.stop();
    },
    { scope: "worker", timeout: 600_000 },
  ],
});

for (const [role, user] of Object.entries(USERS)) {
  it(`what is pasted and published as ${role} starts the chat`, async ({
    tab,
    context,
    network,
    standIn,
    wordpress,
  }) => {
    network.forward("wp.test", wordpress.socket);
    const { head, post } = await copyFromPlayground(tab);
    wordpress.writeHead(head);
    const page = await context.newPage();
    await logIn(page, user);
    const address = await publish(page, post);
    // From here on a visitor; the editor must not go on saving.
    await page.goto("about:blank");
    await context.clearCookies();
    await page.goto(address);
    expect(await page.evaluate(() => typeof window.KakaoChat)).toBe("object");
    const chat = await openChat(page, ".wp-block-post-content a[href*='bizmessage.kakao.com']");
    expect((await standIn.only()).fields).toEqual(FIELDS);
    // A popup: it is our click, and not the link's own.
    expect(await chat.evaluate(() => [innerWidth, innerHeight])).toEqual([1024, 800]);
  });
}

/** The two pieces of the WordPress tab: one for every page, one for the post. */
async function copyFromPlayground(tab: Page): Promise<{ head: string; post: string }> {
  for (const [name = "", value = ""] of FIELDS) await tab.fill(`#${name}`, value);
  const more = tab.locator("#more");
  if ((await more.getAttribute("open")) === null) await more.locator("> summary").click();
  await tab.fill("#host", CDN);
  await tab.click("#tab-wordpress");
  return { head: await copy(tab, 0), post: await copy(tab, 1) };
}

async function logIn(page: Page, { name, password }: { name: string; password: string }) {
  await page.goto(`${WORDPRESS}/wp-login.php`);
  await page.fill("#user_login", name);
  await page.fill("#user_pass", password);
  await page.click("#wp-submit");
  await page.waitForURL(/\/wp-admin\//);
}

/** A new post with a Custom HTML block, into which the code is pasted. The address of the post. */
async function publish(page: Page, code: string): Promise<string> {
  await page.goto(`${WORDPRESS}/wp-admin/post-new.php`);
  await page.waitForFunction(() => "wp" in window && document.querySelector(".edit-post-layout"));
  await page.evaluate(() => {
    const { data, blocks } = (window as unknown as { wp: Gutenberg }).wp;
    data.dispatch("core/preferences").set?.("core/edit-post", "welcomeGuide", false);
    data.dispatch("core/editor").editPost?.({ title: "상담" });
    data.dispatch("core/block-editor").insertBlocks?.(blocks.createBlock("core/html"));
  });
  const canvas = page.frameLocator("iframe[name=editor-canvas]");
  const field = canvas.locator("[data-type='core/html'] textarea");
  // Not by a click: the editor's canvas draws only what is on the screen, and there need not be one.
  await field.focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await page.keyboard.press("Control+V");
  await expect(field).toHaveValue(code);
  await page.locator(".editor-post-publish-panel__toggle").dispatchEvent("click");
  await page.click(".editor-post-publish-panel .editor-post-publish-button");
  const link = page.locator(".post-publish-panel__postpublish a").first();
  return `${await link.getAttribute("href")}`;
}

/** What of the editor's own interface is used to get an empty block and no greeting. */
interface Gutenberg {
  data: { dispatch(store: string): Record<string, (...args: unknown[]) => void> };
  blocks: { createBlock(name: string): unknown };
}
