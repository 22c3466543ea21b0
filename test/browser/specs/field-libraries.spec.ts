/**
 * Libraries that shops load before the script: which of their pages' buttons start a chat, and what arrives.
 *
 * prototype.js 1.7 and MooTools 1.4 are not on npm: `field-prototype.js` and `field-mootools.js` do to the
 * page's natives and events what those do.
 */

import { readFile } from "node:fs/promises";
import { bundleFixture } from "../harness/bundle-fixture";
import type { Site } from "../harness/network";
import {
  allEnginesIf,
  BOX,
  expect,
  LISTEN,
  ONE_ENGINE,
  SCRIPT,
  seen,
  test,
} from "../harness/pages";

// Many clicks in one page: a start of a browser takes longer than most of them.
test.describe.configure({ timeout: 90_000 });

const link = (id: string, href: string, more = "") =>
  `<a id="${id}" href="${href}" data-kakao-chat="@${id}" ${BOX} ${more}>chat</a>`;
const button = (id: string, more = "") =>
  `<button type="button" id="${id}" data-kakao-chat="@${id}" ${more}>chat</button>`;
const div = (id: string, more = "") =>
  `<div id="${id}" data-kakao-chat="@${id}" ${BOX} ${more}>chat</div>`;
const KAKAO_LINK = "https://bizmessage.kakao.com/chat/open/";

/** What every page of a router has: a link elsewhere, a placeholder, one to Kakao, a button, a div. */
const EVERY_KIND =
  link("contact", "/contact.html") +
  link("hash", "#") +
  `<a id="kakao" href="${KAKAO_LINK}@kakao" data-kakao-chat ${BOX}>chat</a>` +
  button("native") +
  div("div");
const EVERY_ID = ["contact", "hash", "kakao", "native", "div"];

interface Row {
  library: string;
  /** Files of packages, or of `fixtures/` where they begin with a dot. */
  scripts: string[];
  /** Runs after them. */
  start?: string;
  markup: string;
  /** The clicks, in this order; each starts its chat. */
  arrives: readonly string[];
  /** Clicks that the library prevents: nothing opens, and the page is told so. */
  prevented?: readonly string[];
  /** A button of the library's own in the page, and what proves that it works. */
  alive: { click?: string; is: string };
  /** Whether another engine than Chromium can differ. */
  isEngines?: boolean;
}

/** A link of the page that the router takes over: the document stays, its content changes. */
const ROUTED = { click: "#other", is: `document.title === "other" && window.isFirst === true` };
const OTHER = `<a id="other" href="/other.html" ${BOX}>other</a>`;

const ROWS: Row[] = [
  {
    library: "Turbo 8",
    scripts: ["@hotwired/turbo/dist/turbo.es2017-umd.js"],
    markup: EVERY_KIND + OTHER,
    arrives: EVERY_ID,
    alive: ROUTED,
    isEngines: true,
  },
  {
    library: "Turbolinks 5",
    scripts: ["turbolinks/dist/turbolinks.js"],
    markup: EVERY_KIND + OTHER,
    arrives: EVERY_ID,
    alive: ROUTED,
    isEngines: true,
  },
  {
    library: "swup 4",
    scripts: ["swup/dist/Swup.umd.js"],
    start: `addEventListener("DOMContentLoaded", () => new Swup({ animationSelector: false }));`,
    markup: `<main id="swup">${EVERY_KIND}${OTHER}</main>`,
    arrives: EVERY_ID,
    alive: ROUTED,
    isEngines: true,
  },
  {
    library: "jquery-pjax 2",
    scripts: ["jquery/dist/jquery.js", "jquery-pjax/jquery.pjax.js"],
    start: `$(document).pjax("a", "#pjax", { fragment: "body", timeout: 5000 });`,
    markup: `${EVERY_KIND}${OTHER}<div id="pjax"></div>`,
    arrives: EVERY_ID,
    alive: ROUTED,
    isEngines: true,
  },
  {
    library: "htmx 2, hx-boost",
    scripts: ["htmx.org/dist/htmx.js"],
    markup: `<section hx-boost="true">${EVERY_KIND}${link("unboosted", "/contact.html", `hx-boost="false"`)}</section>`,
    arrives: ["hash", "kakao", "native", "div", "unboosted"],
    // It listens at each link itself, and asks nobody: it goes there, and the page is told so.
    prevented: ["contact"],
    alive: { is: `location.pathname === "/contact.html" && window.isFirst === true` },
  },
  {
    library: "react-router 7",
    scripts: ["./field-react-router.tsx"],
    markup: `<div id="root"></div>`,
    arrives: ["contact", "hash", "kakao", "native", "div"],
    alive: { click: "#other", is: `document.querySelector("h1").textContent === "/other"` },
    isEngines: true,
  },
  {
    library: "Alpine 3, .prevent and .stop",
    scripts: ["alpinejs/dist/cdn.js"],
    markup: `<section x-data="{ n: 0 }">
      ${link("hash", "#", `@click.prevent="n++"`)}
      ${link("empty", "", `@click.prevent.stop="n++"`)}
      ${link("script", "javascript:void(0)", `x-on:click.prevent="n++"`)}
      ${button("stop", `@click.stop="n++"`)}
      ${link("contact", "/contact.html", `@click.stop="n++"`)}
      ${button("native", `@click.prevent="n++"`)}
      ${link("elsewhere", "/contact.html", `@click.prevent="n++"`)}
      <b x-text="n"></b></section>`,
    arrives: ["hash", "empty", "script", "stop", "contact"],
    prevented: ["native", "elsewhere"],
    alive: { is: `document.querySelector("b").textContent === "7"` },
  },
  {
    library: "Bootstrap 5, data-bs-dismiss and data-bs-toggle",
    scripts: ["bootstrap/dist/js/bootstrap.bundle.js"],
    markup: `
      <div class="alert">${link("dismiss", "#", `data-bs-dismiss="alert"`)}</div>
      <div class="alert">${button("closing", `data-bs-dismiss="alert"`)}</div>
      <div class="dropdown">${link("dropdown", "#", `data-bs-toggle="dropdown"`)}<ul class="dropdown-menu"></ul></div>
      ${link("collapse", "#box", `data-bs-toggle="collapse"`)}<div class="collapse" id="box">box</div>
      <div class="alert">${link("elsewhere", "/contact.html", `data-bs-dismiss="alert"`)}</div>
      <div class="alert"><i id="own" data-bs-dismiss="alert" ${BOX}>close</i></div>`,
    arrives: ["dismiss", "closing", "dropdown", "collapse"],
    prevented: ["elsewhere"],
    alive: { click: "#own", is: `document.querySelectorAll(".alert").length === 0` },
  },
  {
    library: "Bootstrap 3, data-dismiss and data-toggle",
    scripts: ["jquery-1/dist/jquery.js", "bootstrap-3/dist/js/bootstrap.js"],
    markup: `
      <div class="alert">${link("dismiss", "#", `data-dismiss="alert"`)}</div>
      <div class="dropdown">${link("dropdown", "#", `data-toggle="dropdown"`)}<ul class="dropdown-menu"></ul></div>
      ${link("collapse", "#box", `data-toggle="collapse"`)}<div class="collapse" id="box">box</div>
      ${link("popover", "#", `data-toggle="popover"`)}
      <div class="alert"><i id="own" data-dismiss="alert" ${BOX}>close</i></div>`,
    arrives: ["dismiss", "dropdown", "collapse", "popover"],
    alive: { click: "#own", is: `document.querySelectorAll(".alert").length === 0` },
  },
  {
    library: "jQuery Mobile 1.4",
    scripts: ["jquery-1/dist/jquery.js", "jquery-mobile/dist/jquery.mobile.js"],
    markup: `<div data-role="page"><div role="main" class="ui-content">${EVERY_KIND}${OTHER}</div></div>`,
    arrives: EVERY_ID,
    alive: { click: "#other", is: `window.isFirst === true && /other/.test(location.href)` },
    isEngines: true,
  },
  {
    library: "AngularJS 1.8, with html5Mode",
    scripts: ["angular/angular.js"],
    start: `angular.module("shop", []).config(["$locationProvider", (location) =>
      location.html5Mode({ enabled: true, requireBase: false })]);`,
    markup: `<section ng-app="shop" ng-init="n = 0">${EVERY_KIND}
      ${link("empty", "", `ng-click="n = n + 1"`)}
      <a id="bare" data-kakao-chat="@bare" ng-click="n = n + 1" ${BOX}>chat</a>
      ${button("click", `ng-click="n = n + 1"`)}${OTHER}<b>{{n}}</b></section>`,
    arrives: [...EVERY_ID, "empty", "bare", "click"],
    alive: { is: `document.querySelector("b").textContent === "3"` },
    isEngines: true,
  },
  {
    library: "zone.js, which patches listeners, timers and promises",
    scripts: ["zone.js/bundles/zone.umd.js"],
    markup:
      EVERY_KIND +
      link("stopped", "/contact.html", `onclick="event.stopPropagation()"`) +
      button("waits"),
    start: `addEventListener("kakao-chat:before", (e) => {
      if (e.target.id === "waits") e.detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 50, null)));
    });`,
    arrives: [...EVERY_ID, "stopped", "waits"],
    alive: { is: `typeof Zone === "function" && Promise.name === "ZoneAwarePromise"` },
    isEngines: true,
  },
  {
    library: "prototype.js 1.7 (a stand-in)",
    scripts: ["./field-prototype.js"],
    markup: EVERY_KIND + link("stop", "#") + button("stopping"),
    start: `addEventListener("DOMContentLoaded", () => {
      Event.observe($("stop"), "click", (event) => Event.stop(event));
      $("stopping").observe("click", (event) => event.stopPropagation());
    });`,
    arrives: [...EVERY_ID, "stop", "stopping"],
    alive: { is: `Prototype.Version === "1.7" && [3, 4].reduce().length === 2` },
  },
  {
    library: "MooTools 1.4 (a stand-in)",
    scripts: ["./field-mootools.js"],
    markup: EVERY_KIND + link("stop", "#") + button("stopping"),
    start: `addEventListener("DOMContentLoaded", () => {
      document.id("stop").addEvent("click", (event) => event.stop());
      document.id("stopping").addEvent("click", (event) => event.stopPropagation());
    });`,
    arrives: [...EVERY_ID, "stop", "stopping"],
    alive: { is: `MooTools.version === "1.4.5" && Array.from("a").length === 1` },
  },
  {
    library: "slick, which clones its slides",
    scripts: ["jquery/dist/jquery.js", "slick-carousel/slick/slick.js"],
    start: `$(() => $("#slides").slick({ speed: 0 }));`,
    markup: `<style>.slick-list { overflow: hidden; width: 300px } .slick-track { display: flex } .slick-slide { flex: none; width: 300px; height: 60px }</style>
      <div id="slides" style="width:300px"><p>${link("first", "#")}${button("native")}${link("contact", "/contact.html")}</p><p>${div("second")}</p></div>`,
    arrives: ["first", "native", "contact"],
    alive: { is: `document.querySelectorAll(".slick-cloned").length > 0` },
  },
  {
    library: "Swiper, in a loop",
    scripts: ["swiper/swiper-bundle.js"],
    start: `addEventListener("DOMContentLoaded", () => { slides = new Swiper(".swiper", { loop: true, speed: 0 }); });`,
    markup: `<style>.swiper { overflow: hidden; width: 300px; height: 60px } .swiper-wrapper { display: flex } .swiper-slide { flex: none; width: 300px }</style>
      <div class="swiper"><div class="swiper-wrapper"><p class="swiper-slide">${link("first", "#")}${button("native")}</p>
      <p class="swiper-slide">${link("contact", "/contact.html")}</p><p class="swiper-slide">${div("third")}</p></div></div>`,
    arrives: ["first", "native"],
    alive: { is: `slides.initialized && slides.slides.length >= 3` },
  },
];

for (const row of ROWS) {
  test(row.library, allEnginesIf(row.isEngines ?? false), async ({ page, shop, standIn }) => {
    await page.goto(await serve(shop, row));
    for (const [index, id] of row.arrives.entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
      expect(await page.evaluate(() => document.title), id).toBe("shop");
    }
    const sent = (await standIn.settled()).map(({ fields }) => fields[0]?.[1]);
    expect(sent).toEqual(row.arrives.map((id) => `@${id}`));
    await page.waitForWindows(row.arrives.length);
    expect(await seen(page, "problem")).toEqual([]);

    for (const id of row.prevented ?? []) await page.click(`#${id}`);
    expect(await standIn.settled()).toHaveLength(row.arrives.length);
    // Of a button that the click takes off the page, the document speaks.
    const problems = (await seen(page, "problem")).map(({ problems }) => problems);
    const error = { code: "KC501", level: "error" };
    expect(problems).toEqual((row.prevented ?? []).map(() => [expect.objectContaining(error)]));

    if (row.alive.click) await page.click(row.alive.click);
    const isAlive = () =>
      page.evaluate((source) => Boolean(new Function(`return ${source}`)()), row.alive.is);
    await expect.poll(isAlive).toBe(true);
  });
}

test(
  "plausible-tracker: a link that it takes over itself is named in the console",
  ONE_ENGINE,
  async ({ network, page, shop }) => {
    network.site("stats.test").page("/api/event", { status: 202 });
    const tracker = await bundleFixture("./field-plausible.ts", { mode: "production" });
    shop.script("/tracker.js", tracker);
    const kakao = `<a id="kakao" href="${KAKAO_LINK}@kakao" data-kakao-chat ${BOX}>chat</a>`;
    await page.goto(
      shop.page("/", render(kakao + button("native"), `<script src="/tracker.js" defer></script>`)),
    );
    await page.click("#native");
    await page.waitForWindows(1);
    // It prevents each click on a link to another host, whatever its target, and goes there itself.
    await page.click("#kakao");
    await page.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\//);
    const errors = (await page.console()).filter(({ level }) => level === "error");
    expect(errors.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^\[kakao-chat\] KC5\d\d .*kakao-chat:before/),
    ]);
    expect(await page.windows()).toHaveLength(1);
  },
);

test.describe("FastClick, which makes clicks of touches itself", () => {
  test.use({ profile: { device: "iPhone 15" } });

  // Only Chromium has a finger.
  test("starts each kind of button by a finger", ONE_ENGINE, async ({ page, shop, standIn }) => {
    const row = {
      library: "FastClick",
      scripts: ["fastclick/lib/fastclick.js"],
      start: `addEventListener("DOMContentLoaded", () => {
        FastClick.attach(document.body);
        isForwarded = [];
        addEventListener("click", (e) => isForwarded.push(e.isTrusted), true);
      });`,
      markup: EVERY_KIND,
      arrives: EVERY_ID,
      alive: { is: "true" },
    };
    await page.goto(await serve(shop, row));
    for (const [index, id] of EVERY_ID.entries()) {
      await page.tap(`#${id}`);
      await standIn.arrived(index + 1);
    }
    const sent = (await standIn.settled()).map(({ fields }) => fields[0]?.[1]);
    expect(sent).toEqual(EVERY_ID.map((id) => `@${id}`));
    expect(await page.evaluate(() => document.title)).toBe("shop");
    expect(await page.evaluate(() => Reflect.get(window, "isForwarded"))).toContain(false);
  });
});

function render(body: string, head: string, title = "shop"): string {
  return `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${title}</title>
    ${LISTEN}${head}${SCRIPT}</head><body>${body}</body></html>`;
}

/** Serves the row's page, two more that it has links to, and the library. */
async function serve(shop: Site, row: Row): Promise<string> {
  const tags = [`<script>isFirst = true;</script>`];
  for (const [index, file] of row.scripts.entries()) {
    const code = file.startsWith(".")
      ? await bundleFixture(file, { mode: "production" })
      : await readPackageFile(file);
    shop.script(`/${index}.js`, code);
    tags.push(`<script src="/${index}.js"${file.endsWith("x") ? " defer" : ""}></script>`);
  }
  if (row.start) tags.push(`<script>${row.start}</script>`);
  const head = tags.join("");
  const container = `<main id="swup"><div data-role="page">other</div></main>`;
  for (const name of ["contact", "other"]) {
    shop.page(
      `/${name}.html`,
      render(container, head.replace("isFirst = true", "isFirst = window.isFirst"), name),
    );
  }
  return shop.page("/", render(row.markup, head));
}

/** Packages with `exports` hide such files from `require.resolve`. */
function readPackageFile(file: string): Promise<string> {
  return readFile(new URL(`../../../node_modules/${file}`, import.meta.url), "utf8");
}
