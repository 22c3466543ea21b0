/** The launcher lives with the page: policies, hostile scripts and styles, swapped bodies, several copies. */

import { BUTTON, launcherPage, launcherTag, readLauncher } from "../fixtures/launcher-page";
import { DrivenPage } from "../harness/driven";
import type { Page } from "../harness/engine";
import { ChromiumRealm } from "../harness/engines/chromium-realm";
import { HOSTILE } from "../harness/hostile-pages";
import {
  allEnginesIf,
  eachRow,
  expect,
  expectSent,
  findChat,
  ONE_ENGINE,
  pageWith,
  SIZES,
  test,
} from "../harness/pages";

const count = (page: Page) =>
  page.evaluate(() => document.querySelectorAll("kakao-chat-launcher").length);

/** In the corner, as on any page. */
const USUAL = { right: 20, bottom: 20, height: 56, background: "rgb(255, 214, 51)" };

/** What Safari before 16.4 and Chromium 72 lack. */
const NO_SHEETS = `<script>
  CSSStyleSheet = function () { throw new TypeError("Illegal constructor") };
  delete Document.prototype.adoptedStyleSheets;
  delete ShadowRoot.prototype.adoptedStyleSheets;
</script>`;

const HOSTILE_CSS = `<style>
  * { display: none !important; opacity: 0 !important; transform: scale(3) !important; position: static !important;
    visibility: hidden !important; font: 5px serif !important; }
  kakao-chat-launcher { left: 0 !important; width: 1px !important; pointer-events: none !important; }
  html, head, body { display: block !important; opacity: 1 !important; transform: none !important; visibility: visible !important; }
</style>`;

/** Notes during which event style is read. */
const NOTE_READINGS = `<script>
  readings = [];
  const read = getComputedStyle;
  getComputedStyle = (element, ...rest) => {
    readings.push(event ? event.type : "layout");
    return read(element, ...rest);
  };
</script>`;

test("forces no layout while the page loads", ONE_ENGINE, async ({ page, shop }) => {
  shop.page("/slow.png", { status: 404, body: Buffer.from(""), delay: 1500 });
  const html = launcherPage({
    head: `${NOTE_READINGS}<style>:root { --kakao-chat-launcher-color: #123 }</style>`,
    body: `<img src="/slow.png" alt="">`,
  });
  const arrives = page.goto(shop.page("/", html));
  const read = () =>
    page.evaluate(() => {
      const button = document
        .querySelector("kakao-chat-launcher")
        ?.shadowRoot?.querySelector("button");
      const found = [...new Set(Reflect.get(window, "readings"))];
      return [document.readyState, found, button?.getAttribute("aria-label")];
    });
  await expect.poll(read).toEqual(["interactive", ["layout"], "카카오톡 상담"]);
  await arrives;
  expect(await readLauncher(page)).toMatchObject({ ...USUAL, background: "rgb(17, 34, 51)" });
});

test.describe("policies", () => {
  for (const [name, head] of [
    ["with style sheets", ""],
    ["without constructable sheets", `<script src="/old.js"></script>`],
  ] as const) {
    test(
      `style-src 'none' and Trusted Types, ${name}`,
      allEnginesIf(!head),
      async ({ page, shop, standIn }) => {
        shop.script("/old.js", NO_SHEETS.replace(/<\/?script>/g, ""));
        shop.script(
          "/listen.js",
          `violations = [];
          addEventListener("securitypolicyviolation", (e) => violations.push([e.violatedDirective, e.blockedURI, e.sourceFile, e.lineNumber].join(" ")), true)`,
        );
        const url = shop.page("/", {
          body: Buffer.from(
            launcherPage({ head: `<script src="/listen.js"></script>${head}` })
              .replace(SIZES, "")
              .replace(` style="height:3000px"`, "")
              .replace(` style="width:60px;height:40px"`, ""),
          ),
          headers: {
            "content-type": "text/html; charset=utf-8",
            "content-security-policy":
              // WebKit asks for the page's icon by itself.
              "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'",
          },
        });
        await page.goto(url);
        expect(await readLauncher(page)).toMatchObject(USUAL);
        await page.click(BUTTON);
        await findChat(page);
        await expectSent(standIn, { uuid: "@shop" });
        expect(await page.evaluate(() => Reflect.get(window, "violations"))).toEqual([]);
      },
    );
  }
});

test.describe("hostile pages", () => {
  for (const [name, head] of [
    ["CSS for all elements", HOSTILE_CSS],
    ["CSS for all elements, without constructable sheets", HOSTILE_CSS + NO_SHEETS],
  ] as const) {
    test(name, allEnginesIf(head === HOSTILE_CSS), async ({ page, standIn, visit }) => {
      await visit(launcherPage({ head }));
      expect(await readLauncher(page)).toMatchObject(USUAL);
      await page.click(BUTTON);
      await findChat(page);
      await expectSent(standIn, { uuid: "@shop" });
    });
  }

  test("attachShadow() that is none", ONE_ENGINE, async ({ network, page, standIn, visit }) => {
    const rows = {
      "taken away": "delete Element.prototype.attachShadow",
      "replaced by one that throws": "Element.prototype.attachShadow = () => { throw 1 }",
    };
    await eachRow(rows, { network, page }, async (code) => {
      const head = `<script>${code}; KakaoChatDefaults = { method: "post" };</script>`;
      await visit(launcherPage({ head }));
      const box = await page.evaluate(() => {
        const { width, height, right, bottom } =
          document.querySelector("kakao-chat-launcher button")?.getBoundingClientRect() ??
          new DOMRect();
        const { clientWidth, clientHeight } = document.documentElement;
        return [width >= 48, height >= 48, clientWidth - right, clientHeight - bottom];
      });
      expect(box).toEqual([true, true, 20, 20]);
      await page.click("kakao-chat-launcher button");
      await findChat(page);
      await expectSent(standIn, { uuid: "@shop" });
    });
  });

  test("elements named like the document's own properties", async ({
    engine,
    page,
    standIn,
    visit,
  }) => {
    const names =
      "documentElement body head createElement createElementNS readyState currentScript addEventListener adoptedStyleSheets";
    const body = names
      .split(" ")
      // WebKit's driver itself waits by it.
      .filter((name) => engine.name !== "webkit" || name !== "readyState")
      .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
      .join("");
    await visit(launcherPage({ body }));
    expect(await readLauncher(page)).toMatchObject(USUAL);
    await page.click(BUTTON);
    await findChat(page);
    await expectSent(standIn, { uuid: "@shop" });
  });

  // The harness looks into shadow roots by it. The names of elements are the test's above.
  const pages = Object.entries(HOSTILE).filter(
    ([, { body = "" }]) => !body.includes("querySelectorAll"),
  );
  const half = Math.ceil(pages.length / 2);
  for (const some of [pages.slice(0, half), pages.slice(half)]) {
    test(
      `it is shown, and starts the chat, from ${some[0]?.[0]} to ${some.at(-1)?.[0]}`,
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        test.setTimeout(90_000);
        for (const [before, [name, { head = "", body = "" }]] of some.entries()) {
          await test.step(name, async () => {
            await visit(launcherPage({ head, body }));
            await page.click(BUTTON);
            const chat = await findChat(page);
            expect((await standIn.only(before)).fields).toEqual([["uuid", "@shop"]]);
            expect(await page.errors()).toEqual([]);
            await chat.close();
            await page.waitForWindows(0);
          });
        }
      },
    );
  }

  test(
    "a page that takes the host away again and again is let be",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        launcherPage({
          head: `<script>
          removed = 0;
          new MutationObserver(() => {
            const host = document.querySelector("kakao-chat-launcher");
            if (host) { removed++; host.remove(); }
          }).observe(document.documentElement, { childList: true });
        </script>`,
        }),
      );
      await page.click("#other");
      await expect
        .poll(() => page.evaluate(() => Reflect.get(window, "removed")))
        .toBeGreaterThan(1);
      expect(await page.evaluate(() => Reflect.get(window, "removed"))).toBeLessThan(60);
    },
  );

  test("an <html> that is a place of its own does not take the button along", async ({
    page,
    visit,
  }) => {
    const bottom = () => {
      const root = document.querySelector("kakao-chat-launcher")?.shadowRoot;
      const box = root?.querySelector("button")?.getBoundingClientRect();
      return box && Math.round(innerHeight - box.bottom);
    };
    for (const style of [
      "transform: translateX(0)",
      "contain: paint",
      "will-change: transform",
      "content-visibility: auto",
    ]) {
      await visit(launcherPage({ head: `<style>html { ${style} }</style>` }));
      await page.evaluate(() => scrollTo(0, 500));
      await expect.poll(() => page.evaluate(bottom), style).toBe(20);
    }
  });

  test("it leaves the top layer when <html> is as usual again", async ({ page, visit }) => {
    await visit(launcherPage({ head: `<style>html.menu { transform: translateX(0) }</style>` }));
    const isInTopLayer = () => document.querySelector("kakao-chat-launcher:popover-open") !== null;
    expect(await page.evaluate(isInTopLayer)).toBe(false);
    await page.evaluate(() => document.documentElement.classList.add("menu"));
    await page.click("#other");
    await expect.poll(() => page.evaluate(isInTopLayer)).toBe(true);
    await page.evaluate(() => document.documentElement.classList.remove("menu"));
    await page.click("#other");
    await expect.poll(() => page.evaluate(isInTopLayer)).toBe(false);
    expect(await readLauncher(page)).toMatchObject(USUAL);
  });
});

test.describe("the document changes", () => {
  const CHANGES = [
    ["the body is swapped", "document.body.replaceWith(document.createElement('body'))"],
    [
      "the body goes and comes",
      "const b = document.body; b.remove(); document.documentElement.append(b)",
    ],
    ["the host is removed", "document.querySelector('kakao-chat-launcher').remove()"],
    [
      "<html> is replaced",
      "const h = document.documentElement.cloneNode(true); h.querySelector('kakao-chat-launcher').remove(); document.documentElement.replaceWith(h)",
    ],
    [
      "document.open()",
      "document.open(); document.write('<!doctype html><title>new</title><body><p>new'); document.close()",
    ],
  ] as const;
  // Those that leave least of the document.
  const IN_ALL = ["<html> is replaced", "document.open()"];
  for (const inAll of [true, false]) {
    const rows = CHANGES.filter(([name]) => IN_ALL.includes(name) === inAll);
    const title = rows.map(([name]) => name).join(", ");
    test(title, allEnginesIf(inAll), async ({ network, page, standIn, visit }) =>
      eachRow(Object.fromEntries(rows), { network, page }, async (change) => {
        await visit(launcherPage());
        await page.evaluate((change) => {
          const tag = document.createElement("script");
          tag.textContent = `{${change}}`;
          document.head.append(tag);
        }, change);
        await expect.poll(() => readLauncher(page)).toMatchObject(USUAL);
        expect(await count(page)).toBe(1);
        const order = () =>
          Array.from(document.documentElement.children, ({ localName }) => localName).slice(-2);
        expect(await page.evaluate(order)).toEqual(["body", "kakao-chat-launcher"]);
        await page.click(BUTTON);
        await findChat(page);
        await expectSent(standIn, { uuid: "@shop" });
      }),
    );
  }
});

test.describe("several copies", () => {
  test("the tag twice shows one button, of the first", ONE_ENGINE, async ({ page, visit }) => {
    await visit(
      pageWith("", {
        script:
          launcherTag(`data-uuid="@shop" data-launcher-position="bottom-left"`) +
          launcherTag(`data-uuid="@other" data-launcher-look="round"`),
      }),
    );
    expect(await readLauncher(page)).toMatchObject({ left: 20, isRound: false });
    expect(await count(page)).toBe(1);
  });

  test(
    "beside an earlier core that one serves, with the launcher's settings",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(`<button id="other" data-kakao-chat>x</button>`, {
          script: `<script src="/kakao-chat.js" data-uuid="@first" defer></script>
          <script>addEventListener("load", () => { core = KakaoChat })</script>
          ${launcherTag(`data-uuid="@shop" data-extra="from=launcher" data-launcher-look="round"`)}`,
        }),
      );
      expect(await readLauncher(page)).toMatchObject({ isRound: true });
      await page.click(BUTTON);
      await findChat(page);
      await expectSent(standIn, { uuid: "@shop", extra: "from=launcher" });
      const hasLauncher = () =>
        KakaoChat.launcher?.element === document.querySelector("kakao-chat-launcher");
      expect(await page.evaluate(hasLauncher)).toBe(true);
      expect(await page.console()).toEqual([]);
    },
  );

  test(
    "beside an earlier core its tag still says what the page itself may say",
    ONE_ENGINE,
    async ({ network, page, shop, standIn }) => {
      const partner = network
        .site("partner.test")
        .page("/start", "<!doctype html><title>partner</title>");
      const path = "/goods?no=77";
      const html = (attributes: string) =>
        pageWith("<h1>모자</h1>", {
          script: `<script src="/kakao-chat.js" defer></script>${launcherTag(attributes)}`,
        });
      shop.page(
        "/goods",
        html(`data-uuid="@shop" data-extra="no={query:no}&t={text:h1}&p={path}"`),
      );
      await page.goto(shop.url(path));
      await page.click(BUTTON);
      await findChat(page);
      await expectSent(standIn, { uuid: "@shop", extra: "no=77&t=모자&p=/goods" });
      shop.page("/goods", html(`data-uuid="@shop" data-via="${partner}"`));
      await page.goto(shop.url(path));
      await page.click(BUTTON);
      await expect
        .poll(() => network.siteRequests.some(({ url }) => url.includes("/start")))
        .toBe(true);
      expect(await page.console()).toEqual([]);
    },
  );

  test("beside a KakaoChat of the page's own", ONE_ENGINE, async ({ page, standIn, visit }) => {
    const OWN = [
      `var KakaoChat = "@shop"`,
      `var KakaoChat = { init() {} }`,
      `window.KakaoChat = { init() {} }`,
      `window.KakaoChat = null`,
      `function KakaoChat() {}`,
    ];
    const isThere = () =>
      [KakaoChat.open, KakaoChat.explain, KakaoChat.start, KakaoChat.stop].every(
        (one) => typeof one === "function",
      ) && KakaoChat.launcher?.element.isConnected;
    for (const [before, own] of OWN.entries()) {
      await test.step(own, async () => {
        await visit(launcherPage({ head: `<script>${own}</script>` }));
        expect(await page.evaluate(isThere)).toBe(true);
        await page.click(BUTTON);
        const chat = await findChat(page);
        expect((await standIn.only(before)).fields).toEqual([["uuid", "@shop"]]);
        await chat.close();
        await page.waitForWindows(0);
        await visit(pageWith("", { head: `<script>${own}</script>` }));
        expect(await page.evaluate(() => typeof KakaoChat.explain)).toBe("function");
        expect(await page.errors()).toEqual([]);
      });
    }
  });

  test("a core that comes later does nothing", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith("", {
        script: `${launcherTag()}<script src="/kakao-chat.js" data-uuid="@late" defer></script>`,
      }),
    );
    await page.click(BUTTON);
    await findChat(page);
    await expectSent(standIn, { uuid: "@shop" });
  });

  test(
    "stop() takes the button away, and start() puts it back",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(launcherPage());
      await page.evaluate(() => KakaoChat.stop());
      expect(await count(page)).toBe(0);
      await page.click("#other");
      expect(await count(page)).toBe(0);
      await page.evaluate(() => KakaoChat.start());
      expect(await readLauncher(page)).toMatchObject(USUAL);
    },
  );

  test(
    "stop() within a click, as a router's view goes, is not undone by what the click awaits",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        launcherPage({
          body: `<button id="leave" onclick="KakaoChat.launcher.stop(); setTimeout(() => { isLater = true; }, 600)">leave</button>`,
        }),
      );
      await page.click("#leave");
      await expect.poll(() => page.evaluate(() => Reflect.get(window, "isLater"))).toBe(true);
      expect(await count(page)).toBe(0);
      await page.evaluate(() => KakaoChat.launcher?.show());
      expect(await count(page)).toBe(0);
      await page.evaluate(() => KakaoChat.launcher?.start());
      expect(await readLauncher(page)).toMatchObject(USUAL);
    },
  );

  test("a frame has none", ONE_ENGINE, async ({ page, shop, visit }) => {
    shop.page("/frame", launcherPage());
    await visit(pageWith(`<iframe src="/frame"></iframe>`, { script: "" }));
    const frame = await page.frame("iframe");
    await expect.poll(() => frame.evaluate(() => document.readyState)).toBe("complete");
    expect(await frame.evaluate(() => typeof KakaoChat.open)).toBe("function");
    expect(await readLauncher(frame)).toBe(null);
  });

  test("as a module", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith("", {
        script: `<script type="module">
          import { explain, startLauncher } from "/kakao-chat-launcher.mjs";
          const first = startLauncher({ uuid: "@gone", position: "bottom-left" });
          first.stop();
          const launcher = startLauncher({ uuid: "@shop", extra: "page={query:a}", label: "문의", look: "pill", channels: ["@b"] });
          window.isSame = startLauncher() === launcher && typeof explain === "function";
        </script>`,
      }),
    );
    await expect.poll(() => readLauncher(page)).toMatchObject({ ...USUAL, name: "문의" });
    expect(await page.evaluate(() => Reflect.get(window, "isSame"))).toBe(true);
    expect(await count(page)).toBe(1);
    await page.click(BUTTON);
    await findChat(page);
    await expectSent(standIn, { uuid: "@shop", extra: "page=" });
  });

  test(
    "the module's stop() takes it away with all else, as an effect's clean-up that is called twice",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith("", {
          script: `<script type="module">
            import { startLauncher, stop } from "/kakao-chat-launcher.mjs";
            startLauncher({ uuid: "@gone" });
            stop();
            window.counts = [document.querySelectorAll("kakao-chat-launcher").length];
            startLauncher({ uuid: "@shop" });
            stop();
            startLauncher({ uuid: "@shop" });
          </script>`,
        }),
      );
      await expect.poll(() => readLauncher(page)).toMatchObject(USUAL);
      expect(await page.evaluate(() => Reflect.get(window, "counts"))).toEqual([0]);
      expect(await count(page)).toBe(1);
      await page.click(BUTTON);
      await findChat(page);
      await expectSent(standIn, { uuid: "@shop" });
    },
  );

  test(
    "the module after its stop() and another core's start(): that one serves, with the launcher's settings",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith("", {
          script: `<script type="module">
            import { startLauncher, stop } from "/kakao-chat-launcher.mjs";
            import { start } from "/kakao-chat.mjs";
            startLauncher({ uuid: "@gone" });
            stop();
            start();
            startLauncher({ uuid: "@shop", extra: "from=launcher" });
          </script>`,
        }),
      );
      await expect.poll(() => readLauncher(page)).toMatchObject(USUAL);
      await page.click(BUTTON);
      await findChat(page);
      await expectSent(standIn, { uuid: "@shop", extra: "from=launcher" });
    },
  );
});

test.describe("when it comes", () => {
  const WATCH = `<script>
    at = [];
    const look = (name) => at.push([name, document.querySelector("kakao-chat-launcher")?.getBoundingClientRect().width > 0]);
    document.addEventListener("DOMContentLoaded", () => look("parsed"));
    addEventListener("readystatechange", () => look(document.readyState), true);
  </script>`;

  test("with defer it is there at DOMContentLoaded, and not before", async ({ page, visit }) => {
    await visit(launcherPage({ head: WATCH, body: `<script>look("body")</script>` }));
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, "at")))
      .toEqual([
        ["body", false],
        ["interactive", false],
        ["parsed", true],
        ["complete", true],
      ]);
  });

  test(
    "a tag that is added later shows it at the end of its own task",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(pageWith("", { script: "" }));
      const width = await page.evaluate(
        () =>
          new Promise<number | undefined>((resolve) => {
            const tag = document.createElement("script");
            tag.src = "/kakao-chat-launcher.js";
            tag.setAttribute("data-uuid", "@shop");
            tag.onload = () => {
              const root = document.querySelector("kakao-chat-launcher")?.shadowRoot;
              resolve(root?.querySelector("button")?.getBoundingClientRect().width);
            };
            document.head.append(tag);
          }),
      );
      expect(width).toBeGreaterThan(47);
    },
  );
});

test(
  "nothing but the script is requested, nothing stored, no timer set before a click",
  ONE_ENGINE,
  async ({ network, page, visit }) => {
    await visit(
      launcherPage({
        head: `<script>
        timers = 0;
        for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
          const call = window[name];
          window[name] = (...args) => {
            if (new Error().stack.includes("kakao-chat-launcher.js")) timers++;
            return call(...args);
          };
        }
      </script>`,
      }),
    );
    await page.hover("#other");
    await page.press("Tab");
    expect(await readLauncher(page)).toMatchObject(USUAL);
    expect(network.siteRequests.map(({ url }) => url)).toEqual(["/", "/kakao-chat-launcher.js"]);
    expect(network.refused).toEqual([]);
    expect(
      await page.evaluate(() => [
        Reflect.get(window, "timers"),
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        document.querySelectorAll("style, link, [style]:not(#other):not(div)").length,
      ]),
      // One style is the page's own.
    ).toEqual([0, "", 0, 0, 1]);
  },
);

// Only Chromium measures it.
test("the layout shifts by nothing", ONE_ENGINE, async ({ page, visit }) => {
  await visit(
    launcherPage({
      head: `<script>
        shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      </script>
      <style>.up { --kakao-chat-launcher-bottom: 200px }</style>`,
    }),
  );
  const frame = () =>
    page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  await frame();
  await page.evaluate(() => KakaoChat.launcher?.hide());
  await frame();
  await page.evaluate(() => KakaoChat.launcher?.show());
  await frame();
  await page.evaluate(() => document.documentElement.classList.add("up"));
  await frame();
  expect(await readLauncher(page)).toMatchObject({ bottom: 200 });
  expect(await page.evaluate(() => Reflect.get(window, "shift"))).toBe(0);
});

test.describe("in print", () => {
  // Only Chromium's driver sets the medium.
  test("it is left out", ONE_ENGINE, async ({ page, visit }) => {
    const realm = page instanceof DrivenPage ? page.realm : undefined;
    await visit(launcherPage());
    expect(await readLauncher(page)).not.toBe(null);
    if (realm instanceof ChromiumRealm) {
      await realm.session.send("Emulation.setEmulatedMedia", { media: "print" });
    }
    expect(await readLauncher(page)).toBe(null);
  });

  test("without style sheets the browser's events say so", ONE_ENGINE, async ({ page, visit }) => {
    await visit(launcherPage({ head: NO_SHEETS }));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await readLauncher(page)).toBe(null);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await readLauncher(page)).toMatchObject(USUAL);
  });
});
