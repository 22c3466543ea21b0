/** What the script does not do: before a click, after one, and when it has been stopped. */

import type { Page } from "../harness/engine";
import {
  button,
  expect,
  expectNothing,
  expectSentFrom,
  LISTEN,
  ONE_ENGINE,
  OPEN,
  pageWith,
  seen,
  test,
} from "../harness/pages";

/** One of everything that the script looks after. */
const BODY = `<p id="field" tabindex="0">A field, but none that Chromium asks its own servers about.</p>${button("native")}
  <div id="div" data-kakao-chat="@div">상담</div>
  <a id="link" href="${OPEN}/@link" data-kakao-chat>상담</a>
  <button id="bad" data-kakao-chat="@_bad">상담</button>`;

/** For scripts that wrap the browser's functions: a driver's own calls are not the product's. */
// Only the nearest caller counts: a driver's own script may run while window.open waits.
const IS_OURS = `const isOurs = () => new Error().stack.split("\\n").slice(0, 4).join().includes("kakao-chat.js");`;

/** Counts what the script asks of the browser, from before it is loaded. */
const COUNT = `<script>
  ${IS_OURS}
  asked = [];
  const wrap = (owner, name, note = () => name) => {
    const call = owner[name];
    if (call) owner[name] = function (...given) {
      if (isOurs()) asked.push(note.apply(this, given));
      return call.apply(this, given);
    };
  };
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "fetch", "open"]) wrap(window, name);
  for (const observer of ["Mutation", "Resize", "Intersection", "Performance"]) {
    wrap(window[observer + "Observer"].prototype, "observe", () => observer + "Observer");
  }
  for (const name of ["open", "send"]) wrap(XMLHttpRequest.prototype, name);
  wrap(navigator, "sendBeacon");
  wrap(Storage.prototype, "setItem");
  wrap(document, "createElement", (name) => "createElement " + name);
  wrap(Node.prototype, "appendChild");
  wrap(Element.prototype, "append");
  wrap(Element.prototype, "attachShadow");
  wrap(window, "postMessage");
</script>`;

const asked = (page: Page) => page.evaluate(() => Reflect.get(window, "asked") as string[]);

/** Everything that a person does on a page short of a click on a button. */
async function useThePage(page: Page): Promise<void> {
  await page.hover("#native");
  await page.hover("#div");
  await page.focus("#field");
  for (const key of ["Tab", "Tab", "Tab", "ArrowDown", "Escape"] as const) await page.press(key);
  await page.click("#field");
}

test.describe("before a click", () => {
  test("nothing but the script itself is requested, and there is no cookie and no storage entry", async ({
    page,
    network,
    standIn,
    visit,
  }) => {
    await visit(pageWith(BODY));
    await useThePage(page);
    await expectNothing(page, standIn);
    expect(network.siteRequests.map(({ host, url }) => host + url)).toEqual([
      "shop.test/",
      "shop.test/kakao-chat.js",
    ]);
    expect(network.refused).toEqual([]);
    expect(
      await page.evaluate(async () => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases?.())?.length ?? 0,
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]),
    ).toEqual(["", 0, 0, 0, 0, 0]);
  });

  test("there is no timer, no observer, no element made", ONE_ENGINE, async ({ page, visit }) => {
    await visit(pageWith(BODY, { head: COUNT }));
    await expect
      .poll(() => page.evaluate(() => document.querySelector("#div")?.getAttribute("role")))
      .toBe("button");
    await useThePage(page);
    expect(await asked(page)).toEqual([]);
  });

  test(
    "the page has no more than roles, tab stops, titles and a link's target",
    ONE_ENGINE,
    async ({ page, visit }) => {
      const changes = `<script>
      changes = [];
      new MutationObserver((records) => {
        for (const { type, attributeName, target } of records) {
          changes.push(type === "attributes" ? target.id + " " + attributeName : type);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    </script>`;
      await visit(
        pageWith(`${BODY}<script>setTimeout(() => changes.length = 0)</script>`, {
          script: "",
          style: "",
          head: changes,
        }),
      );
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const tag = document.createElement("script");
            tag.src = "/kakao-chat.js";
            tag.onload = resolve;
            document.head.append(tag);
          }),
      );
      await useThePage(page);
      const seenChanges = await page.evaluate(() => Reflect.get(window, "changes") as string[]);
      expect(seenChanges.sort()).toEqual([
        "bad title",
        // The tag of the script itself.
        "childList",
        "div role",
        "div tabindex",
        "div title",
        "link target",
        "link title",
        "native title",
      ]);
      expect(
        await page.evaluate(() => [
          document.styleSheets.length,
          document.adoptedStyleSheets.length,
          document.querySelectorAll("style, link, [style], iframe").length,
        ]),
      ).toEqual([0, 0, 0]);
    },
  );
});

test(
  "after clicks by GET and POST the page is as it was before",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    await visit(
      pageWith(
        `${BODY}${button("post", `data-kakao-chat-method="post" data-kakao-chat-extra="a"`)}
        ${button("tab", `data-kakao-chat-method="post" data-kakao-chat-target="tab"`)}
        ${button("wait")}`,
        {
          head: `<script>
            addEventListener("kakao-chat:before", (e) => {
              if (e.target.id === "wait") e.detail.waitUntil(Promise.resolve({ extra: "b" }));
            });
          </script>`,
        },
      ),
    );
    await page.hover("#div");
    const markup = () => page.evaluate(() => [document.documentElement.outerHTML, document.cookie]);
    await expect.poll(markup).toContainEqual(expect.stringContaining(`role="button"`));
    const before = await markup();
    const ids = ["native", "div", "link", "post", "tab", "wait"];
    for (const [index, id] of ids.entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    await page.click("#bad");
    await expectSentFrom(standIn, ids);
    expect(await markup()).toEqual(before);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  },
);

test.describe("after stop()", () => {
  /** Keeps the listeners that are on, on whatever target. */
  const LISTENERS = `<script>
    ${IS_OURS}
    on = [];
    const isCapture = (options) => Boolean(typeof options === "object" ? options?.capture : options);
    const find = (target, type, listener, options) => on.findIndex((entry) =>
      entry[0] === target && entry[1] === type && entry[2] === listener && entry[3] === isCapture(options));
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (!isOurs()) return add.call(target, type, listener, options);
      if (find(target, type, listener, options) >= 0) return;
      const entry = [target, type, listener, isCapture(options), (event) => {
        if (options?.once) on.splice(on.indexOf(entry), 1);
        return listener.call(target, event);
      }];
      on.push(entry);
      add.call(target, type, entry[4], options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? window;
      const index = find(target, type, listener, options);
      if (index < 0) return remove.call(target, type, listener, options);
      remove.call(target, type, on.splice(index, 1)[0][4], options);
    };
  </script>`;
  const listeners = (page: Page) =>
    page.evaluate(() => (Reflect.get(window, "on") as string[][]).map(([, type]) => type).sort());

  test(
    "no listener is left, whatever has been clicked",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(`${BODY}${button("post", `data-kakao-chat-method="post"`)}`, { head: LISTENERS }),
      );
      const atFirst = await listeners(page);
      expect(atFirst.length).toBeGreaterThan(0);
      expect(new Set(atFirst).size, "one of each kind").toBe(atFirst.length);
      const ids = ["native", "div", "link", "post"];
      for (const [index, id] of ids.entries()) {
        await page.click(`#${id}`);
        await standIn.arrived(index + 1);
      }
      await page.evaluate(() => window.KakaoChat.stop());
      expect(await listeners(page)).toEqual([]);
      await page.evaluate(() => window.KakaoChat.start());
      expect(await listeners(page)).toEqual(atFirst);
    },
  );

  test(
    "no listener is left, where the page's handlers have stopped the clicks",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(BODY, { head: LISTENERS }).replace(
          "<body>",
          `<body onclick="event.stopPropagation()">`,
        ),
      );
      const atFirst = await listeners(page);
      const ids = ["native", "div", "link"];
      for (const [index, id] of ids.entries()) {
        await page.click(`#${id}`);
        await standIn.arrived(index + 1);
      }
      expect(await listeners(page)).toEqual(atFirst);
      await page.evaluate(() => window.KakaoChat.stop());
      expect(await listeners(page)).toEqual([]);
    },
  );

  test(
    "no listener acts: late buttons are not prepared, bad ones not reported",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(`<p id="field" tabindex="0">field</p><i data-kakao-chat="@first">상담</i>`, {
          head: LISTEN,
        }),
      );
      await expect
        .poll(() => page.evaluate(() => document.querySelector("i")?.getAttribute("role")))
        .toBe("button");
      await page.evaluate(
        (html) => {
          window.KakaoChat.stop();
          document.body.insertAdjacentHTML("beforeend", html);
        },
        BODY.replace(/<p.*<.p>/, "").replace(`href="${OPEN}/@link"`, `href="#link"`),
      );
      await useThePage(page);
      for (const id of ["native", "div", "bad", "link"]) await page.click(`#${id}`);
      await expectNothing(page, standIn);
      expect(await seen(page)).toEqual([]);
      expect(await page.console()).toEqual([]);
      expect(await page.evaluate(() => document.querySelectorAll("[role]").length)).toBe(1);
    },
  );

  test("nothing that was still to be done at load is done", async ({ page, visit }) => {
    // After the script's own listener. Where there is no idle callback, all is done by then.
    const stop = `<script type="module">
      addEventListener("load", () => {
        KakaoChat.stop();
        globalThis.prepared = document.querySelectorAll("[role]").length;
      });
    </script>`;
    await visit(pageWith(BODY + stop));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [before, now] = await page.evaluate(() => [
      Reflect.get(window, "prepared"),
      document.querySelectorAll("[role]").length,
    ]);
    expect(now).toBe(before);
  });
});
