/** The chat in the page's own window, and Back: the shop comes as it was, from the back-forward cache. */

import { setTimeout as wait } from "node:timers/promises";
import { button, expect, KAKAO, LATER, pageWith, test } from "../harness/pages";

test.use({ hasBackForwardCache: true });

for (const method of ["get", "post"]) {
  test(`target="self" by ${method.toUpperCase()} is the same window, and back is the shop as it was`, async ({
    page,
    shop,
    standIn,
  }) => {
    const state = `<input type="checkbox" id="state"><script>
        addEventListener("pageshow", (event) => { persisted = event.persisted; });
      </script>`;
    const html = pageWith(
      state + button("chat", `data-kakao-chat-method="${method}" data-kakao-chat-target="self"`),
    );
    await page.goto(shop.page("/goods", html));
    await page.click("#state");
    for (const count of [1, 2]) {
      await page.click("#chat");
      await page.waitForUrl(KAKAO);
      expect((await standIn.settled(count)).map((request) => request.method)).toEqual(
        Array(count).fill(method.toUpperCase()),
      );
      expect(await page.windows()).toEqual([]);
      await wait(LATER);
      await page.goBack();
      await page.waitForUrl(/shop\.test\/goods$/);
      const isChecked = () => document.querySelector<HTMLInputElement>("#state")?.checked;
      await expect.poll(() => page.evaluate(isChecked)).toBe(true);
      expect(await page.evaluate(() => document.querySelector("form"))).toBe(null);
    }
    const isKept = await page.evaluate(() => Reflect.get(window, "persisted"));
    expect(isKept).toBe(true);
  });
}
