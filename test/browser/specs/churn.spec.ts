/** Buttons that come and go, and many clicks: nothing is left behind. */

import { setTimeout as wait } from "node:timers/promises";
import { COUNTER, count, expectNoGrowth } from "../harness/counts";
import { expect, KAKAO, LATER, ONE_ENGINE, pageWith, test } from "../harness/pages";

function render(body: string): string {
  return pageWith(body, { head: COUNTER });
}

test("500 route changes leave no listener, node or form behind", async ({
  page,
  standIn,
  visit,
}) => {
  test.setTimeout(90_000);
  await visit(
    render(`<main></main><script>
        const main = document.querySelector("main");
        const BUTTONS =
          '<button data-kakao-chat="@shop" data-kakao-chat-method="post">native</button>' +
          '<div data-kakao-chat="@shop">div</div>' +
          '<a data-kakao-chat href="https://bizmessage.kakao.com/chat/open/@shop">link</a>' +
          '<p id="stopping"><button data-kakao-chat="@shop"><svg width="9" height="9"></svg></button></p>' +
          '<span id="host"></span>';
        changeRoute = async (times) => {
          for (let time = 0; time < times; time++) {
            main.innerHTML = BUTTONS;
            document.querySelector("#stopping").onclick = (event) => event.stopPropagation();
            const root = document.querySelector("#host").attachShadow({ mode: "open" });
            root.innerHTML = '<div data-kakao-chat="@shop" tabindex="0">shadow</div>';
            // The focus prepares them all; a click without a gesture is refused a window.
            main.querySelector("button").focus();
            root.firstChild.focus();
            for (const button of main.querySelectorAll("[data-kakao-chat]")) button.click();
            await new Promise((resolve) => setTimeout(resolve));
          }
          // One more click, which is nobody's.
          document.body.click();
        };
      </script>`),
  );
  const changeRoute = (times: number) =>
    page.evaluate((times) => Reflect.get(window, "changeRoute")(times), times);
  await changeRoute(20);
  const before = await count(page);
  await changeRoute(500);
  expectNoGrowth(await count(page), before);
  expect(before.forms).toBe(0);
  const isPrepared = () => document.querySelector("main div")?.getAttribute("role");
  expect(await page.evaluate(isPrepared)).toBe("button");
  expect(await page.evaluate(() => Reflect.get(window, "seen"))).toEqual({
    open: 0,
    blocked: 4 * 520,
    problem: 0,
  });
  expect(await standIn.settled()).toEqual([]);
});

test(
  "clicks whose propagation the page stops leave no listener behind",
  ONE_ENGINE,
  async ({ page, visit }) => {
    await visit(
      render(
        `<p onclick="event.stopPropagation()"><button data-kakao-chat="@shop">chat</button></p>`,
      ),
    );
    const click = (times: number) =>
      page.evaluate(async (times) => {
        for (let time = 0; time < times; time++) {
          document.querySelector("button")?.click();
          await new Promise((resolve) => setTimeout(resolve));
        }
      }, times);
    await click(5);
    const before = await count(page);
    await click(100);
    expectNoGrowth(await count(page), before);
  },
);

test(
  "a button of the last of many routes is as good as the first",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    await visit(
      render(`<main></main><script>
        addEventListener("load", () => {
          for (let time = 0; time < 100; time++) {
            document.querySelector("main").innerHTML = '<div data-kakao-chat="@route' + time + '">chat</div>';
          }
        });
      </script>`),
    );
    await page.click("main div");
    expect((await standIn.only()).fields).toEqual([["uuid", "@route99"]]);
  },
);

test(
  "300 buttons and 1,000 clicks leave nothing behind",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    test.setTimeout(90_000);
    const ANSWERED = 10;
    const buttons = Array.from({ length: 300 }, (_, index) => {
      const method = index % 2 ? "post" : "get";
      return `<button id="b${index}" data-kakao-chat="@shop" data-kakao-chat-extra="${index}" data-kakao-chat-method="${method}">${index}</button>`;
    });
    await visit(render(buttons.join("")));
    let sent = 0;
    const click = async (index: number) => {
      await page.click(`#b${index}`);
      await standIn.arrived(++sent);
      const [chat] = await page.waitForWindows(1);
      await chat?.waitForUrl(KAKAO);
      await chat?.close();
      await page.waitForWindows(0);
    };
    // Not on a button that the mouse has clicked: such a click of a script's is taken for the same once more.
    const clickWithoutGesture = (times: number, first = 0) =>
      page.evaluate(
        ({ times, first }) => {
          for (const button of [...document.querySelectorAll("button")].slice(first, first + times))
            button.click();
        },
        { times, first },
      );
    // What is made once for each button (its title, and in Chromium a node for each attribute that is
    // read), and the one listener for a refused POST, is there from now on.
    const lastTitle = () => document.querySelector<HTMLElement>("#b299")?.title;
    // Some at load, the rest as the mouse moves on, which is no gesture.
    let move = 0;
    await expect(async () => {
      await page.hover(`#b${move++ % 9}`);
      expect(await page.evaluate(lastTitle)).not.toBe("");
    }).toPass();
    await clickWithoutGesture(300);
    await wait(LATER);
    await click(298);
    await click(299);
    await wait(LATER);
    const before = await count(page);

    for (let index = 0; index < ANSWERED; index++) await click(index);
    await wait(LATER);
    // WebKit keeps a gesture for 5 s, whatever it has opened.
    await expect.poll(() => page.evaluate(() => navigator.userActivation?.isActive)).not.toBe(true);
    // The others come without a gesture, each button again after a second.
    let left = 1000 - ANSWERED;
    while (left > 0) {
      const times = Math.min(280, left);
      await clickWithoutGesture(times, ANSWERED);
      left -= times;
      await wait(LATER);
    }
    expectNoGrowth(await count(page), before);
    expect(await page.evaluate(() => Reflect.get(window, "seen"))).toEqual({
      open: 2 + ANSWERED,
      blocked: 300 + 1000 - ANSWERED,
      problem: 0,
    });
    expect(await page.windows()).toEqual([]);
    expect(await standIn.settled(2 + ANSWERED)).toHaveLength(2 + ANSWERED);
  },
);
