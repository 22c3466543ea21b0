/** Shops built with the libraries that shops are built with: buttons come and go, nothing stays behind. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { findViolations, WCAG } from "../harness/axe";
import { bundleFixture } from "../harness/bundle-fixture";
import { COUNTER, count, expectNoGrowth } from "../harness/counts";
import type { Page } from "../harness/engine";
import type { Site } from "../harness/network";
import { allEnginesIf, expect, KAKAO, LATER, SIZES, test } from "../harness/pages";

/**
 * WebKit refuses more than 100 changes of the history in ten seconds, Firefox more than 200. Chromium alone
 * tells of memory, which takes many.
 */
const ROUTES = { few: 20, many: 80 };
/** Until everything is there that is made only once, compiled code above all. */
const FIRST_ROUTES = { few: 10, many: 40 };

const APPS: Record<string, (shop: Site) => Promise<string>> = {
  "React, drawn on the server, in StrictMode": serveReact,
  Vue: async (shop) => {
    await serveLibrary(shop, "/vue.js", "vue/dist/vue.global.prod.js");
    return shop.page("/", await readPage("vue.html"));
  },
  htmx: async (shop) => {
    await serveLibrary(shop, "/htmx.js", "htmx.org/dist/htmx.min.js");
    const route = await readPage("htmx-route.html");
    shop.page("/1", fill(route, 1, 0));
    shop.page("/0", fill(route, 0, 1));
    const page = await readPage("htmx.html");
    return shop.page("/", page.replace("<!-- route -->", fill(route, 0, 1)));
  },
  "Turbo, with the script in the body": async (shop) => {
    await serveLibrary(shop, "/turbo.js", "@hotwired/turbo/dist/turbo.es2017-umd.js");
    const page = await readPage("turbo.html");
    shop.page("/1", fill(page, 1, 0));
    return shop.page("/0", fill(page, 0, 1));
  },
  jQuery: async (shop) => {
    await serveLibrary(shop, "/jquery.js", "jquery/dist/jquery.min.js");
    return shop.page("/", await readPage("jquery.html"));
  },
};

for (const [name, serve] of Object.entries(APPS)) {
  test(
    `${name}: many changes of the route leave nothing behind`,
    allEnginesIf(name.startsWith("React")),
    async ({ engine, page, shop, standIn }) => {
      test.setTimeout(120_000);
      const length = engine.name === "chromium" ? "many" : "few";
      await page.goto(await serve(shop));
      await changeRoute(page, FIRST_ROUTES[length]);
      await chatFrom(page, "#chat");
      await changeRoute(page, 1);
      await chatFrom(page, "#chat");
      await wait(LATER);
      await changeRoute(page, 5);
      const before = await count(page);

      await changeRoute(page, ROUTES[length] / 2);
      await chatFrom(page, "#chat");
      await wait(LATER);
      await changeRoute(page, ROUTES[length] / 2);
      expectNoGrowth(await count(page), before);

      await changeRoute(page, 1);
      const route = await page.evaluate(() => document.querySelector("h1")?.textContent);
      await chatFrom(page, "#chat");
      const requests = await standIn.settled();
      expect(requests).toHaveLength(4);
      expect(requests.at(-1)?.fields.at(-1)).toEqual(["extra", route]);
      // Of the buttons, and not of how these small pages are made.
      const violations = await findViolations(page, { runOnly: WCAG });
      expect(violations).toEqual([]);
      const { open, problem } = await page.evaluate(() => Reflect.get(window, "seen"));
      expect([open, problem]).toEqual([4, 0]);
    },
  );
}

/** By the shop's own link; the buttons of each route get the focus, those of some a click without a gesture. */
function changeRoute(page: Page, times: number): Promise<void> {
  return page.evaluate(async (times) => {
    const read = () => document.querySelector("h1")?.textContent;
    for (let time = 0; time < times; time++) {
      const route = read();
      document.querySelector<HTMLElement>("#next")?.click();
      while (read() === route || !document.querySelector("#chat")) {
        await new Promise((resolve) => setTimeout(resolve));
      }
      const buttons = document.querySelectorAll<HTMLElement>("[data-kakao-chat]");
      for (const button of buttons) button.focus();
      if (time % 5 === 0) for (const button of buttons) button.click();
    }
  }, times);
}

/** A person starts a chat and closes its window. */
async function chatFrom(page: Page, selector: string): Promise<void> {
  await page.click(selector);
  const [chat] = await page.waitForWindows(1);
  await chat?.waitForUrl(KAKAO);
  await chat?.close();
  await page.waitForWindows(0);
}

async function serveReact(shop: Site): Promise<string> {
  const server = await bundleFixture("react-server.tsx", {
    mode: "development",
    format: "esm",
  });
  const { render } = await import(`data:text/javascript;base64,${btoa(server)}`);
  shop.script("/app.js", await bundleFixture("react-client.tsx", { mode: "development" }));
  return shop.page(
    "/goods/0",
    `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>shop</title>${SIZES}${COUNTER}
      <script src="/app.js" defer></script></head><body><div id="root">${render("/goods/0")}</div></body></html>`,
  );
}

async function serveLibrary(shop: Site, path: string, file: string): Promise<void> {
  shop.script(path, await readFile(createRequire(import.meta.url).resolve(file)));
}

async function readPage(name: string): Promise<string> {
  const page = await readFile(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
  return page.replace("<head>", `<head>${SIZES}${COUNTER}`);
}

function fill(template: string, route: number, next: number): string {
  return template.replaceAll("{route}", `${route}`).replaceAll("{next}", `${next}`);
}
