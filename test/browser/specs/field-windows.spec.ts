/** Windows in each other's way: double clicks, shared windows, waits, refused forms, frames, a page's own `open`. */

import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "../harness/engine";
import {
  allEnginesIf,
  button,
  expect,
  expectSent,
  expectSentFrom,
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

// Many clicks in one page: a start of a browser takes longer than most of them.
test.describe.configure({ timeout: 90_000 });

const REUSE = `data-kakao-chat-reuse="true"`;
const POST = `data-kakao-chat-method="post"`;

/** Each click waits until {@link settle}, by its button's id: the event of a button that is gone comes from the document. */
const WAITS = `<script>
  waits = {};
  addEventListener("kakao-chat:before", ({ target, detail }) => {
    if (target.dataset && target.dataset.waits === "no") return;
    const id = detail.options.uuid.slice(1);
    detail.waitUntil(new Promise((resolve) => {
      (waits[id] = waits[id] || []).push(resolve);
    }));
  });
</script>`;

/** Settles all waits of these buttons in one task. */
function settle(page: Page, results: Record<string, object | null>): Promise<void> {
  return page.evaluate((results) => {
    const waits = Reflect.get(window, "waits") as Record<string, ((result: unknown) => void)[]>;
    for (const [id, result] of Object.entries(results)) {
      for (const resolve of waits[id] ?? []) resolve(result);
    }
  }, results);
}

/** How many clicks of the button have come as far as `kakao-chat:before`. */
async function countWaits(page: Page, id: string): Promise<number> {
  return page.evaluate((id) => Reflect.get(window, "waits")[id]?.length ?? 0, id);
}

/** The visitor's draft: gone if the window loads anything. */
function type(chat: Page): Promise<boolean> {
  return chat.evaluate(() => Reflect.set(window, "draft", true));
}
function hasDraft(chat: Page): Promise<boolean> {
  return chat.evaluate(() => Reflect.has(window, "draft"));
}

async function expectAllAtKakao(page: Page, count: number): Promise<Page[]> {
  const chats = await page.waitForWindows(count);
  for (const chat of chats) await chat.waitForUrl(KAKAO);
  return chats;
}

for (const waits of [false, true]) {
  const kind = waits ? ", with waitUntil" : "";
  const head = waits ? LISTEN + WAITS : LISTEN;

  test(
    `two quick clicks on a button that the click replaces are one${kind}`,
    allEnginesIf(!waits),
    async ({ page, standIn, visit }) => {
      const replace = `<script>
      box.onclick = () => { box.innerHTML = box.innerHTML; };
    </script>`;
      await visit(pageWith(`<div id="box">${button("shop")}</div>${replace}`, { head }));
      await page.click("#shop", { count: 2, gap: 60 });
      if (waits) await settle(page, { shop: null });
      await expectSent(standIn, { uuid: "@shop" });
      await expectAllAtKakao(page, 1);
    },
  );

  test(
    `buttons A, B, A within a second are A and B once each${kind}`,
    allEnginesIf(waits),
    async ({ page, standIn, visit }) => {
      // One lies over the other, and each click lets the other one come to the top.
      const swap = `<script>
        times = [];
        addEventListener("click", (e) => times.push(e.timeStamp), true);
      </script>
      <style>#box { position: relative; height: 40px } #box button { position: absolute; left: 0; width: 120px; height: 40px }</style>
      <script>
        a.style.zIndex = 1;
        box.onclick = (e) => { a.style.zIndex = e.target.id === "a" ? 0 : 1; b.style.zIndex = 1 - a.style.zIndex; };
      </script>`;
      await visit(pageWith(`<div id="box">${button("a")}${button("b")}</div>${swap}`, { head }));
      await page.click("#a", { count: 3, gap: 60 });
      if (waits) await page.waitForWindows(2);
      if (waits) {
        // WebKitGTK may die where both go on at once: docs/browser-facts.md#7-measured-since
        await settle(page, { a: null });
        await standIn.arrived(1);
        await settle(page, { b: null });
      }
      const requests = await standIn.settled(2);
      const sent = requests.map(({ fields }) => fields.at(0)?.[1]).sort();
      // A window may take half a second to open: then the third click may be a new one.
      const [first = 0, , third = 0] = await page.evaluate(
        () => Reflect.get(window, "times") as number[],
      );
      const mayBeNew = !waits && third - first >= 1000;
      expect(mayBeNew ? [...new Set(sent)] : sent).toEqual(["@a", "@b"]);
      await expectAllAtKakao(page, sent.length);
    },
  );

  test(
    `a button whose extra each click changes sends once for two quick ones${kind}`,
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const change = `onclick="this.dataset.kakaoChatExtra = (this.dataset.kakaoChatExtra | 0) + 1"`;
      await visit(pageWith(button("shop", change), { head }));
      await page.click("#shop", { count: 2, gap: 60 });
      if (waits) await settle(page, { shop: null });
      const { fields } = await standIn.only();
      expect(fields.map(([name]) => name)).toEqual(["uuid", "extra"]);
      await expectAllAtKakao(page, 1);
    },
  );
}

test.describe("one window for all buttons", () => {
  test("is found again by its request after the shop's page has changed, and loads nothing", async ({
    page,
    shop,
    standIn,
    visit,
  }) => {
    const html = pageWith(
      button("shop", `${REUSE} data-kakao-chat-extra="order=1"`) + button("other", REUSE),
      { head: LISTEN },
    );
    await visit(html);
    await page.click("#shop");
    const chat = await findChat(page);
    await type(chat);
    await wait(LATER);
    await page.goto(shop.page("/next", html));
    await page.click("#shop");
    await expect.poll(() => seen(page, "open")).toHaveLength(1);
    expect((await seen(page, "open"))[0]).toMatchObject({ focused: true });
    expect(await standIn.settled(1)).toHaveLength(1);
    expect(await page.windows()).toHaveLength(1);
    expect(await hasDraft(chat)).toBe(true);
    // On a page that has not found it yet, a different request opens a window of its own.
    await page.goto(shop.page("/third", html));
    await page.click("#other");
    await expectAllAtKakao(page, 2);
    await expectSentFrom(standIn, ["shop", "other"]);
    expect(await hasDraft(chat)).toBe(true);
  });

  test(
    "is opened anew where the visitor has closed it before the page changed",
    ONE_ENGINE,
    async ({ page, shop, standIn, visit }) => {
      await visit(pageWith(button("shop", REUSE)));
      await page.click("#shop");
      const chat = await findChat(page);
      await chat.close();
      await page.waitForWindows(0);
      await wait(LATER);
      await page.goto(shop.page("/next", pageWith(button("shop", REUSE))));
      await page.click("#shop");
      await expectAllAtKakao(page, 1);
      await expectSentFrom(standIn, ["shop", "shop"]);
    },
  );

  for (const method of ["get", "post"]) {
    test(
      `of two waits shows the chat of the last click, by ${method}`,
      allEnginesIf(method === "post"),
      async ({ page, standIn, visit }) => {
        const said = `${REUSE} data-kakao-chat-method="${method}"`;
        await visit(pageWith(button("a", said) + button("b", said), { head: WAITS }));
        await page.click("#a");
        await page.waitForWindows(1);
        await page.click("#b");
        await settle(page, { b: null });
        await standIn.arrived(1);
        await settle(page, { a: null });
        await expectSentFrom(standIn, ["b"]);
        const [chat] = await expectAllAtKakao(page, 1);
        if (chat) await type(chat);
        expect(await standIn.settled(1)).toHaveLength(1);
        expect(chat && (await hasDraft(chat))).toBe(true);
      },
    );
  }

  test(
    "keeps its chat where a wait has an invalid result",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const first = button("first", `${REUSE} data-waits="no"`);
      await visit(pageWith(first + button("second", REUSE), { head: LISTEN + WAITS }));
      await page.click("#first");
      const chat = await findChat(page);
      await type(chat);
      await page.click("#second");
      await expect.poll(() => countWaits(page, "second")).toBe(1);
      expect(await hasDraft(chat)).toBe(true);
      await settle(page, { second: { uuid: "https://pf.kakao.com/_abcd" } });
      await expect.poll(() => seen(page, "problem")).toHaveLength(1);
      await expectSentFrom(standIn, ["first"]);
      expect(await page.windows()).toHaveLength(1);
      expect(await hasDraft(chat)).toBe(true);
    },
  );

  for (const reuse of ["true", "false"]) {
    test(
      `or of its own does not stay waiting where the result is for the same window, reuse="${reuse}"`,
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        await visit(pageWith(button("shop", `data-kakao-chat-reuse="${reuse}"`), { head: WAITS }));
        await page.click("#shop");
        await page.waitForWindows(1);
        await settle(page, { shop: { target: "self" } });
        await page.waitForUrl(KAKAO);
        await expectSentFrom(standIn, ["shop"]);
        await page.waitForWindows(0);
      },
    );
  }

  test(
    "at the shop's own origin keeps its text while another click waits",
    ONE_ENGINE,
    async ({ page, shop, standIn, visit }) => {
      const back = shop.page("/back", "<!doctype html><title>back</title><p>thanks</p>");
      standIn.respond = ({ fields }) =>
        fields[0]?.[1] === "@first" ? { status: 302, headers: { location: back } } : undefined;
      const first = button("first", `${REUSE} data-waits="no"`);
      await visit(pageWith(first + button("second", REUSE), { head: LISTEN + WAITS }));
      await page.click("#first");
      const [chat] = await page.waitForWindows(1);
      await chat?.waitForUrl(/\/back$/);
      await page.click("#second");
      await expect.poll(() => countWaits(page, "second")).toBe(1);
      expect((await chat?.state())?.text).toBe("thanks");
      await settle(page, { second: null });
      await expectSentFrom(standIn, ["first", "second"]);
      await expectAllAtKakao(page, 1);
    },
  );

  test("is no frame that happens to have its name", async ({ page, shop, standIn, visit }) => {
    const frame = (name: string) => `<iframe name="${name}" width="200" height="80"></iframe>`;
    await visit(pageWith(frame("kakao-chat") + button("shop", REUSE)));
    await page.click("#shop");
    const chat = await findChat(page);
    const { name } = await chat.state();
    expect(name).not.toBe("");
    await chat.close();
    await page.waitForWindows(0);
    await wait(LATER);
    await page.goto(shop.page("/next", pageWith(frame(name) + button("shop", REUSE))));
    await page.click("#shop");
    await expectAllAtKakao(page, 1);
    await expectSentFrom(standIn, ["shop", "shop"]);
    const framed = await (await page.frame("iframe")).evaluate(() => location.href);
    expect(framed).toBe("about:blank");
  });
});

test.describe("a wait", () => {
  test("whose window was closed leaves the button free: one window, one request", async ({
    page,
    standIn,
    visit,
  }) => {
    await visit(pageWith(button("shop"), { head: LISTEN + WAITS }));
    await page.click("#shop");
    const [first] = await page.waitForWindows(1);
    await first?.close();
    await page.waitForWindows(0);
    await wait(LATER);
    await page.click("#shop");
    await page.waitForWindows(1);
    await page.click("#shop");
    await settle(page, { shop: { extra: "late" } });
    await expectSent(standIn, { uuid: "@shop", extra: "late" });
    await expectAllAtKakao(page, 1);
    expect(await seen(page, "open")).toHaveLength(1);
  });

  for (const method of ["get", "post"]) {
    test(
      `ends by GET, without the extra, where the shop's page goes away: ${method}`,
      allEnginesIf(method === "get"),
      async ({ page, shop, standIn, visit }) => {
        const said = `data-kakao-chat-method="${method}" data-kakao-chat-extra="order=1" data-kakao-chat-bot="true"`;
        await visit(pageWith(button("shop", said), { head: WAITS }));
        await page.click("#shop");
        await page.waitForWindows(1);
        await page.goto(shop.page("/next", "<!doctype html><title>next</title>"));
        await expectAllAtKakao(page, 1);
        const request = await standIn.only();
        expect([request.method, request.fields]).toEqual([
          "GET",
          [
            ["uuid", "@shop"],
            ["bot", "true"],
          ],
        ]);
        expect(await page.url()).toBe(shop.url("/next"));
      },
    );
  }
});

test.describe("POSTs that form-action refuses", () => {
  test("in one task each end at their own chat", async ({ page, shop, standIn }) => {
    // Both clicks have to be over within the 5 s of a wait.
    const ids = ["a", "b"];
    const html = pageWith(ids.map((id) => button(id, POST)).join(""), { head: LISTEN + WAITS });
    const policy = { "content-security-policy": "form-action 'self'" };
    await page.goto(shop.page("/", { html, headers: policy }));
    for (const [index, id] of ids.entries()) {
      await page.click(`#${id}`);
      await page.waitForWindows(index + 1);
    }
    await settle(page, Object.fromEntries(ids.map((id) => [id, { extra: id }])));
    const chats = await expectAllAtKakao(page, ids.length);
    const requests = await standIn.settled(ids.length);
    expect(requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
    const queries = await Promise.all(chats.map(async (chat) => new URL(await chat.url()).search));
    expect(queries.sort()).toEqual(ids.map((id) => `?uuid=%40${id}&extra=${id}`));
    expect(await page.url()).toBe(shop.url("/"));
  });

  test("by a slow redirect end at their own chat, whatever was sent meanwhile", async ({
    engine,
    network,
    page,
    shop,
    standIn,
  }) => {
    const landing = network.site("talk.test").page("/room", "<!doctype html><title>room</title>");
    standIn.respond = ({ method, fields }) =>
      method === "POST" && fields[0]?.[1] === "@slow"
        ? { status: 302, headers: { location: landing }, delay: 1500 }
        : undefined;
    // With an opener, so that the page could still lead it elsewhere.
    const other = button("other", `${POST} data-kakao-chat-reuse="true"`);
    const html = pageWith(button("slow", POST) + other, { head: LISTEN });
    const policy = { "content-security-policy": "form-action https://bizmessage.kakao.com" };
    await page.goto(shop.page("/", { html, headers: policy }));
    await page.click("#slow");
    await standIn.arrived(1);
    await page.click("#other");
    // Chromium alone checks where the form is redirected to, after the endpoint has had it.
    const ends = engine.name === "chromium" ? `${WRITE}?uuid=%40slow` : landing;
    // Which of the two the browser names first depends on the answers, not on the clicks.
    const windows = await page.waitForWindows(2);
    await expect
      .poll(async () => (await Promise.all(windows.map((window) => window.url()))).sort())
      .toEqual([WRITE, ends].sort());
    const sent = (await standIn.settled()).map(
      ({ method, fields }) => `${method} ${fields[0]?.[1]}`,
    );
    const again = engine.name === "chromium" ? ["GET @slow"] : [];
    expect(sent.sort()).toEqual([...again, "POST @other", "POST @slow"]);
  });

  test("are none of ours if the form was the page's own", async ({ page, shop, standIn }) => {
    // Until it answers, the popup is blank, and its form could still be refused.
    standIn.respond = () => ({ delay: 1500 });
    const own = `<form id="own" method="post" action="https://survey.test/"></form>`;
    const html = pageWith(button("shop", POST) + own, { head: LISTEN });
    const policy = { "content-security-policy": "form-action https://bizmessage.kakao.com" };
    await page.goto(shop.page("/", { html, headers: policy }));
    await page.click("#shop");
    await standIn.arrived(1);
    const refused = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          addEventListener("securitypolicyviolation", ({ blockedURI }) => resolve(blockedURI));
          const form = document.querySelector<HTMLFormElement>("#own");
          try {
            form?.submit();
          } catch {
            // Firefox throws, and fires the event too.
          }
        }),
    );
    expect(refused).toContain("https://survey.test");
    await findChat(page);
    expect((await standIn.only()).method).toBe("POST");
  });

  test(
    "with an event too long for an address go without extra and event",
    ONE_ENGINE,
    async ({ page, shop, standIn }) => {
      const said = `${POST} data-kakao-chat-bot="true" data-kakao-chat-extra="order=1" data-kakao-chat-event="${"가".repeat(1000)}"`;
      const policy = { "content-security-policy": "form-action 'self'" };
      const html = pageWith(button("shop", said), { head: LISTEN });
      await page.goto(shop.page("/", { html, headers: policy }));
      await page.click("#shop");
      await findChat(page);
      const request = await standIn.only();
      expect(request.url.length).toBeLessThanOrEqual(7000);
      expect([request.method, request.fields]).toEqual([
        "GET",
        [
          ["uuid", "@shop"],
          ["bot", "true"],
        ],
      ]);
      const codes = (await seen(page, "problem")).flatMap(({ problems }) =>
        (problems as { code: string }[]).map(({ code }) => code),
      );
      expect(codes).toContain("KC316");
    },
  );

  test.describe("on a phone", () => {
    test.use({ profile: { device: "Pixel 9" } });

    test("go by GET, in a new tab while the browser still allows one", async ({
      engine,
      page,
      shop,
      standIn,
    }) => {
      const html = pageWith(button("shop", `${POST} data-kakao-chat-extra="1"`), { head: LISTEN });
      const policy = { "content-security-policy": "form-action 'self'" };
      await page.goto(shop.page("/", { html, headers: policy }));
      await (engine.name === "chromium" ? page.tap("#shop") : page.click("#shop"));
      // The refused form has used up Chromium's gesture, and WebKit's ends with the click: then the page's own
      // window is what is left.
      const opensTab = engine.name === "firefox";
      if (opensTab) await expectAllAtKakao(page, 1);
      else await page.waitForUrl(KAKAO);
      const request = await standIn.only();
      expect([request.method, request.fields.at(-1)]).toEqual(["GET", ["extra", "1"]]);
      if (opensTab) expect(await page.url()).toBe(shop.url("/"));
    });
  });
});

test.describe("a page's own open()", () => {
  const OWN: Record<string, string> = {
    "function open() {}": `function open() {}`,
    "that returns null": `window.open = () => null;`,
    "that returns an object": `window.open = () => ({});`,
    "that returns true": `window.open = function () { return true; };`,
    "that throws": `window.open = () => { throw new Error("the page's own"); };`,
    "that is no function": `window.open = "a menu";`,
    "by let": `let open = false;`,
  };
  for (const [name, script] of Object.entries(OWN)) {
    test(
      `still lets the chat open in a tab, and a warning says why: ${name}`,
      allEnginesIf(name === "that returns null"),
      async ({ page, shop, standIn, visit }) => {
        const head = `${LISTEN}<script>${script}</script>`;
        const body = `<iframe width="50" height="50"></iframe>`;
        await visit(pageWith(body + button("get") + button("post", POST), { head }));
        await page.click("#get");
        await expectAllAtKakao(page, 1);
        await page.click("#post");
        await expectAllAtKakao(page, 2);
        await expectSentFrom(standIn, ["get", "post"]);
        expect(standIn.requests.map(({ method }) => method)).toEqual(["GET", "POST"]);
        expect(await page.url()).toBe(shop.url("/"));
        // `let open` hides nothing: the browser's own is still the window's.
        if (name === "by let") return;
        const problems = (await seen(page, "problem")).map(({ on, problems }) => [on, problems]);
        const warning = expect.objectContaining({
          code: expect.stringMatching(/^KC5/),
          level: "warning",
        });
        expect(problems).toEqual([
          ["get", [warning]],
          ["post", [warning]],
        ]);
        expect((await page.console()).map(({ level }) => level)).toEqual(["warn", "warn"]);
        expect(await seen(page, "blocked")).toEqual([]);
      },
    );
  }

  test(
    "that hands the window on is used, without a warning",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const head = `${LISTEN}<script>
      opened = 0;
      const real = window.open;
      window.open = (...args) => { opened++; return real.apply(window, args); };
    </script>`;
      await visit(pageWith(button("get") + button("post", POST), { head }));
      await page.click("#get");
      await expectAllAtKakao(page, 1);
      await page.click("#post");
      await expectAllAtKakao(page, 2);
      await expectSentFrom(standIn, ["get", "post"]);
      expect(await page.evaluate(() => Reflect.get(window, "opened"))).toBe(2);
      expect(await seen(page, "problem")).toEqual([]);
    },
  );

  // A script that looks after its windows. WebKit does not tell by the gesture that one has opened.
  const WRAPPED: Record<string, string> = {
    "a proxy whose methods are bound": `new Proxy(view, { get(target, name) {
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    } })`,
    "a wrapper": `{ window: view, get closed() { return view.closed; }, close() { view.close(); } }`,
  };
  for (const [name, wrapped] of Object.entries(WRAPPED)) {
    test(`that returns ${name} of the window is used, without a warning`, async ({
      page,
      shop,
      standIn,
      visit,
    }) => {
      const head = `${LISTEN}<script>{
        const open = window.open;
        window.open = (...args) => { const view = open(...args); return view && ${wrapped}; };
      }
      addEventListener("kakao-chat:before", ({ detail, target }) => {
        if (target.id === "waits") detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 50)));
      });</script>`;
      const ids = ["get", "post", "shared", "waits"];
      const buttons = [
        button("get"),
        button("post", POST),
        button("shared", REUSE),
        button("waits"),
      ];
      await visit(pageWith(buttons.join(""), { head }));
      for (const [index, id] of ids.entries()) {
        await page.click(`#${id}`);
        await expectAllAtKakao(page, index + 1);
      }
      await expectSentFrom(standIn, ids);
      expect(await page.windows()).toHaveLength(ids.length);
      expect(await page.url()).toBe(shop.url("/"));
      expect(await seen(page, "problem")).toEqual([]);
    });
  }

  test("that gives no window for a wait is not asked again: one request, in the same window", async ({
    page,
    standIn,
    visit,
  }) => {
    const head = `<script>{
      const open = window.open;
      window.open = (url, name, features) => open(url, name, (features ? features + "," : "") + "noopener");
    }
    addEventListener("kakao-chat:before", ({ detail }) => {
      detail.waitUntil(new Promise((resolve) => setTimeout(() => resolve({ extra: "late" }), 50)));
    });</script>`;
    await visit(pageWith(button("shop"), { head }));
    await page.click("button");
    await page.waitForUrl(KAKAO);
    await expectSent(standIn, { uuid: "@shop", extra: "late" });
    // The one that was opened for the wait.
    expect(await page.windows()).toHaveLength(1);
  });

  test("that cuts its windows off lets the same window go to the chat, by POST and after a wait", async ({
    engine,
    page,
    shop,
    standIn,
    visit,
  }) => {
    test.skip(engine.name === "webkit", "null is returned there as if it had been refused");
    const head = `${LISTEN}<script>{
      const open = window.open;
      window.open = (url, name, features) => open(url, name, (features ? features + "," : "") + "noopener");
    }
    addEventListener("kakao-chat:before", ({ detail, target }) => {
      if (target.id === "waits") detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 50)));
    });</script>`;
    for (const body of [button("post", POST), button("waits")]) {
      await visit(pageWith(body, { head }));
      await page.click("button");
      await page.waitForUrl(KAKAO);
    }
    await visit(pageWith(button("get"), { head }));
    await page.click("button");
    await expectSentFrom(standIn, ["post", "waits", "get"]);
    expect(await page.url()).toBe(shop.url("/"));
  });

  test("that returns nothing loads the chat into its window after a wait", async ({
    engine,
    page,
    shop,
    standIn,
    visit,
  }) => {
    test.skip(engine.name === "webkit", "nothing tells there that a window is open");
    const head = `<script>{
      const open = window.open;
      window.open = (...args) => void open(...args);
    }
    addEventListener("kakao-chat:before", ({ detail }) => {
      detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 50)));
    });</script>`;
    await visit(pageWith(button("get") + button("post", POST), { head }));
    for (const [index, id] of ["get", "post"].entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    await expectSentFrom(standIn, ["get", "post"]);
    await page.waitForWindows(2);
    expect(await page.url()).toBe(shop.url("/"));
  });

  test(
    "with waitUntil lets the same window go to the chat",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const head = `${WAITS}<script>function open() {}</script>`;
      await visit(pageWith(button("shop"), { head }));
      await page.click("#shop");
      await expect.poll(() => countWaits(page, "shop")).toBe(1);
      await settle(page, { shop: { extra: "late" } });
      await page.waitForUrl(KAKAO);
      await expectSent(standIn, { uuid: "@shop", extra: "late" });
      expect(await page.windows()).toEqual([]);
    },
  );
});

test.describe("a sandbox", () => {
  test("by header without allow-forms lets a POST go by GET", async ({ page, shop, standIn }) => {
    const html = pageWith(button("shop", POST));
    const policy = { "content-security-policy": "sandbox allow-scripts allow-popups" };
    await page.goto(shop.page("/", { html, headers: policy }));
    await page.click("#shop");
    await expectAllAtKakao(page, 1);
    const request = await standIn.only();
    expect([request.method, request.fields]).toEqual(["GET", [["uuid", "@shop"]]]);
  });

  for (const target of ["popup", "tab", "self"]) {
    test(
      `by header with the page's own origin does so too: ${target}`,
      allEnginesIf(target !== "tab"),
      async ({ engine, page, shop, standIn }) => {
        test.skip(engine.name === "webkit", "open in WebKit: nothing tells in time there");
        const said = `${POST} data-kakao-chat-target="${target}"`;
        const head = `<script>
        heard = [];
        for (const type of ["submit", "formdata"]) addEventListener(type, () => heard.push(type), true);
      </script>`;
        const html = pageWith(button("shop", said), { head });
        const policy = "sandbox allow-scripts allow-popups allow-same-origin allow-top-navigation";
        await page.goto(shop.page("/", { html, headers: { "content-security-policy": policy } }));
        await page.click("#shop");
        const request = await standIn.only();
        expect([request.method, request.fields]).toEqual(["GET", [["uuid", "@shop"]]]);
        if (target === "self") return;
        expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual([]);
      },
    );
  }

  test("around the frame around the button does so too", async ({ page, shop, standIn, visit }) => {
    shop.page("/inner", pageWith(button("shop", POST)));
    shop.page("/middle", `<!doctype html><iframe src="/inner" width="400" height="200"></iframe>`);
    await visit(
      `<!doctype html><iframe sandbox="allow-scripts allow-same-origin allow-popups" src="/middle" width="500" height="300"></iframe>`,
    );
    const middle = await page.frame("iframe");
    await (await middle.frame("iframe")).click("#shop");
    await expectAllAtKakao(page, 1);
    const request = await standIn.only();
    expect([request.method, request.fields]).toEqual(["GET", [["uuid", "@shop"]]]);
  });
});

for (const method of ["get", "post"]) {
  test(
    `a frame of another site in a shop with COOP sends one request, by ${method}`,
    allEnginesIf(method === "post"),
    async ({ engine, network, page, shop, standIn }) => {
      // Better twice than never: null is returned, and the gesture stays, as if the window had been refused.
      test.skip(engine.name === "webkit", "open in WebKit: the page goes to the chat as well");
      const said = `data-kakao-chat-method="${method}"`;
      const inner = network.site("widget.test").page("/inner", pageWith(button("shop", said)));
      const html = `<!doctype html><title>outer</title><iframe src="${inner}" width="400" height="200"></iframe>`;
      const headers = { "cross-origin-opener-policy": "same-origin" };
      await page.goto(shop.page("/", { html, headers }));
      await (await page.frame("iframe")).click("#shop");
      await standIn.arrived(1);
      expect(await standIn.settled(1)).toHaveLength(1);
      expect(standIn.requests[0]?.fields).toEqual([["uuid", "@shop"]]);
      expect(await page.url()).toBe(shop.url("/"));
    },
  );
}

test(
  "a frame of another site whose sandbox has no popups goes to the chat itself",
  ONE_ENGINE,
  async ({ network, page, shop, standIn, visit }) => {
    const inner = network.site("widget.test").page("/inner", pageWith(button("shop")));
    await visit(
      `<!doctype html><iframe sandbox="allow-scripts allow-same-origin" src="${inner}" width="400" height="200"></iframe>`,
    );
    await (await page.frame("iframe")).click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
    expect(await page.windows()).toEqual([]);
    expect(await page.url()).toBe(shop.url("/"));
  },
);

test(
  "an old Mac without touch points gets a popup, one with ten a tab",
  ONE_ENGINE,
  async ({ page, visit }) => {
    const safari =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Safari/605.1.15";
    const targetOf = async (touchPoints: number | undefined) => {
      const head = `<script>
      const pretend = (name, value) =>
        Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => value });
      pretend("userAgent", ${JSON.stringify(safari)});
      pretend("maxTouchPoints", ${touchPoints});
    </script>`;
      await visit(pageWith(button("shop"), { head }));
      return page.evaluate(() => window.KakaoChat.explain({ uuid: "@shop" }).target);
    };
    const targets = [];
    for (const touchPoints of [undefined, 0, 1, 5, 10]) targets.push(await targetOf(touchPoints));
    expect(targets).toEqual(["popup", "popup", "popup", "tab", "tab"]);
  },
);

test(
  "a page that wakes after its waiting windows have gone on to their chats loads nothing into them",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    // As a phone does it to a tab in the background: only the windows' own refresh goes on.
    const asleep = `<script>{
    const set = window.setTimeout;
    window.setTimeout = (run, ms, ...more) => set(run, ms >= 1000 ? ms + 9000 : ms, ...more);
  }</script>`;
    const extra = `data-kakao-chat-extra="order=1"`;
    await visit(
      pageWith(button("get", extra) + button("post", `${extra} ${POST}`), {
        head: LISTEN + asleep + WAITS,
      }),
    );
    for (const id of ["get", "post"]) await page.click(`#${id}`);
    await expect.poll(() => standIn.requests.length, { timeout: 20_000 }).toBe(2);
    await settle(page, { get: { extra: "ticket=1" }, post: { extra: "ticket=1" } });
    await expect.poll(async () => (await seen(page, "open")).length).toBe(2);
    await wait(LATER);
    expect((await standIn.settled(2)).map(({ fields }) => fields)).toEqual([
      [["uuid", "@get"]],
      [["uuid", "@post"]],
    ]);
  },
);

test(
  "a frame whose page has a variable called parent starts its chats",
  ONE_ENGINE,
  async ({ page, shop, standIn, visit }) => {
    const frame = shop.page(
      "/frame",
      pageWith(button("post", POST) + button("reuse", REUSE), {
        head: `${LISTEN}<script>var parent = null;</script>`,
      }),
    );
    await visit(pageWith(`<iframe src="${frame}"></iframe>`));
    const inner = await page.frame("iframe");
    for (const [index, id] of ["post", "reuse"].entries()) {
      await inner.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    await expectSentFrom(standIn, ["post", "reuse"]);
    expect(standIn.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  },
);
