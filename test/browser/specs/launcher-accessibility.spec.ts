/** axe finds nothing to complain about in any look; the button has a name and a focus ring. */

import { launcherPage, readLauncher } from "../fixtures/launcher-page";
import { findViolations } from "../harness/axe";
import { DrivenPage } from "../harness/driven";
import { ChromiumRealm } from "../harness/engines/chromium-realm";
import { allEnginesIf, expect, ONE_ENGINE, test } from "../harness/pages";

const LOOKS = [
  ["pill", `data-launcher-look="pill"`],
  ["round", `data-launcher-look="round"`],
  ["left", `data-launcher-position="bottom-left"`],
  ["navy", `data-launcher-color="navy" data-launcher-label="Chat"`],
  ["grey", `data-launcher-color="#767676"`],
] as const;

/** axe's own idea of a page. */
const PARTS = {
  head: `<meta name="viewport" content="width=device-width">
    <style>:root { color-scheme: light dark } main { min-height: 400px }</style>`,
  body: `<main><h1>상점</h1><p>텍스트</p></main>`,
};

for (const [name, attributes] of LOOKS) {
  test(
    `${name}: no violation`,
    allEnginesIf(name === "pill" || name === "navy"),
    async ({ page, visit }) => {
      await visit(launcherPage({ ...PARTS, attributes }));
      const realm = page instanceof DrivenPage ? page.realm : undefined;
      if (!(realm instanceof ChromiumRealm)) {
        expect(await findViolations(page)).toEqual([]);
        return;
      }
      for (const scheme of ["light", "dark"]) {
        for (const width of [320, 1280]) {
          await realm.session.send("Emulation.setEmulatedMedia", {
            features: [{ name: "prefers-color-scheme", value: scheme }],
          });
          await realm.session.send("Emulation.setDeviceMetricsOverride", {
            width,
            height: 640,
            deviceScaleFactor: 1,
            mobile: false,
          });
          await expect.poll(() => readLauncher(page)).not.toBe(null);
          expect(await findViolations(page), `${scheme}, ${width} px`).toEqual([]);
        }
      }
    },
  );
}

test("by keyboard the button has a ring around it, in black between white", async ({
  page,
  visit,
}) => {
  await visit(launcherPage());
  await page.focus("#other");
  await page.press("Tab");
  const ring = () => {
    const button = document.querySelector("kakao-chat-launcher")?.shadowRoot?.activeElement;
    if (!button) return null;
    const { outlineColor, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(button);
    return [outlineColor, outlineStyle, outlineWidth, boxShadow];
  };
  expect(await page.evaluate(ring)).toEqual([
    "rgb(0, 0, 0)",
    "solid",
    "3px",
    "rgb(255, 255, 255) 0px 0px 0px 7px",
  ]);
});

test(
  "the title says that a window opens, unless the label does",
  ONE_ENGINE,
  async ({ page, visit }) => {
    const title = () =>
      document.querySelector("kakao-chat-launcher")?.shadowRoot?.querySelector("button")?.title;
    await visit(launcherPage());
    expect(await page.evaluate(title)).toBe("새 창으로 열림");
    await visit(launcherPage({ attributes: `data-launcher-label="상담 (새 창)"` }));
    expect(await page.evaluate(title)).toBe("");
  },
);
