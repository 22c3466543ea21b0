/** One tag, and every page has a floating button: what it looks like, where it is, what it starts. */

import {
  BUTTON,
  launcherPage,
  launcherTag,
  openNarrow,
  readLauncher,
} from "../fixtures/launcher-page";
import {
  allEnginesIf,
  expect,
  expectSent,
  findChat,
  ONE_ENGINE,
  pageWith,
  test,
} from "../harness/pages";

const warning = (code: string) => ({
  level: "warn",
  text: expect.stringMatching(new RegExp(`^\\[kakao-chat\\] ${code} `)),
});

test("one tag shows a button whose click starts the chat", async ({ page, standIn, visit }) => {
  await visit(launcherPage({ attributes: `data-extra="order=1"` }));
  expect(await readLauncher(page)).toEqual({
    left: expect.any(Number),
    right: 20,
    bottom: 20,
    width: expect.any(Number),
    height: 56,
    name: "카카오톡 상담",
    background: "rgb(255, 214, 51)",
    ink: "rgb(0, 0, 0)",
    isRound: false,
  });
  await page.click(BUTTON);
  await findChat(page);
  await expectSent(standIn, { uuid: "@shop", extra: "order=1" });
  expect(await page.console()).toEqual([]);
});

test("a page's own script clicks it by its host", async ({ page, standIn, visit }) => {
  await visit(launcherPage());
  await page.evaluate(() => {
    const other = document.querySelector<HTMLElement>("#other");
    const host = document.querySelector<HTMLElement>("kakao-chat-launcher");
    other?.addEventListener("click", () => host?.click());
  });
  await page.click("#other");
  await findChat(page);
  await expectSent(standIn, { uuid: "@shop" });
  expect(await page.windows()).toHaveLength(1);
});

test("the host is a child of <html> after the body, and the button the last tab stop", async ({
  page,
  standIn,
  visit,
}) => {
  await visit(launcherPage());
  const last = () => document.documentElement.lastElementChild?.localName;
  expect(await page.evaluate(last)).toBe("kakao-chat-launcher");
  await page.focus("#other");
  await page.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("kakao-chat-launcher");
  await page.press("Enter");
  await findChat(page);
  await expectSent(standIn, { uuid: "@shop" });
});

test.describe("settings", () => {
  const SHOWN = [
    [`data-launcher-position="bottom-left"`, { left: 20, bottom: 20 }],
    [`data-launcher-offset="30 70"`, { right: 30, bottom: 70 }],
    [`data-launcher-offset="30 70 1 2"`, { right: 30, bottom: 70 }],
    [`data-launcher-position="bottom-left" data-launcher-offset="0 5"`, { left: 0, bottom: 5 }],
    [`data-launcher-look="round"`, { isRound: true, width: 56, height: 56, name: "카카오톡 상담" }],
    [`data-launcher-look="pill"`, { isRound: false, height: 56 }],
    [`data-launcher-label=" 1:1 문의 "`, { name: "1:1 문의" }],
    [`data-launcher-label=" "`, { name: "카카오톡 상담" }],
    [`data-launcher-media="screen and (min-width: max(48px, 3em))"`, { right: 20 }],
    [`data-launcher-media="print, (min-width: min(1px, 2px))"`, { right: 20 }],
    [`data-launcher-show="/cart,/"`, { right: 20 }],
    [`data-launcher-show="/cart, /"`, { right: 20 }],
    [`data-launcher-color="navy"`, { background: "rgb(0, 0, 128)", ink: "rgb(255, 255, 255)" }],
    [`data-launcher-color="#f66"`, { background: "rgb(255, 102, 102)", ink: "rgb(0, 0, 0)" }],
    [`data-launcher-color="hsl(120 100% 20%)"`, { ink: "rgb(255, 255, 255)" }],
    [`data-launcher-color="oklch(0.3 0.1 260)"`, { ink: "rgb(255, 255, 255)" }],
    [`data-launcher-color="oklch(0.9 0.1 260)"`, { ink: "rgb(0, 0, 0)" }],
    [
      `data-launcher-color="rgba(0,0,0,.2)"`,
      { background: "rgb(204, 204, 204)", ink: "rgb(0, 0, 0)" },
    ],
  ] as const;

  test("of the tag are what is shown, without a warning", ONE_ENGINE, async ({ page, visit }) => {
    for (const [attributes, expected] of SHOWN) {
      await visit(launcherPage({ attributes }));
      expect(await readLauncher(page), attributes).toMatchObject(expected);
      expect(await page.console(), attributes).toEqual([]);
    }
  });

  test("the label is in the page's language", ONE_ENGINE, async ({ page, visit }) => {
    for (const [lang, name] of [
      ["", "카카오톡 상담"],
      ["ko-KR", "카카오톡 상담"],
      ["en", "Chat on KakaoTalk"],
      ["ja", "Chat on KakaoTalk"],
    ] as const) {
      await visit(launcherPage({ lang }));
      expect(await readLauncher(page), lang).toMatchObject({ name });
    }
  });

  const WRONG = [
    ["KC701", `data-launcher-position="top"`],
    ["KC702", `data-launcher-offset="20px"`],
    ["KC702", `data-launcher-offset="-1 20"`],
    ["KC702", `data-launcher-offset="1 2 3"`],
    ["KC703", `data-launcher-look="square"`],
    ["KC708", `data-launcher-label="{{ label }}"`],
    ["KC704", `data-launcher-color="yelow"`],
    ["KC704", `data-launcher-color="red;position:static"`],
    ["KC706", `data-launcher-show="order/*"`],
    ["KC706", `data-launcher-hide="/goods?no=*"`],
    ["KC705", `data-launcher-media="(min-widht: 1px)"`],
    ["KC705", `data-launcher-media="!!"`],
    ["KC705", `data-launcher-media="mobile"`],
    ["KC705", `data-launcher-media="not pc and (color)"`],
    ["KC704", `data-launcher-color="inherit"`],
    ["KC704", `data-launcher-color="currentColor"`],
    ["KC704", `data-launcher-color="color-mix(in srgb, currentcolor, red)"`],
    ["KC704", `data-launcher-color="var(--none)"`],
    ["KC707", `data-launcher-colour="red"`],
    ["KC707", `data-position="bottom-left"`],
  ] as const;

  test("that are none are told, and the default counts", ONE_ENGINE, async ({ page, visit }) => {
    for (const [index, [code, attributes]] of WRONG.entries()) {
      await visit(launcherPage({ attributes }));
      expect(await readLauncher(page), attributes).toMatchObject({
        right: 20,
        bottom: 20,
        name: "카카오톡 상담",
        background: "rgb(255, 214, 51)",
        isRound: false,
      });
      const told = async () => (await page.console()).slice(index);
      await expect.poll(told, attributes).toEqual([warning(code)]);
    }
  });

  test(
    "KakaoChatDefaults.launcher wins over the tag, before or after the script",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        launcherPage({
          attributes: `data-launcher-look="round" data-launcher-position="bottom-left"`,
          body: `<script>KakaoChatDefaults = { launcher: { look: "pill", offset: "7 8" } }</script>`,
        }),
      );
      expect(await readLauncher(page)).toMatchObject({ isRound: false, left: 7, bottom: 8 });
      await visit(
        launcherPage({
          body: `<script>KakaoChatDefaults = { launcher: { offset: [7, 8], hide: ["/order/*", "/cart"] } }</script>`,
        }),
      );
      expect(await readLauncher(page)).toMatchObject({ right: 7, bottom: 8 });
      expect(await page.console()).toEqual([]);
    },
  );

  test(
    "a media query that does not match, and one that does",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(launcherPage({ attributes: `data-launcher-media="(max-width: 100px)"` }));
      expect(await readLauncher(page)).toBe(null);
      await visit(
        launcherPage({ attributes: `data-launcher-media="screen and (min-width: 100px)"` }),
      );
      expect(await readLauncher(page)).toMatchObject({ right: 20 });
      expect(await page.console()).toEqual([]);
    },
  );

  test("CSS of the page reaches in by custom properties and ::part(button)", async ({
    page,
    visit,
  }) => {
    await visit(
      launcherPage({
        head: `<style>:root { --kakao-chat-launcher-bottom: 90px; --kakao-chat-launcher-right: 5px;
          --kakao-chat-launcher-size: 70px; --kakao-chat-launcher-color: navy;
          --kakao-chat-launcher-z-index: 7; --kakao-chat-launcher-shadow: none }
          kakao-chat-launcher::part(button) { text-decoration: underline }</style>`,
      }),
    );
    expect(await readLauncher(page)).toMatchObject({
      right: 5,
      bottom: 90,
      height: 70,
      background: "rgb(0, 0, 128)",
      ink: "rgb(255, 255, 255)",
    });
    const styles = () => {
      const host = document.querySelector("kakao-chat-launcher");
      const button = host?.shadowRoot?.querySelector("button");
      if (!host || !button) return null;
      const { boxShadow, textDecorationLine } = getComputedStyle(button);
      return [getComputedStyle(host).zIndex, boxShadow, textDecorationLine];
    };
    expect(await page.evaluate(styles)).toEqual(["7", "none", "underline"]);
    // A switch of the page's between light and dark.
    await page.evaluate(() => {
      document.documentElement.style.setProperty("--kakao-chat-launcher-color", "#ffe");
    });
    await expect
      .poll(() => readLauncher(page))
      .toMatchObject({ background: "rgb(255, 255, 238)", ink: "rgb(0, 0, 0)" });
    await page.evaluate(() => {
      document.documentElement.style.setProperty("--kakao-chat-launcher-color", "unset");
    });
    await page.evaluate(() => {
      document.documentElement.style.setProperty("--kakao-chat-launcher-color", "#000");
    });
    await expect
      .poll(() => readLauncher(page))
      .toMatchObject({ background: "rgb(0, 0, 0)", ink: "rgb(255, 255, 255)" });
  });

  test(
    "a size and a colour that are none leave 48 px and the default",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        launcherPage({
          head: `<style>:root { --kakao-chat-launcher-size: 1px; --kakao-chat-launcher-color: 5 }</style>`,
        }),
      );
      expect(await readLauncher(page)).toMatchObject({
        height: 48,
        background: "rgb(255, 214, 51)",
      });
    },
  );
});

test.describe("on a narrow screen", () => {
  for (const [attributes, expected] of [
    ["", { isRound: true, width: 56, height: 56, right: 20, bottom: 20 }],
    [`data-launcher-look="pill"`, { isRound: false }],
    [`data-launcher-offset="20 20 12 72"`, { right: 12, bottom: 72 }],
    [`data-launcher-offset="30 40"`, { right: 30, bottom: 40 }],
  ] as const) {
    test(`${attributes || "no look"}`, allEnginesIf(!attributes), async ({ page, shop }) => {
      const narrow = await openNarrow(page, shop, attributes);
      await expect.poll(() => readLauncher(narrow)).toMatchObject(expected);
    });
  }
});

test.describe("where it is shown", () => {
  test("on / as the patterns say", ONE_ENGINE, async ({ page, visit }) => {
    for (const [attributes, isShown] of [
      [`data-launcher-show="/order/*"`, false],
      [`data-launcher-show="/order/* /"`, true],
      [`data-launcher-hide="/"`, false],
      [`data-launcher-hide="/order/*"`, true],
      [`data-launcher-show="*" data-launcher-hide="/"`, false],
    ] as const) {
      await visit(launcherPage({ attributes }));
      expect((await readLauncher(page)) !== null, attributes).toBe(isShown);
    }
  });

  test("the address changes by history, at a click", async ({ page, visit }) => {
    await visit(
      launcherPage({
        attributes: `data-launcher-hide="/order"`,
        body: `<button id="go" onclick="history.pushState(null, '', '/order')">go</button>
          <button id="later" onclick="setTimeout(() => history.pushState(null, '', '/'), 100)">later</button>`,
      }),
    );
    await page.click("#go");
    await expect.poll(() => readLauncher(page)).toBe(null);
    await page.click("#later");
    await expect.poll(() => readLauncher(page)).not.toBe(null);
    await page.evaluate(() => history.go(-1));
    await expect.poll(() => readLauncher(page)).toBe(null);
  });

  test("the address changes by a script alone: at once, or at the next movement", async ({
    engine,
    page,
    visit,
  }) => {
    await visit(
      launcherPage({
        attributes: `data-launcher-hide="/order"`,
        // An element and a variable of that name are not the browser's own.
        body: engine.name === "webkit" ? `<nav id="navigation"></nav>` : "",
      }),
    );
    await page.evaluate(() => history.pushState(null, "", "/order"));
    if (engine.name === "webkit") await page.hover("#other");
    await expect.poll(() => readLauncher(page)).toBe(null);
  });

  test("a page's `var navigation` does no harm", async ({ page, visit }) => {
    await visit(
      launcherPage({
        attributes: `data-launcher-hide="/order"`,
        head: `<script>var navigation = "menu"</script>`,
      }),
    );
    await page.evaluate(() => history.pushState(null, "", "/order"));
    await page.hover("#other");
    await expect.poll(() => readLauncher(page)).toBe(null);
  });

  test("hide() holds until show()", ONE_ENGINE, async ({ page, visit }) => {
    await visit(launcherPage({ attributes: `data-launcher-hide="/order"` }));
    await page.evaluate(() => KakaoChat.launcher?.hide());
    expect(await readLauncher(page)).toBe(null);
    await page.evaluate(() => history.pushState(null, "", "/new"));
    await page.click("#other");
    expect(await readLauncher(page)).toBe(null);
    await page.evaluate(() => KakaoChat.launcher?.show());
    expect(await readLauncher(page)).not.toBe(null);
    const isHost = () =>
      KakaoChat.launcher?.element === document.querySelector("kakao-chat-launcher");
    expect(await page.evaluate(isHost)).toBe(true);
  });
});

test.describe("without a valid uuid", () => {
  test("nothing is shown, and the console says once why", ONE_ENGINE, async ({ page, visit }) => {
    await visit(pageWith("", { script: launcherTag("") }));
    const error = { level: "error", text: expect.stringContaining("[kakao-chat] KC101 uuid") };
    await expect.poll(() => page.console()).toEqual([error]);
    expect(await page.evaluate(() => document.querySelector("kakao-chat-launcher"))).toBe(null);
  });

  test(
    "a uuid that comes before the load event is in time",
    ONE_ENGINE,
    async ({ page, shop, visit }) => {
      shop.page("/slow.js", {
        body: Buffer.from(`KakaoChatDefaults = { uuid: "@late" }`),
        headers: { "content-type": "text/javascript" },
        delay: 300,
      });
      await visit(pageWith(`<script src="/slow.js" async></script>`, { script: launcherTag("") }));
      await expect.poll(() => readLauncher(page)).toMatchObject({ right: 20 });
      expect(await page.console()).toEqual([]);
    },
  );

  test(
    "a uuid that comes later still is in time for show()",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(pageWith("", { script: launcherTag("") }));
      await page.evaluate(() => {
        window.KakaoChatDefaults = { uuid: "@late" };
        KakaoChat.launcher?.show();
      });
      expect(await readLauncher(page)).toMatchObject({ right: 20 });
    },
  );
});
