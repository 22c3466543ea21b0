/** The launcher stays in view, wherever a page's CSS, its settings or what it opens would put it. */

import { BUTTON, launcherPage, openNarrow, readLauncher } from "../fixtures/launcher-page";
import type { Page } from "../harness/engine";
import { allEnginesIf, expect, expectSent, findChat, ONE_ENGINE, test } from "../harness/pages";

const withCss = (css: string) => launcherPage({ head: `<style>${css}</style>` });

/** Runs a script of the page's own. */
const run = (page: Page, code: string) =>
  page.evaluate((code) => {
    const tag = document.createElement("script");
    tag.textContent = code;
    document.body.append(tag);
  }, code);

test.describe("the page's custom properties", () => {
  test("are lengths, and nothing else", async ({ page, visit }) => {
    for (const [value, expected] of [
      ["bottom: 0", { right: 20, bottom: 0 }],
      ["right: 0", { right: 0, bottom: 20 }],
      ["bottom: red", { right: 20, bottom: 20 }],
      ["bottom: calc(10px + 1em)", { right: 20, bottom: 26 }],
      ["right: 5000px", { left: 0 }],
    ] as const) {
      await visit(withCss(`:root { --kakao-chat-launcher-${value} }`));
      const shown = await readLauncher(page);
      if ("left" in expected) expect(shown?.left, value).toBeGreaterThanOrEqual(expected.left);
      else expect(shown, value).toMatchObject(expected);
    }
  });

  test("beside a page's own `CSS`", ONE_ENGINE, async ({ page, visit }) => {
    const throwing = "{ get() { throw new TypeError('no CSS') } }";
    const script = `<script>Object.defineProperty(window, "CSS", ${throwing})</script>`;
    await visit(launcherPage({ head: script }));
    expect(await readLauncher(page)).toMatchObject({ right: 20, bottom: 20 });
  });

  test("a class that comes and goes", ONE_ENGINE, async ({ page, visit }) => {
    await visit(withCss(":root.bar { --kakao-chat-launcher-bottom: 140px }"));
    await run(page, "document.documentElement.className = 'bar'");
    expect(await readLauncher(page)).toMatchObject({ right: 20, bottom: 140 });
    await run(page, "document.documentElement.className = ''");
    expect(await readLauncher(page)).toMatchObject({ right: 20, bottom: 20 });
  });
});

for (const attributes of [
  `data-launcher-offset="600 20"`,
  `data-launcher-offset="20 900"`,
  `data-launcher-offset="600 900" data-launcher-look="pill" data-launcher-position="bottom-left"`,
  `data-launcher-offset="300 20" data-launcher-look="pill" data-launcher-label="${"긴 이름 ".repeat(12)}"`,
]) {
  const isFarthest = attributes.startsWith(`data-launcher-offset="600 900"`);
  test(
    `the whole button is in a narrow window: ${attributes.slice(0, 60)}`,
    allEnginesIf(isFarthest),
    async ({ page, shop }) => {
      const narrow = await openNarrow(page, shop, attributes);
      await expect.poll(() => readLauncher(narrow)).not.toBeNull();
      const { left, right, top, width } = await narrow.evaluate(() => {
        const host = document.querySelector("kakao-chat-launcher");
        const box = host?.shadowRoot?.querySelector("button")?.getBoundingClientRect();
        const { left = -1, right = 9999, top = -1, width = 0 } = box ?? {};
        return { left, right: innerWidth - right, top, width };
      });
      expect(Math.min(left, right, top)).toBeGreaterThanOrEqual(0);
      expect(width).toBeGreaterThanOrEqual(48);
    },
  );
}

test("an <html> on a path leaves it where it is", async ({ page, visit }) => {
  for (const css of [
    "offset-path: path('M0 0 L100 100'); offset-rotate: 0deg; offset-distance: 0",
    "offset-path: ray(90deg)",
    "will-change: offset-path",
    "contain: paint",
  ]) {
    await visit(withCss(`html { ${css} }`));
    await expect.poll(() => readLauncher(page), css).toMatchObject({ right: 20, bottom: 20 });
    await page.evaluate(() => scrollTo(0, 700));
    await expect.poll(() => readLauncher(page), css).toMatchObject({ right: 20, bottom: 20 });
  }
});

test(
  "its title follows the page's language as its words do",
  ONE_ENGINE,
  async ({ page, visit }) => {
    await visit(launcherPage());
    const title = () =>
      page.evaluate(
        () =>
          document.querySelector("kakao-chat-launcher")?.shadowRoot?.querySelector("button")?.title,
      );
    expect(await title()).toBe("새 창으로 열림");
    await run(page, "document.documentElement.lang = 'en'; location.hash = 'a'");
    await expect.poll(title).toBe("Opens in a new window");
    expect(await readLauncher(page)).toMatchObject({ name: "Chat on KakaoTalk" });
    await run(
      page,
      "document.querySelector('kakao-chat-launcher').shadowRoot.querySelector('button').title = 'own'; document.documentElement.lang = 'ko'; location.hash = 'b'",
    );
    await expect.poll(async () => (await readLauncher(page))?.name).toBe("카카오톡 상담");
    expect(await title()).toBe("own");
  },
);

test(
  "a tag in the place of its own has the settings",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    await visit(launcherPage({ attributes: `data-launcher-look="round"` }));
    await run(
      page,
      `document.querySelector("script[src*=launcher]").remove();
    const tag = document.createElement("script");
    tag.src = "/kakao-chat-launcher.js?2";
    tag.dataset.uuid = "@second";
    tag.dataset.launcherPosition = "bottom-left";
    document.head.append(tag);`,
    );
    await expect.poll(() => readLauncher(page)).toMatchObject({ left: 20, isRound: false });
    await page.click(BUTTON);
    await findChat(page);
    await expectSent(standIn, { uuid: "@second" });
  },
);

test("a tag that a loader takes away keeps its settings", ONE_ENGINE, async ({ page, visit }) => {
  await visit(launcherPage({ attributes: `data-launcher-look="round"` }));
  await run(page, `document.querySelector("script[src*=launcher]").remove(); location.hash = "a"`);
  expect(await readLauncher(page)).toMatchObject({ isRound: true, right: 20 });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  expect(await readLauncher(page)).toMatchObject({ isRound: true, right: 20 });
});
