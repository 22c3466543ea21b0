/** Phones and tablets open a tab, in-app browsers stay in their one window. */

import { userAgents } from "../../unit/window/user-agents";
import type { EngineName, Page, Profile } from "../harness/engine";
import {
  allEnginesIf,
  eventsOf,
  expect,
  KAKAO,
  LISTEN,
  ONE_ENGINE,
  pageWith,
  type Seen,
  test,
} from "../harness/pages";

/** Over the 2,000 characters of an address that goes by GET. */
const LONG_EXTRA = "상담".repeat(200);

const GET = `<button type="button" id="get" data-kakao-chat="@shop" data-kakao-chat-extra="order=1">get</button>`;
const POST = `<button type="button" id="post" data-kakao-chat="@shop" data-kakao-chat-extra="${LONG_EXTRA}">post</button>`;
const CHECKBOX = `<input type="checkbox" id="state">`;
/** What it has seen waits for it where it goes away. */
const RECORDER = `<script>
    addEventListener("pagehide", () => {
      sessionStorage.seen = JSON.stringify([seen, document.querySelectorAll("form").length]);
    });
  </script>`;

function render(body: string): string {
  const head = `<meta name="viewport" content="width=device-width">${LISTEN}${RECORDER}`;
  return pageWith(body, { head });
}

/** What the page has seen before it went; Chromium lets it go, and save that, behind the next one. */
async function findSeen(page: Page): Promise<[events: Seen[], forms: number]> {
  const read = () => page.evaluate(() => sessionStorage.seen);
  await expect.poll(read).toEqual(expect.any(String));
  return JSON.parse(await read());
}

/** A finger where the engine has one. */
function touch(engineName: EngineName, page: Page, selector: string): Promise<void> {
  return engineName === "chromium" ? page.tap(selector) : page.click(selector);
}

/** A row of the table that `findTarget` is tested by. */
function known(name: string): Profile {
  const found = userAgents.find((row) => row.name === name);
  if (!found) throw new Error(`expected a name in user-agents.ts, got "${name}"`);
  return { userAgent: found.userAgent, touchPoints: found.maxTouchPoints };
}

const DEVICES: Record<string, Profile> = {
  "iPhone 15": { device: "iPhone 15" },
  "iPad, mobile site": { device: "iPad (gen 11)" },
  "iPad, desktop site": { device: "iPad (gen 11)", ...known("Safari on iPad") },
  "Pixel 9": { device: "Pixel 9" },
  "Galaxy S24": { device: "Galaxy S24" },
  "Galaxy Tab S9": { device: "Galaxy Tab S9" },
};

/** To the engines a device is what it says of itself: one is like another. */
const STANDS_FOR_ALL = "iPhone 15";

for (const [name, profile] of Object.entries(DEVICES)) {
  test.describe(name, allEnginesIf(name === STANDS_FOR_ALL), () => {
    test.use({ profile });

    test("each chat is a new tab without opener, a short one by GET, a long one by POST", async ({
      engine,
      page,
      standIn,
      visit,
    }) => {
      await visit(render(GET + POST));
      await touch(engine.name, page, "#get");
      const [first] = await page.waitForWindows(1);
      await first?.waitForUrl(KAKAO);
      const get = await standIn.only();
      expect([get.method, get.url]).toEqual(["GET", "/v1/chat/write?uuid=%40shop&extra=order%3D1"]);
      expect((await first?.state())?.hasOpener).toBe(false);

      await touch(engine.name, page, "#post");
      const tabs = await page.waitForWindows(2);
      for (const tab of tabs) await tab.waitForUrl(KAKAO);
      const [, post] = await standIn.settled(2);
      expect([post?.method, post?.fields]).toEqual([
        "POST",
        [
          ["uuid", "@shop"],
          ["extra", LONG_EXTRA],
        ],
      ]);
      expect((await tabs[1]?.state())?.hasOpener).toBe(false);
      expect(standIn.requests.map(({ headers }) => headers.referer)).toEqual(
        Array(2).fill("https://shop.test/"),
      );
      expect(await page.evaluate(() => document.querySelector("form"))).toBe(null);
      expect(await eventsOf(page)).toEqual([
        ["open", expect.objectContaining({ target: "tab", method: "GET" })],
        ["open", expect.objectContaining({ target: "tab", method: "POST" })],
      ]);
    });
  });
}

test.describe("a phone without a gesture", () => {
  test.use({ profile: { device: "Pixel 9" } });

  for (const method of ["get", "post"]) {
    const act = `<script>
        // Not again when the test goes back.
        onload = () => sessionStorage.acted || setTimeout(() => {
          sessionStorage.acted = true;
          outcome = KakaoChat.open(document.querySelector("#${method}"));
        }, 100);
      </script>`;

    test(
      `is told that the tab was refused, and goes by ${method} in the same window`,
      allEnginesIf(method === "post"),
      async ({ page, standIn, visit }) => {
        await visit(render(GET + POST + act));
        await page.waitForUrl(KAKAO);
        expect((await standIn.only()).method).toBe(method.toUpperCase());
        expect(await page.windows()).toEqual([]);
        await page.goBack();
        await page.waitForUrl(/shop\.test/);
        const [seen, forms] = await findSeen(page);
        const opened = { name: "open", target: "self", method: method.toUpperCase() };
        expect(seen.filter(({ name }) => name !== "before")).toEqual([
          expect.objectContaining({ name: "blocked", href: expect.stringMatching(KAKAO) }),
          expect.objectContaining(opened),
        ]);
        expect(forms).toBe(0);
      },
    );

    test(
      `sends nothing by ${method} when the page prevents the fallback`,
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        const prevent = `<script>
          addEventListener("kakao-chat:blocked", (event) => event.preventDefault());
        </script>`;
        await visit(render(GET + POST + prevent + act));
        await expect
          .poll(() => page.evaluate(() => Reflect.get(window, "outcome")))
          .toBe("blocked");
        expect(await standIn.settled()).toEqual([]);
        expect(await page.windows()).toEqual([]);
        expect(await page.url()).toBe("https://shop.test/");
      },
    );
  }
});

/** And whether all engines run it: once it is known, one in-app browser is like another to them. */
const IN_APP_BROWSERS = {
  "KakaoTalk on Android": true,
  "KakaoTalk on iPhone": false,
  "Naver on Android": false,
  "Naver on iPhone": false,
  "LINE on Android": false,
  "LINE on iPhone": false,
  "Instagram on iPhone": false,
  "a WebView on Android": false,
};

for (const [name, hasAll] of Object.entries(IN_APP_BROWSERS)) {
  test.describe(name, allEnginesIf(hasAll), () => {
    test.use({ profile: known(name) });

    test("a chat is in the same window, and back is the shop as it was", async ({
      engine,
      page,
      shop,
      standIn,
    }) => {
      test.skip(
        engine.name === "webkit" && /;KAKAO|[/]IAB$/.test(known(name).userAgent ?? ""),
        "WebKitGTK takes no user agent that RFC 7231 would not",
      );
      await page.goto(shop.page("/goods", render(CHECKBOX + GET + POST)));
      await page.click("#state");
      const sent = [];
      for (const method of ["GET", "POST"] as const) {
        await page.click(`#${method.toLowerCase()}`);
        await page.waitForUrl(KAKAO);
        sent.push(method);
        expect((await standIn.settled(sent.length)).map((request) => request.method)).toEqual(sent);
        expect(standIn.requests.at(-1)?.fields.at(-1)).toEqual([
          "extra",
          method === "GET" ? "order=1" : LONG_EXTRA,
        ]);
        expect(await page.windows()).toEqual([]);
        await page.goBack();
        await page.waitForUrl(/shop\.test\/goods$/);
        const isChecked = () => document.querySelector<HTMLInputElement>("#state")?.checked;
        await expect.poll(() => page.evaluate(isChecked)).toBe(true);
        const [seen, forms] = await findSeen(page);
        expect(seen.at(-1)).toMatchObject({ name: "open", target: "self", method });
        expect(forms).toBe(0);
      }
    });
  });
}
