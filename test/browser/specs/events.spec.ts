/** What a page hears, what it may answer, and what it may call. */

import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "../harness/engine";
import {
  allEnginesIf,
  button,
  expect,
  expectEveryKindSends,
  expectNothing,
  expectSent,
  expectSentFrom,
  KAKAO,
  LATER,
  LISTEN,
  ONE_ENGINE,
  OPEN,
  pageWith,
  seen,
  test,
  WRITE,
} from "../harness/pages";

/** A script that answers `kakao-chat:before`; it sees the event as `e`. */
function onBefore(script: string): string {
  return `<script>addEventListener("kakao-chat:before", (e) => { ${script} });</script>`;
}

/** A button of the page's own, which puts into `result` what the script says. */
function caller(script: string, id = "call"): string {
  return `<button type="button" id="${id}">문의</button><script>
    document.querySelector("#${id}").onclick = () => { result = ${script}; };
  </script>`;
}

function result(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, "result"));
}

test.describe("kakao-chat:before", () => {
  test("prevented, keeps anything from opening", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(pageWith(button("shop"), { head: LISTEN + onBefore("e.preventDefault()") }));
    await page.click("#shop");
    await expectNothing(page, standIn);
    expect((await seen(page)).map(({ name }) => name)).toEqual(["before"]);
  });

  test(
    "has the options as written, and what it makes of them is sent",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          button(
            "shop",
            `data-kakao-chat-extra="a" data-kakao-chat-bot="true" data-kakao-chat-event="시작"`,
          ),
          {
            head: onBefore(`
              given = { ...e.detail.options };
              e.detail.options.extra += "b";
              e.detail.options.bot = false;
              delete e.detail.options.event;`),
          },
        ),
      );
      await page.click("#shop");
      await expectSent(standIn, { uuid: "@shop", extra: "ab", bot: "false" });
      expect(await page.evaluate(() => Reflect.get(window, "given"))).toEqual({
        uuid: "@shop",
        extra: "a",
        bot: "true",
        event: "시작",
      });
    },
  );

  test(
    "comes from the button, through its shadow root, and from the document for a call",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `<x-card id="host"></x-card>${caller(`KakaoChat.open({ uuid: "@call" })`)}<script>
            document.querySelector("x-card").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(button("inner"))};
            inside = [];
            host.shadowRoot.addEventListener("kakao-chat:before", (e) => inside.push(e.target.id));
          </script>`,
          { head: LISTEN },
        ),
      );
      await page.click("#inner");
      await standIn.arrived(1);
      await page.click("#call");
      await expectSentFrom(standIn, ["inner", "call"]);
      expect(await page.evaluate(() => Reflect.get(window, "inside"))).toEqual(["inner"]);
      expect(await seen(page, "before")).toMatchObject([
        { on: "host", cancelable: true, bubbles: true, composed: true },
        { on: "#document", cancelable: true, bubbles: true, composed: true },
      ]);
    },
  );
});

test(
  "kakao-chat:open says where and how, without the query",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    // Five clicks, and a machine that may be slow.
    test.setTimeout(60_000);
    await visit(
      pageWith(
        `${button("get", `data-kakao-chat-extra="a"`)}
        ${button("post", `data-kakao-chat-method="post" data-kakao-chat-target="tab"`)}
        ${button("open", `data-kakao-chat-endpoint="open" data-kakao-chat-extra="a"`)}
        ${button("reuse", `data-kakao-chat-reuse="true"`)}
        ${button("again", `data-kakao-chat-reuse="true"`).replace("@again", "@reuse")}`,
        { head: LISTEN },
      ),
    );
    for (const [index, id] of ["get", "post", "open", "reuse"].entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    // The same request within a second is a double click.
    await wait(LATER);
    await page.click("#again");
    expect(await standIn.settled(4)).toHaveLength(4);
    const common = { name: "open", cancelable: false, bubbles: true, composed: true };
    const popup = { ...common, target: "popup", method: "GET", url: WRITE, focused: false };
    expect(await seen(page, "open")).toEqual([
      { ...popup, on: "get" },
      { ...popup, on: "post", target: "tab", method: "POST" },
      { ...popup, on: "open", url: `${OPEN}/%40open` },
      { ...popup, on: "reuse" },
      { ...popup, on: "again", focused: true },
    ]);
  },
);

test.describe("where the browser refuses a window", () => {
  const EXTRA = `data-kakao-chat-extra="a b" data-kakao-chat-bot="true"`;
  /** Clicks by script, as pages do in a callback: without user activation. */
  const CLICK = `<script>
    addEventListener("load", () => setTimeout(() => document.querySelector("button").click(), 50));
  </script>`;
  /** The event, where it can still be read when the page has gone. */
  const KEEP = `<script>
    addEventListener("kakao-chat:blocked", (e) => {
      sessionStorage.seen = JSON.stringify([e.target.id, e.cancelable, e.bubbles, e.composed, e.detail]);
    });
  </script>`;
  const kept = (page: Page) => page.evaluate(() => JSON.parse(sessionStorage.seen ?? "null"));

  for (const method of ["get", "post"] as const) {
    // That each engine refuses the window, and goes on like that: `windows.spec.ts`.
    test(
      `kakao-chat:blocked has an address, then the same window goes there by ${method}`,
      ONE_ENGINE,
      async ({ page, shop, standIn, visit }) => {
        const html = button("shop", `${EXTRA} data-kakao-chat-method="${method}"`);
        await visit(pageWith(html + CLICK, { head: KEEP }));
        await page.waitForUrl(KAKAO);
        const request = await standIn.only();
        expect(request.method).toBe(method.toUpperCase());
        expect(request.fields).toEqual([
          ["uuid", "@shop"],
          ["extra", "a b"],
          ["bot", "true"],
        ]);
        expect(await page.windows()).toEqual([]);
        await page.goto(shop.page("/kept", "<!doctype html>"));
        const href = `${WRITE}?uuid=%40shop&extra=a%20b&bot=true`;
        expect(await kept(page)).toEqual(["shop", true, true, true, { href }]);
      },
    );

    test(
      `kakao-chat:blocked, prevented, keeps the shop's page, by ${method}`,
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        const prevent = `<script>
        addEventListener("kakao-chat:blocked", (e) => e.preventDefault());
      </script>`;
        const html = button("shop", `data-kakao-chat-method="${method}"`);
        await visit(pageWith(html + CLICK, { head: LISTEN + KEEP + prevent }));
        await expect.poll(() => kept(page)).not.toBeNull();
        await expectNothing(page, standIn);
        expect((await seen(page)).map(({ name }) => name)).toEqual(["before", "blocked"]);
      },
    );
  }

  test("a call says so", ONE_ENGINE, async ({ page, standIn, visit }) => {
    const script = `<script>
      addEventListener("kakao-chat:blocked", (e) => e.preventDefault());
      addEventListener("load", () => setTimeout(() => { result = KakaoChat.open({ uuid: "@call" }); }));
    </script>`;
    await visit(pageWith(script));
    await expect.poll(() => result(page)).toBe("blocked");
    await expectNothing(page, standIn);
  });
});

test.describe("problems", () => {
  test(
    "come as an event at each click, and in the console once",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const keep = `<script>
      lines = [];
      for (const level of ["warn", "error"]) {
        const write = console[level];
        console[level] = (...values) => {
          lines.push([level, String(values[0]).slice(0, 26), values[1]?.id, values.length]);
          write.apply(console, values);
        };
      }
    </script>`;
      await visit(
        pageWith(
          `<button id="bad" data-kakao-chat="@_public" data-kakao-chat-bot="maybe">상담</button>
          <button id="worse" data-kakao-chat="@_public">상담</button>`,
          { head: LISTEN + keep },
        ),
      );
      await page.click("#bad");
      await page.click("#bad");
      await page.click("#worse");
      await expectNothing(page, standIn);
      const problems = await seen(page, "problem");
      expect(problems).toMatchObject([
        { on: "bad", cancelable: false, bubbles: true, composed: true },
        { on: "bad" },
        { on: "worse" },
      ]);
      expect(problems.map((event) => event.problems)).toMatchObject([
        [
          { code: "KC106", field: "uuid", level: "error" },
          { code: "KC311", field: "bot", level: "warning" },
        ],
        [{ code: "KC106" }, { code: "KC311" }],
        [{ code: "KC106" }],
      ]);
      expect(await page.evaluate(() => Reflect.get(window, "lines"))).toEqual([
        ["error", "[kakao-chat] KC106 uuid: e", "bad", 2],
        ["warn", "[kakao-chat] KC311 bot: ex", "bad", 2],
        ["error", "[kakao-chat] KC106 uuid: e", "worse", 2],
      ]);
    },
  );

  test(
    "that are new after a change of the attributes are printed too",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(pageWith(button("shop", `data-kakao-chat-method="put"`)));
      await expect.poll(() => page.console()).toHaveLength(1);
      await page.evaluate(() =>
        document.querySelector("button")?.setAttribute("data-kakao-chat-method", "patch"),
      );
      await page.click("#shop");
      await expect.poll(() => page.console()).toHaveLength(2);
      const texts = (await page.console()).map(({ text }) => text);
      expect(texts[0]).toContain(`got "put"`);
      expect(texts[1]).toContain(`got "patch"`);
    },
  );

  test(
    "that can be seen at load are in the console without a click",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        pageWith(
          `<button data-kakao-chat>상담</button><div data-kakao-chat="{{ id }}">상담</div>
          ${button("shop", `data-kakao-chat-colour="red"`)}${button("good")}`,
          { head: LISTEN },
        ),
      );
      await expect.poll(() => page.console()).toHaveLength(3);
      expect((await page.console()).map(({ level, text }) => [level, text.slice(0, 18)])).toEqual([
        ["error", "[kakao-chat] KC101"],
        ["error", "[kakao-chat] KC102"],
        ["warn", "[kakao-chat] KC314"],
      ]);
      expect(await seen(page)).toEqual([]);
    },
  );

  test("of one button leave the others alone", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(pageWith(`<button id="bad" data-kakao-chat>상담</button>${button("good")}`));
    await page.click("#bad");
    await page.click("#good");
    await expectSentFrom(standIn, ["good"]);
  });

  test(
    "never show the value of extra in the console",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const secret = "secret-4711";
      await visit(
        pageWith(
          `${button("long", `data-kakao-chat-extra="${secret.repeat(200)}"`)}
          ${button("leftover", `data-kakao-chat-extra="{{ ${secret} }}"`)}
          ${button("get", `data-kakao-chat-method="get" data-kakao-chat-extra="${secret}${"가".repeat(900)}"`)}
          ${caller(`KakaoChat.open({ uuid: "@call", extra: { toString: () => "${secret}" } })`)}`,
          { head: LISTEN },
        ),
      );
      const ids = ["long", "leftover", "get", "call"];
      for (const [index, id] of ids.entries()) {
        await page.click(`#${id}`);
        await standIn.arrived(index + 1);
      }
      expect(await seen(page, "problem")).toHaveLength(ids.length);
      const lines = await page.console();
      expect(lines.length).toBeGreaterThanOrEqual(ids.length);
      expect(lines.filter(({ text }) => text.includes("4711"))).toEqual([]);
      expect(JSON.stringify(await seen(page, "problem"))).not.toContain("4711");
    },
  );
});

test.describe("waitUntil", () => {
  const CONNECTING = {
    ko: "상담으로 연결하고 있습니다",
    en: "Connecting you to the consultation",
  };

  for (const method of ["get", "post"] as const) {
    const attributes = `data-kakao-chat-extra="a" data-kakao-chat-method="${method}"`;

    test(
      `resolved at once, sends the options merged, by ${method}`,
      allEnginesIf(method === "post"),
      async ({ page, standIn, visit }) => {
        const answer = onBefore(`e.detail.waitUntil(Promise.resolve({ extra: "b", bot: "true" }))`);
        await visit(pageWith(button("shop", attributes), { head: LISTEN + answer }));
        await page.click("#shop");
        const request = await standIn.only();
        expect(request.method).toBe(method.toUpperCase());
        expect(request.fields).toEqual([
          ["uuid", "@shop"],
          ["extra", "b"],
          ["bot", "true"],
        ]);
        const [popup] = await page.waitForWindows(1);
        await popup?.waitForUrl(KAKAO);
        expect(await popup?.state()).toMatchObject({ hasOpener: false });
        expect((await seen(page)).map(({ name }) => name)).toEqual(["before", "open"]);
      },
    );

    test(`resolved later, has the window open from the start, by ${method}`, async ({
      page,
      standIn,
      visit,
    }) => {
      const answer = onBefore(
        `e.detail.waitUntil(new Promise((resolve) => { settle = resolve; }))`,
      );
      await visit(pageWith(button("shop", attributes), { head: answer }));
      await page.click("#shop");
      const [popup] = await page.waitForWindows(1);
      const line = { text: CONNECTING.ko, title: CONNECTING.ko };
      await expect.poll(() => popup?.state()).toMatchObject(line);
      expect(standIn.requests, "nothing unprepared is sent").toEqual([]);
      await page.evaluate(() => Reflect.get(window, "settle")({ extra: "late" }));
      await expectSent(standIn, { uuid: "@shop", extra: "late" });
      await popup?.waitForUrl(KAKAO);
      expect(await popup?.state()).toMatchObject({ title: "stand-in", hasOpener: false });
      await page.waitForWindows(1);
    });

    test(
      `rejected, starts without extra and reports it, by ${method}`,
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        const answer = onBefore(`e.detail.waitUntil(Promise.reject(new Error("secret-4711")))`);
        await visit(pageWith(button("shop", attributes), { head: LISTEN + answer }));
        await page.click("#shop");
        await expectSent(standIn, { uuid: "@shop" });
        expect(await seen(page, "problem")).toMatchObject([
          { on: "shop", problems: [{ field: "extra", level: "warning" }] },
        ]);
        await expect.poll(() => page.console()).toHaveLength(1);
        expect((await page.console())[0]?.text).not.toContain("4711");
      },
    );
  }

  test("never settled, starts without extra after 5 s, by GET and POST", async ({
    page,
    standIn,
    visit,
  }) => {
    // Of two timers of one page the shorter comes first, however late both are.
    const answer = onBefore(`e.detail.waitUntil(new Promise(() => {}));
      setTimeout(() => seen.push({ name: "early" }), 4500)`);
    const buttons = ["get", "post"].map((method) =>
      button(method, `data-kakao-chat-extra="a" data-kakao-chat-method="${method}"`),
    );
    await visit(pageWith(buttons.join(""), { head: LISTEN + answer }));
    await page.click("#get");
    await page.click("#post");
    // Firefox lets the timers of a page behind others wait for the next second, or longer.
    await expect.poll(() => standIn.requests.length, { timeout: 20_000 }).toBe(2);
    const names = (await seen(page)).map(({ name }) => name);
    expect(names.indexOf("early")).toBeLessThan(names.indexOf("open"));
    for (const popup of await page.waitForWindows(2)) await popup.waitForUrl(KAKAO);
    // Two windows load at once: which request arrives first, nobody promises.
    const requests = (await standIn.settled(2)).map(({ method, fields }) => [method, ...fields]);
    expect(requests.sort()).toEqual([
      ["GET", ["uuid", "@get"]],
      ["POST", ["uuid", "@post"]],
    ]);
    const reported = { problems: [{ field: "extra", level: "warning" }] };
    expect(await seen(page, "problem")).toMatchObject([
      { on: "get", ...reported },
      { on: "post", ...reported },
    ]);
  });

  test(
    "shows its line in the language nearest to the button",
    ONE_ENGINE,
    async ({ page, visit }) => {
      const answer = onBefore(`e.detail.waitUntil(new Promise(() => {}))`);
      const html = `${button("english")}${button("korean", `lang="ko"`)}`;
      await visit(pageWith(html, { lang: "en", head: answer }));
      for (const text of [CONNECTING.en, CONNECTING.ko]) {
        await page.click(text === CONNECTING.en ? "#english" : "#korean");
        const popup = (await page.waitForWindows(1))[0];
        await expect.poll(async () => (await popup?.state())?.text).toContain(text);
        await popup?.close();
        await page.waitForWindows(0);
      }
    },
  );

  test(
    "shows its line in Korean where the page gives no language",
    ONE_ENGINE,
    async ({ page, visit }) => {
      const answer = onBefore(`e.detail.waitUntil(new Promise(() => {}))`);
      await visit(pageWith(button("shop"), { lang: "", head: answer }));
      await page.click("#shop");
      const [popup] = await page.waitForWindows(1);
      await expect.poll(async () => (await popup?.state())?.text).toContain(CONNECTING.ko);
    },
  );

  test(
    "may be called more than once: all are waited for and merged in order",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const answer = onBefore(`
      const late = new Promise((resolve) => setTimeout(() => resolve({ extra: "first", bot: "auto" }), 200));
      e.detail.waitUntil(late);
      e.detail.waitUntil(Promise.resolve({ extra: "second" }));
      e.detail.waitUntil({ event: "plain" });
      e.detail.waitUntil(Promise.resolve());
      e.detail.waitUntil(null);`);
      await visit(pageWith(button("shop"), { head: answer }));
      await page.click("#shop");
      await expectSent(standIn, { uuid: "@shop", extra: "second", bot: "auto", event: "plain" });
      await page.waitForWindows(1);
    },
  );

  test(
    "resolved to options that throw as they are read, starts without extra and reports it",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const answer = onBefore(
        `e.detail.waitUntil({ get extra() { throw Error("of the page"); } })`,
      );
      const written = button("shop", `data-kakao-chat-extra="a" data-kakao-chat-event="b"`);
      await visit(pageWith(written, { head: LISTEN + answer }));
      await page.click("#shop");
      await expectSent(standIn, { uuid: "@shop", event: "b" });
      await page.waitForWindows(1);
      const [problem] = await seen(page, "problem");
      expect(problem?.problems).toContainEqual(
        expect.objectContaining({ code: "KC315", field: "extra" }),
      );
    },
  );

  test(
    "leaves a button whose chat did not start as it was before",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const answer = onBefore(
        `e.detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 50)));`,
      );
      // By script, so without a gesture: the browser refuses the window.
      const act = `<script>
        addEventListener("kakao-chat:blocked", (e) => e.preventDefault());
        addEventListener("load", () => setTimeout(() => document.querySelector("#shop").click()));
      </script>`;
      await visit(pageWith(button("shop") + act, { head: LISTEN + answer }));
      const countBlocked = async () => (await seen(page, "blocked")).length;
      await expect.poll(countBlocked).toBe(1);
      await page.evaluate(() => document.querySelector<HTMLElement>("#shop")?.click());
      await expect.poll(countBlocked).toBe(2);
      await expectNothing(page, standIn);
    },
  );

  test(
    "resolved to nothing sends what was written; to anything but options, no extra, and reports it",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const nothing = { nothing: "undefined", nil: "null" };
      const useless = {
        number: "7",
        text: `"b"`,
        list: `["b"]`,
        response: "new Response()",
        function: "() => {}",
        instance: `new (class { get extra() { return "b"; } })()`,
        nested: `({ data: { extra: "b" } })`,
        refused: `({ error: "401" })`,
      };
      const values = { ...nothing, ...useless };
      const answer = onBefore(`e.detail.waitUntil(Promise.resolve(eval(e.target.dataset.value)))`);
      const buttons = Object.entries(values).map(([id, value]) =>
        button(id, `data-value='${value}' data-kakao-chat-extra="a"`),
      );
      await visit(pageWith(buttons.join(""), { head: LISTEN + answer }));
      for (const [index, id] of Object.keys(values).entries()) {
        await page.click(`#${id}`);
        await standIn.arrived(index + 1);
      }
      expect((await standIn.settled()).map(({ fields }) => Object.fromEntries(fields))).toEqual([
        ...Object.keys(nothing).map((id) => ({ uuid: `@${id}`, extra: "a" })),
        ...Object.keys(useless).map((id) => ({ uuid: `@${id}` })),
      ]);
      expect((await seen(page, "problem")).map(({ on, problems }) => [on, problems])).toEqual(
        Object.keys(useless).map((id) => [
          id,
          [expect.objectContaining({ code: "KC315", field: "extra", level: "warning" })],
        ]),
      );
    },
  );

  for (const method of ["get", "post"]) {
    test(
      `sends nothing by ${method} into a window that the visitor has closed, and the next click works`,
      allEnginesIf(method === "get"),
      async ({ page, standIn, visit }) => {
        const answer = onBefore(
          `e.detail.waitUntil(new Promise((resolve) => { settle = resolve; }))`,
        );
        await visit(
          pageWith(button("shop", `data-kakao-chat-method="${method}"`), { head: LISTEN + answer }),
        );
        await page.click("#shop");
        const [popup] = await page.waitForWindows(1);
        await popup?.close();
        await page.waitForWindows(0);
        // Chromium tells the opener a moment later that the window is closed.
        await standIn.settled();
        await page.evaluate(() => Reflect.get(window, "settle")({ extra: "first" }));
        await expectNothing(page, standIn);
        expect(await seen(page, "open")).toEqual([]);

        await page.click("#shop");
        await page.waitForWindows(1);
        await page.evaluate(() => Reflect.get(window, "settle")({ extra: "second" }));
        await expectSent(standIn, { uuid: "@shop", extra: "second" });
      },
    );
  }

  test("with an invalid result closes the window and reports it", async ({
    page,
    standIn,
    visit,
  }) => {
    const answer = onBefore(`e.detail.waitUntil(
      new Promise((resolve) => setTimeout(() => resolve({ uuid: "@_public" }), 200)))`);
    await visit(pageWith(button("shop"), { head: LISTEN + answer }));
    await page.click("#shop");
    await expect.poll(() => seen(page, "problem")).toHaveLength(1);
    await page.waitForWindows(0);
    await expectNothing(page, standIn);
    expect(await seen(page, "problem")).toMatchObject([
      { on: "shop", problems: [{ code: "KC106", level: "error" }] },
    ]);
    expect(await seen(page, "open")).toEqual([]);
  });

  test(
    "opens one window for a double click while it waits",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const answer = onBefore(
        `e.detail.waitUntil(new Promise((resolve) => { settle = resolve; }))`,
      );
      await visit(pageWith(button("shop"), { head: LISTEN + answer }));
      await page.click("#shop", { count: 2 });
      await page.click("#shop");
      await page.evaluate(() => Reflect.get(window, "settle")({ extra: "late" }));
      await expectSent(standIn, { uuid: "@shop", extra: "late" });
      await page.waitForWindows(1);
      expect(await seen(page, "before")).toHaveLength(1);
    },
  );

  test(
    "in the same window leaves the shop until the promise settles",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const answer = onBefore(
        `e.detail.waitUntil(new Promise((resolve) => { settle = resolve; }))`,
      );
      const html = button("shop", `data-kakao-chat-target="self"`);
      await visit(pageWith(html, { head: answer }));
      await page.click("#shop");
      await expectNothing(page, standIn);
      expect((await page.state()).title).toBe("shop");
      await page.evaluate(() => Reflect.get(window, "settle")({ extra: "late" }));
      await page.waitForUrl(KAKAO);
      await expectSent(standIn, { uuid: "@shop", extra: "late" });
    },
  );

  test(
    "of an event that is prevented opens nothing",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const answer = onBefore(`e.detail.waitUntil(Promise.resolve()); e.preventDefault()`);
      await visit(pageWith(button("shop"), { head: answer }));
      await page.click("#shop");
      await expectNothing(page, standIn);
    },
  );

  test(
    "after the event throws, and nothing is waited for",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const answer = onBefore(`setTimeout(() => {
      try {
        e.detail.waitUntil(Promise.resolve({ extra: "b" }));
      } catch (error) {
        thrown = error.name;
      }
    })`);
      await visit(pageWith(button("shop"), { head: answer }));
      await page.click("#shop");
      await expectSent(standIn, { uuid: "@shop" });
      await page.waitForWindows(1);
      expect(await page.evaluate(() => Reflect.get(window, "thrown"))).toBe("InvalidStateError");
    },
  );
});

test.describe("options of handlers and answers", () => {
  const PHONE = "010-1234-5678";
  const CASES: [name: string, before: string, attributes: string, sent: Record<string, string>][] =
    [
      [
        "put in place of ours, without a word on privacy",
        `e.detail.options = { uuid: "@shop", extra: "${PHONE}" };`,
        "",
        {},
      ],
      [
        "with a privacy that is null",
        `e.detail.waitUntil({ extra: "${PHONE}", privacy: null });`,
        `data-kakao-chat-privacy="mask"`,
        {},
      ],
      [
        "with nulls, as servers write them",
        `e.detail.waitUntil({ uuid: null, bot: null, event: null, extra: "ticket=8f3a" });`,
        `data-kakao-chat-bot="true" data-kakao-chat-event="start"`,
        { extra: "ticket=8f3a", bot: "true", event: "start" },
      ],
      [
        "with an id that is empty",
        `Object.assign(e.detail.options, { uuid: "", extra: "a" });`,
        "",
        { extra: "a" },
      ],
      [
        "changed by the promise that is waited for",
        `e.detail.waitUntil(Promise.resolve("sealed").then((x) => { e.detail.options.extra = x; }));`,
        `data-kakao-chat-extra="clear"`,
        { extra: "sealed" },
      ],
      [
        "replaced by an async function that is waited for",
        `e.detail.waitUntil((async () => {
        await 1;
        e.detail.options = { ...e.detail.options, extra: "later", bot: "false" };
      })());`,
        `data-kakao-chat-extra="clear"`,
        { extra: "later", bot: "false" },
      ],
      [
        "without an extra, which is not sent as it was written then",
        `e.detail.waitUntil({ extra: null });`,
        `data-kakao-chat-extra="clear"`,
        {},
      ],
    ];
  for (const [name, before, attributes, sent] of CASES) {
    test(name, ONE_ENGINE, async ({ page, standIn, visit }) => {
      const head = `<script>KakaoChatDefaults = { privacy: "omit" };</script>${onBefore(before)}`;
      await visit(pageWith(button("shop", attributes), { head }));
      await page.click("#shop");
      await expectSent(standIn, { uuid: "@shop", ...sent });
    });
  }

  test(
    "are waited for where the page has a Promise of its own",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const head = `<script>NativePromise = Promise; Promise = {};</script>${onBefore(
        `e.detail.waitUntil(NativePromise.resolve({ extra: "a" }));`,
      )}`;
      await visit(pageWith(button("shop"), { head }));
      await page.click("#shop");
      await expectSent(standIn, { uuid: "@shop" });
    },
  );
});

test.describe("KakaoChat.open", () => {
  test(
    "takes what is within a button, and lists such as jQuery's, for the button",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const calls = {
        icon: `document.querySelector("#one i")`,
        jquery: `{ 0: document.querySelector("#two"), length: 1 }`,
        list: `document.querySelectorAll("#three")`,
      };
      await visit(
        pageWith(
          `${button("one").replace("상담하기", "<i></i>")}${button("two")}${button("three")}
          ${Object.entries(calls)
            .map(([id, source]) => caller(`KakaoChat.open(${source})`, id))
            .join("")}`,
          { head: `<script>KakaoChatDefaults = { uuid: "@page" };</script>` },
        ),
      );
      for (const [index, id] of Object.keys(calls).entries()) {
        await page.click(`#${id}`);
        await standIn.arrived(index + 1);
      }
      await expectSentFrom(standIn, ["one", "two", "three"]);
    },
  );

  for (const [what, source] of [
    ["a text", `"@other"`],
    ["a promise", `Promise.resolve({ uuid: "@other" })`],
    ["form data", "new FormData()"],
  ]) {
    test(
      `of ${what} opens the page's own chat, and says so`,
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        const head = `<script>KakaoChatDefaults = { uuid: "@page" };</script>${LISTEN}`;
        await visit(pageWith(caller(`KakaoChat.open(${source})`), { head }));
        await page.click("#call");
        await expectSent(standIn, { uuid: "@page" });
        expect((await seen(page, "problem")).map(({ problems }) => problems)).toEqual([
          [expect.objectContaining({ code: "KC315", level: "warning" })],
        ]);
      },
    );
  }

  test(
    "on a page whose defaults are a text says so, as each button does",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const head = `<script>KakaoChatDefaults = '{"privacy":"omit"}';</script>${LISTEN}`;
      await visit(pageWith(button("shop") + caller(`KakaoChat.open({ uuid: "@call" })`), { head }));
      await page.click("#call");
      await standIn.arrived(1);
      await page.click("#shop");
      await standIn.arrived(2);
      expect((await seen(page, "problem")).map(({ problems }) => problems)).toEqual(
        Array(2).fill([expect.objectContaining({ code: "KC315", field: "KakaoChatDefaults" })]),
      );
    },
  );

  test(
    "starts a chat from a click of the page's own and says so",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(pageWith(caller(`KakaoChat.open({ uuid: "@call", extra: 7, bot: true })`)));
      await page.click("#call");
      await expectSent(standIn, { uuid: "@call", extra: "7", bot: "true" });
      expect(await result(page)).toBe("opened");
      await page.waitForWindows(1);
    },
  );

  test(
    "does for an element what a click on it would",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `${button("shop", `data-kakao-chat-extra="a"`)}
          ${caller(`KakaoChat.open(document.querySelector("#shop"))`)}`,
          { head: LISTEN },
        ),
      );
      await page.click("#call");
      await expectSent(standIn, { uuid: "@shop", extra: "a" });
      expect((await seen(page)).map(({ name, on }) => [name, on])).toEqual([
        ["before", "shop"],
        ["open", "shop"],
      ]);
    },
  );

  test("returns what came of it", ONE_ENGINE, async ({ page, standIn, visit }) => {
    const reuse = `KakaoChat.open({ uuid: "@reuse", reuse: true })`;
    await visit(
      pageWith(
        `${button("shop")}${button("wait")}
          ${caller(`KakaoChat.open({ uuid: "@_x" })`, "invalid")}
          ${caller(`KakaoChat.open({ uuid: "@no" })`, "cancelled")}
          ${caller(`KakaoChat.open(document.querySelector("#wait"))`, "pending")}
          ${caller(reuse, "opened")}
          ${caller(reuse, "focused")}`,
        {
          head: onBefore(`
              if (e.detail.options.uuid === "@no") e.preventDefault();
              if (e.detail.options.uuid === "@wait")
                e.detail.waitUntil(new Promise((resolve) => { answer = resolve; }));`),
        },
      ),
    );
    for (const id of ["invalid", "cancelled", "opened"]) {
      await page.click(`#${id}`);
      expect(await result(page)).toBe(id);
    }
    await standIn.arrived(1);
    // A second call within a second is a double click.
    await wait(LATER);
    await page.click("#focused");
    expect(await result(page)).toBe("focused");
    await expectSentFrom(standIn, ["reuse"]);
    await page.click("#pending");
    expect(await result(page)).toBe("pending");
    await page.evaluate(() => Reflect.get(window, "answer")());
    await expectSentFrom(standIn, ["reuse", "wait"]);
  });
});

test.describe("KakaoChat.explain", () => {
  test(
    "says what a click then sends, and does nothing",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `${button("get", `data-kakao-chat-extra="상담 &amp; 😀&#10;+" data-kakao-chat-event="시작" data-kakao-chat-bot="AUTO"`)}
          ${button("long", `data-kakao-chat-extra="${"가&#10;".repeat(400)}"`)}
          ${button("open", `data-kakao-chat-endpoint="open" data-kakao-chat-extra="a/b?c#d"`)}
          ${button("openpost", `data-kakao-chat-endpoint="open" data-kakao-chat-method="post" data-kakao-chat-target="tab"`)}
          <a id="link" data-kakao-chat href="${OPEN}/@link?extra=%ED%95%9C+%2B">상담</a>`,
          { head: `${LISTEN}<script>KakaoChatDefaults = { bot: "true" }</script>` },
        ),
      );
      const ids = ["get", "long", "open", "openpost", "link"];
      const plans = await page.evaluate(
        (ids) =>
          ids.map((id) => window.KakaoChat.explain(document.querySelector(`#${id}`) as Element)),
        ids,
      );
      await expectNothing(page, standIn);
      expect(await seen(page)).toEqual([]);
      for (const [index, id] of ids.entries()) {
        await page.click(`#${id}`);
        await standIn.arrived(index + 1);
      }
      const received = await standIn.settled();
      for (const [index, plan] of plans.entries()) {
        expect(plan.request, ids[index]).toEqual({
          method: received[index]?.method,
          url: `https://bizmessage.kakao.com${received[index]?.url}`,
          fields: Object.fromEntries(received[index]?.fields ?? []),
        });
      }
      const opened = await seen(page, "open");
      expect(plans.map(({ target }) => target)).toEqual(opened.map(({ target }) => target));
      expect(plans.flatMap(({ problems }) => problems)).toEqual(
        (await seen(page, "problem")).flatMap(({ problems }) => problems),
      );
    },
  );

  test("says of a bad button why nothing would open", ONE_ENGINE, async ({ page, visit }) => {
    await visit(pageWith(`<button data-kakao-chat="@_x">상담</button>`));
    const plan = await page.evaluate(() =>
      window.KakaoChat.explain(document.querySelector("button") as Element),
    );
    expect(plan).toMatchObject({
      options: { uuid: "", method: "auto" },
      problems: [{ code: "KC106", field: "uuid", level: "error" }],
      target: "popup",
      request: null,
    });
  });
});

test.describe("calls with bad arguments", () => {
  /** As a page's script would write them. */
  const BAD = {
    nothing: "undefined",
    null: "null",
    number: "42",
    NaN: "NaN",
    text: `"@text"`,
    symbol: "Symbol('x')",
    function: "() => {}",
    array: "[1, [2], null]",
    empty: "{}",
    "without a prototype": "Object.create(null)",
    "an element that is no button": "document.body",
    "the document": "document",
    "the window": "window",
    "a text node": "document.createTextNode('x')",
    event: "new Event('click')",
    "values of no use":
      "{ uuid: {}, extra: [], bot: 1n, event: Symbol('x'), width: NaN, via: () => {} }",
    "values without a prototype": "{ uuid: Object.create(null), extra: Object.create(null) }",
    "names of Object.prototype": "{ constructor: 1, toString: 2, __proto__: { uuid: '@evil' } }",
  };
  /** Objects of which every look may fail. */
  const THROWING = {
    getter: "{ get uuid() { throw new Error('on purpose') } }",
    text: "{ uuid: { toString() { throw new Error('on purpose') } } }",
    message: "{ uuid: { get message() { throw new Error('on purpose') } } }",
    "message of no text": "{ uuid: { message: Object.create(null) } }",
  };

  for (const [kind, bad] of Object.entries({
    "whatever they are": BAD,
    "where they throw": THROWING,
  })) {
    test(`never throw, and open nothing: ${kind}`, ONE_ENGINE, async ({ page, standIn, visit }) => {
      const calls = Object.entries(bad).map(
        ([name, given]) => `"${name}": (() => {
          const given = ${given};
          try {
            return [KakaoChat.explain(given).request, KakaoChat.open(given)];
          } catch (error) {
            return String(error);
          }
        })()`,
      );
      await visit(pageWith(caller(`({ ${calls.join()} })`)));
      await page.click("#call");
      await expectNothing(page, standIn);
      expect(await result(page)).toEqual(
        Object.fromEntries(Object.keys(bad).map((name) => [name, [null, "invalid"]])),
      );
    });
  }

  test("take frozen objects as they are", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith(caller(`KakaoChat.open(Object.freeze({ uuid: "@call", extra: "a" }))`), {
        head: `<script>
            KakaoChatDefaults = Object.freeze({ bot: "true" });
            addEventListener("kakao-chat:before", (e) => {
              e.detail.options.extra = "b";
              e.detail.waitUntil(Object.freeze({ event: "시작" }));
            });
          </script>`,
      }),
    );
    await page.click("#call");
    await expectSent(standIn, { uuid: "@call", extra: "b", bot: "true", event: "시작" });
  });
});

test.describe("KakaoChat.stop and start", () => {
  test(
    "leave the page to itself, and serve it again",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `${button("native")}<div id="div" data-kakao-chat="@div">상담</div>
          <a id="link" href="#contact" target="_self" data-kakao-chat="@link">상담</a>`,
          { head: LISTEN },
        ),
      );
      await page.evaluate(() => {
        window.KakaoChat.stop();
        window.KakaoChat.stop();
      });
      await page.click("#native");
      await page.click("#div");
      await page.focus("#div");
      await page.press("Enter");
      await page.click("#link");
      await page.waitForUrl(/#contact$/);
      await expectNothing(page, standIn);
      expect(await seen(page)).toEqual([]);

      await page.evaluate(() => {
        window.KakaoChat.start();
        window.KakaoChat.start();
      });
      await expectEveryKindSends(page, standIn);
    },
  );

  test("leave calls possible while stopped", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(pageWith(caller(`(KakaoChat.stop(), KakaoChat.open({ uuid: "@call" }))`)));
    await page.click("#call");
    await expectSent(standIn, { uuid: "@call" });
    expect(await result(page)).toBe("opened");
  });
});

test(
  "the global has open, explain, start, stop and version, and no more",
  ONE_ENGINE,
  async ({ page, visit }) => {
    const html = pageWith("").replace(
      "<head>",
      "<head><script>before = Object.keys(window)</script>",
    );
    await visit(html);
    const [names, kinds] = await page.evaluate(() => {
      const before = Reflect.get(window, "before") as string[];
      return [
        Object.keys(window).filter((name) => !before.includes(name) && name !== "before"),
        Object.entries(window.KakaoChat).map(([name, value]) => [name, typeof value]),
      ];
    });
    expect(names).toEqual(["KakaoChat"]);
    expect(new Map(kinds as [string, string][])).toEqual(
      new Map([
        ["open", "function"],
        ["explain", "function"],
        ["start", "function"],
        ["stop", "function"],
        ["version", "string"],
      ]),
    );
  },
);
