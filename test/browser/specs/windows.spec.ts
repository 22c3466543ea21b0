/** A chat on a PC: the popup, its reuse, the same window, and what is refused. */

import { setTimeout as wait } from "node:timers/promises";
import { Desktop } from "../harness/desktop";
import type { Page } from "../harness/engine";
import {
  allEnginesIf,
  eventsOf,
  expect,
  findChat,
  KAKAO,
  LATER,
  LISTEN,
  ONE_ENGINE,
  pageWith,
  seen,
  test,
  WRITE,
} from "../harness/pages";

const GET_URL = `${WRITE}?uuid=%40shop&extra=order%3D1`;
const METHODS = ["get", "post"] as const;

/** A shop's page that takes down the events of its buttons. */
function render(body: string, head = ""): string {
  return pageWith(body, { head: LISTEN + head });
}

function button(attributes: string, id = "chat"): string {
  return `<button type="button" id="${id}" data-kakao-chat="@shop" ${attributes}>chat</button>`;
}

/** How far the middle of the window is from that of the screen, in CSS pixels. */
function findOffset(chat: Page) {
  return chat.evaluate(() => {
    const place = screen as Screen & Record<"availLeft" | "availTop", number>;
    return [
      Math.abs(screenX + outerWidth / 2 - (place.availLeft + place.availWidth / 2)),
      Math.abs(screenY + outerHeight / 2 - (place.availTop + place.availHeight / 2)),
    ] as const;
  });
}

for (const method of METHODS) {
  const said = `data-kakao-chat-method="${method}"`;

  test.describe(`a popup by ${method.toUpperCase()}`, () => {
    test("is one window of at least 1024 x 800, in the middle of the screen, knows no opener, and leaves nothing in the shop's page", async ({
      page,
      standIn,
      visit,
    }) => {
      await visit(render(button(`${said} title="chat"`)));
      const read = () => document.documentElement.outerHTML;
      const before = await page.evaluate(read);
      await page.click("#chat");
      const chat = await findChat(page);
      const request = await standIn.only();
      expect([request.method, request.fields]).toEqual([method.toUpperCase(), [["uuid", "@shop"]]]);
      expect(await page.windows()).toHaveLength(1);
      const { innerWidth, innerHeight, hasOpener } = await chat.state();
      expect(hasOpener).toBe(false);
      expect(await page.evaluate(read)).toBe(before);
      expect(innerWidth).toBe(1024);
      // Chromium makes it a pixel less than it is told, or as many as it is told.
      expect([800, 801]).toContain(innerHeight);
      const [x, y] = await findOffset(chat);
      expect(x).toBeLessThan(40);
      expect(y).toBeLessThan(40);
    });

    test("has the size that the button asks for", ONE_ENGINE, async ({ page, visit }) => {
      const size = 'data-kakao-chat-width="1300" data-kakao-chat-height="900"';
      await visit(render(button(`${said} ${size}`)));
      await page.click("#chat");
      const chat = await findChat(page);
      const { innerWidth, innerHeight } = await chat.state();
      expect(innerWidth).toBe(1300);
      expect([900, 901]).toContain(innerHeight);
      const [x, y] = await findOffset(chat);
      expect(x).toBeLessThan(40);
      expect(y).toBeLessThan(40);
    });

    test("is told the referrer that the page's policy allows", async ({ page, shop, standIn }) => {
      const path = "/goods?id=1";
      for (const [policy, referrer] of [
        ["", "https://shop.test/"],
        ["no-referrer", undefined],
        ["unsafe-url", `https://shop.test${path}`],
      ] as const) {
        const headers: Record<string, string> = policy ? { "referrer-policy": policy } : {};
        shop.page("/goods", { html: render(button(said)), headers });
        await page.goto(shop.url(path));
        await page.click("#chat");
        const chat = await findChat(page);
        expect(standIn.requests.at(-1)?.headers.referer, policy).toBe(referrer);
        expect((await chat.state()).referrer, policy).toBe(referrer ?? "");
        await chat.close();
        await page.waitForWindows(0);
      }
    });

    test(
      "opens once for a double click",
      allEnginesIf(method === "post"),
      async ({ page, standIn, visit }) => {
        await visit(render(button(said)));
        await page.click("#chat", { count: 2, gap: 80 });
        await findChat(page);
        await standIn.only();
        expect(await page.windows()).toHaveLength(1);
        expect((await eventsOf(page)).map(([type]) => type)).toEqual(["open"]);
      },
    );

    test("opens anew for a later click", ONE_ENGINE, async ({ page, standIn, visit }) => {
      await visit(render(button(said)));
      await page.click("#chat");
      const first = await findChat(page);
      await wait(LATER);
      await page.click("#chat");
      const windows = await page.waitForWindows(2);
      await standIn.arrived(2);
      for (const chat of windows) await chat.waitForUrl(KAKAO);
      expect((await first.state()).hasOpener).toBe(false);
      expect(await standIn.settled(2)).toHaveLength(2);
    });

    test(
      "opens anew when the last one has been closed",
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        await visit(render(button(said)));
        await page.click("#chat");
        await (await findChat(page)).close();
        await page.waitForWindows(0);
        await wait(LATER);
        await page.click("#chat");
        await findChat(page);
        expect(await standIn.settled(2)).toHaveLength(2);
      },
    );

    test(
      "opens at once for another button with another request",
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        const other = button(`${said} data-kakao-chat-extra="order=2"`, "two");
        await visit(render(button(said, "one") + other));
        await page.click("#one");
        await page.click("#two");
        for (const chat of await page.waitForWindows(2)) await chat.waitForUrl(KAKAO);
        expect(await standIn.settled(2)).toHaveLength(2);
      },
    );
  });

  test.describe(`a popup by ${method.toUpperCase()} with reuse`, () => {
    const reused = `${said} data-kakao-chat-reuse="true"`;

    test(
      "keeps its opener, so that it can be found again",
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        await visit(render(button(reused)));
        await page.click("#chat");
        const chat = await findChat(page);
        const { hasOpener, innerWidth } = await chat.state();
        expect([hasOpener, innerWidth]).toEqual([true, 1024]);
        expect((await standIn.only()).method).toBe(method.toUpperCase());
      },
    );

    test("opens once for a double click", ONE_ENGINE, async ({ page, standIn, visit }) => {
      await visit(render(button(reused)));
      await page.click("#chat", { count: 2, gap: 80 });
      await findChat(page);
      await standIn.only();
      expect(await page.windows()).toHaveLength(1);
    });

    test(
      "is brought to the front by the same request, and nothing is sent",
      allEnginesIf(method === "get"),
      async ({ page, standIn, visit }) => {
        await visit(render(button(reused, "one") + button(reused, "two")));
        await page.click("#one");
        const chat = await findChat(page);
        await chat.evaluate(() => Reflect.set(window, "mark", "typed"));
        await wait(LATER);
        await page.click("#one");
        await wait(LATER);
        await page.click("#two");
        await standIn.only();
        expect(await page.windows()).toHaveLength(1);
        expect(await chat.evaluate(() => Reflect.get(window, "mark"))).toBe("typed");
        const focused = (await seen(page, "open")).map((event) => event.focused);
        expect(focused).toEqual([false, true, true]);
      },
    );

    test("gives way to that of a different request", async ({ page, standIn, visit }) => {
      const other = button(`${reused} data-kakao-chat-extra="order=2"`, "two");
      await visit(render(button(reused, "one") + other));
      await page.click("#one");
      const chat = await findChat(page);
      await chat.evaluate(() => Reflect.set(window, "mark", "old"));
      await page.click("#two");
      const [, second] = await standIn.arrived(2);
      expect(second?.fields).toEqual([
        ["uuid", "@shop"],
        ["extra", "order=2"],
      ]);
      await expect(async () => {
        const [other, ...more] = await page.windows();
        expect(more).toEqual([]);
        expect(await other?.evaluate(() => Reflect.get(window, "mark") ?? "new")).toBe("new");
      }).toPass();
      const { hasOpener, innerWidth } = await (await findChat(page)).state();
      expect([hasOpener, innerWidth]).toEqual([true, 1024]);
      expect(await standIn.settled(2)).toHaveLength(2);
    });

    test(
      "is sent once more if it has gone on to a page of the shop's",
      allEnginesIf(method === "post"),
      async ({ page, shop, standIn, visit }) => {
        await visit(render(button(reused)));
        await page.click("#chat");
        const chat = await findChat(page);
        const thanks = shop.page("/thanks", { html: "<!doctype html><title>thanks</title>" });
        await chat.evaluate((url) => location.assign(url), thanks);
        await chat.waitForUrl(/\/thanks$/);
        await wait(LATER);
        await page.click("#chat");
        await standIn.arrived(2);
        await chat.waitForUrl(KAKAO);
        expect(await page.windows()).toHaveLength(1);
        expect(await standIn.settled(2)).toHaveLength(2);
      },
    );

    test(
      "opens anew when it has been closed",
      allEnginesIf(method === "get"),
      async ({ page, standIn, visit }) => {
        await visit(render(button(reused)));
        await page.click("#chat");
        await (await findChat(page)).close();
        await page.waitForWindows(0);
        await wait(LATER);
        await page.click("#chat");
        await findChat(page);
        expect(await standIn.settled(2)).toHaveLength(2);
      },
    );
  });

  test.describe(`a popup by ${method.toUpperCase()} that is refused for want of a gesture`, () => {
    const refusals = [
      ["by the browser", ""],
      ["by a window.open that returns null", "window.open = () => null;"],
      ["by a window.open that throws", "window.open = () => { throw Error('refused'); };"],
    ] as const;

    for (const [how, script] of refusals) {
      // What a page does without a gesture, it does on a timer of its own; not again after Back.
      const act =
        'onload = () => sessionStorage.acted || setTimeout(() => { sessionStorage.acted = true; outcome = KakaoChat.open(document.querySelector("#chat")); }, 100);';
      const head = `<script>${script}${act}</script>`;
      const extra = 'data-kakao-chat-extra="order=1"';
      // What a page has made of window.open is alike in all of them.
      const engines = allEnginesIf(!script);

      test(
        `${how} is reported and becomes the same window`,
        engines,
        async ({ page, standIn, visit }) => {
          // The page goes away: what it has seen waits for it.
          const keep = `<script>
            addEventListener("pagehide", () => {
              sessionStorage.seen = JSON.stringify([seen, document.querySelectorAll("form").length]);
            });
          </script>`;
          await visit(render(button(`${said} ${extra}`), head + keep));
          await page.waitForUrl(KAKAO);
          const request = await standIn.only();
          expect([request.method, request.fields]).toEqual([
            method.toUpperCase(),
            [
              ["uuid", "@shop"],
              ["extra", "order=1"],
            ],
          ]);
          expect(await page.windows()).toEqual([]);
          await page.goBack();
          await page.waitForUrl(/shop\.test/);
          const [events, forms] = await page.evaluate(() => JSON.parse(sessionStorage.seen));
          // An extra in the page's own window is against the API document on a PC, but better than no chat.
          const opened = {
            target: "self",
            method: method.toUpperCase(),
            url: WRITE,
            focused: false,
          };
          expect(events.slice(-2)).toEqual([
            expect.objectContaining({ name: "blocked", href: GET_URL }),
            expect.objectContaining({ name: "open", ...opened }),
          ]);
          expect(forms).toBe(0);
        },
      );

      test(
        `${how} and prevented is nothing`,
        allEnginesIf(!script && method === "get"),
        async ({ page, standIn, visit }) => {
          const prevent = `<script>
            addEventListener("kakao-chat:blocked", (event) => event.preventDefault());
          </script>`;
          await visit(render(button(`${said} ${extra}`), head + prevent));
          await expect.poll(() => eventsOf(page)).toEqual([["blocked", { href: GET_URL }]]);
          expect(await standIn.settled()).toEqual([]);
          expect(await page.windows()).toEqual([]);
          expect(await page.url()).toBe("https://shop.test/");
        },
      );
    }
  });
}

test(
  `method="get" of 1,000 Hangul goes by POST, all of it, and a problem says so`,
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const extra = "가".repeat(1000);
    await visit(render(button(`data-kakao-chat-method="get" data-kakao-chat-extra="${extra}"`)));
    await page.click("#chat");
    await findChat(page);
    const request = await standIn.only();
    expect([request.method, request.url, request.fields.at(-1)]).toEqual([
      "POST",
      "/v1/chat/write",
      ["extra", extra],
    ]);
    const [[type, detail] = []] = await eventsOf(page);
    expect([type, detail]).toEqual([
      "problem",
      { problems: [expect.objectContaining({ field: "method", level: "warning" })] },
    ]);
  },
);

test("each event of a popup says what has happened", ONE_ENGINE, async ({ page, visit }) => {
  await visit(render(button('data-kakao-chat-event="A"')));
  await page.click("#chat");
  await findChat(page);
  const [[, problem] = [], [, open] = []] = await eventsOf(page);
  expect(problem).toEqual({ problems: [expect.objectContaining({ code: "KC412" })] });
  expect(open).toEqual({
    target: "popup",
    method: "GET",
    url: WRITE,
    focused: false,
  });
});

/** What a title bar says; MiniBrowser puts a word before it, the others their name after it. */
const SHOP = /\bshop\b/;
const CHAT = /\bstand-in \d/;
/** Once loaded, a page says its window's place in its title. */
function sayPlace(name: string): string {
  return `<script>
    onload = () => setInterval(() => {
      const place = [innerWidth, innerHeight, screenX, screenY, outerWidth, outerHeight];
      document.title = "${name} " + place.join(" ");
    }, 100);
  </script>`;
}

/** A button that fills the left edge of the shop. */
const LEFT_EDGE = `<style>#chat { position: fixed; left: 0; top: 0; width: 200px; height: 100vh }</style>
  ${button('data-kakao-chat-reuse="true"')}${sayPlace("shop")}`;
const STAND_IN = `<!doctype html><title>stand-in</title>${sayPlace("stand-in")}`;

/** The place of the window above all others, in CSS pixels, as its page says it. */
function readPlace(desktop: Desktop) {
  const numbers = desktop.titleOnTop().match(/-?\d+/g) ?? [];
  const [innerWidth = 0, innerHeight = 0, x = 0, y = 0, width = 0, height = 0] =
    numbers.map(Number);
  return { innerWidth, innerHeight, x, y, width, height };
}

/** A title bar of a window that loads comes late on a busy machine. */
const PATIENT = { timeout: 15_000 };

test.describe("real windows under a window manager", () => {
  test.skip(process.platform !== "linux", "Xvfb, openbox and xdotool are Linux programs");
  // A browser of its own is started for each.
  test.describe.configure({ timeout: 90_000 });

  test("reuse raises the window", async ({ engineName, network, shop, standIn }) => {
    const desktop = await Desktop.start("1920x1080x24");
    try {
      standIn.respond = () => ({ body: STAND_IN });
      await desktop.browse(engineName, network, shop.page("/", render(LEFT_EDGE)));
      const shopWindow = await desktop.findWindow("shop");
      desktop.run("windowmove", shopWindow, "0", "0");
      desktop.run("windowsize", shopWindow, "1900", "1040");
      await expect(() => {
        expect(desktop.titleOnTop()).toMatch(SHOP);
        const { x, width } = readPlace(desktop);
        expect(x).toBeLessThan(60);
        expect(width).toBeGreaterThan(1700);
      }).toPass(PATIENT);

      desktop.clickAt(60, 600);
      await expect(() => {
        expect(desktop.titleOnTop()).toMatch(CHAT);
        const { innerWidth, innerHeight, x, y, width, height } = readPlace(desktop);
        expect(innerWidth).toBe(1024);
        expect([799, 800, 801]).toContain(innerHeight);
        expect(Math.abs(x + width / 2 - 960)).toBeLessThan(40);
        expect(Math.abs(y + height / 2 - 540)).toBeLessThan(40);
      }).toPass(PATIENT);

      await wait(LATER);
      desktop.clickAt(1700, 600);
      await expect
        .poll(() => desktop.titleOnTop(), { message: "a click raises the shop", ...PATIENT })
        .toMatch(SHOP);
      desktop.clickAt(60, 600);
      // WebKitGTK hands focus() on to the view, and MiniBrowser does not raise the window around it.
      if (engineName === "webkit") await wait(LATER);
      const top = engineName === "webkit" ? SHOP : CHAT;
      await expect.poll(() => desktop.titleOnTop(), PATIENT).toMatch(top);
      expect(await standIn.settled(1)).toHaveLength(1);
    } finally {
      await desktop.close();
    }
  });

  test("a popup is as large as a small screen", async ({ engineName, network, shop, standIn }) => {
    const desktop = await Desktop.start("1280x720x24");
    try {
      standIn.respond = () => ({ body: STAND_IN });
      await desktop.browse(engineName, network, shop.page("/", render(LEFT_EDGE)));
      const shopWindow = await desktop.findWindow("shop");
      desktop.run("windowmove", shopWindow, "0", "0");
      await expect(() => {
        expect(desktop.titleOnTop()).toMatch(SHOP);
        const { x, width } = readPlace(desktop);
        expect(x).toBeLessThan(60);
        expect(width).toBeGreaterThan(200);
      }).toPass(PATIENT);

      desktop.clickAt(60, 400);
      await expect(() => {
        expect(desktop.titleOnTop()).toMatch(CHAT);
        const { innerWidth, x, y, width, height } = readPlace(desktop);
        expect(innerWidth).toBe(1024);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(1280);
        // Firefox does not know beforehand how high the window manager's title bar will be.
        expect(y + height).toBeLessThanOrEqual(720 + (engineName === "firefox" ? 30 : 0));
      }).toPass(PATIENT);
    } finally {
      await desktop.close();
    }
  });
});
