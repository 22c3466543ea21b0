/** What visitors have written, tags that cannot be found, values that are nearly right: who learns what. */

import { readFile } from "node:fs/promises";
import { exportJWK, generateKeyPair } from "jose";
import sanitizeHtml from "sanitize-html";
import type { Page } from "../harness/engine";
import {
  BOX,
  button,
  expect,
  expectNothing,
  expectSent,
  LISTEN,
  ONE_ENGINE,
  OPEN,
  pageWith,
  seen,
  test,
} from "../harness/pages";

test.describe.configure({ timeout: 90_000 });

const script = (attributes: string) => `<script src="/kakao-chat.js" ${attributes} defer></script>`;

/** A review on a shop's page. */
const REVIEW = `<b id="evil" data-kakao-chat="@evil" ${BOX}>good</b>
  <b id="via" data-kakao-chat="@shop" data-kakao-chat-via="https://evil.test/c" ${BOX}>good</b>
  <b id="wide" data-kakao-chat="@evil" data-kakao-chat-channels="@evil" data-kakao-chat-partners="https://evil.test" data-channels="@evil" data-partners="https://evil.test" data-kakao-chat-via="https://evil.test/c" ${BOX}>good</b>
  <b id="token" data-kakao-chat="@evil2" data-kakao-chat-extra="{text:#member}{meta:secret}{query:t}{data:id}" ${BOX}>good</b>
  <img name="KakaoChatDefaults" alt=""><img name="currentScript" data-uuid="@evil" src="/kakao-chat.js" alt="">
  <a id="link" href="${OPEN}/@stranger" ${BOX}>good</a>`;

/** Each lets the marks through, as it comes or as it is often set. */
const SANITIZERS: Record<string, (page: Page) => Promise<string>> = {
  "DOMPurify as it comes": async (page) => {
    const source = await readFile(
      new URL("../../../node_modules/dompurify/dist/purify.min.js", import.meta.url),
      "utf8",
    );
    return page.evaluate(
      ({ source, dirty }) => {
        new Function(source).call(window);
        const { DOMPurify } = window as unknown as {
          DOMPurify: { sanitize(html: string): string };
        };
        return DOMPurify.sanitize(dirty);
      },
      { source, dirty: REVIEW },
    );
  },
  "sanitize-html with data-* allowed": async () =>
    sanitizeHtml(REVIEW, {
      allowedTags: [...sanitizeHtml.defaults.allowedTags, "img"],
      allowedAttributes: { "*": ["data-*", "id", "name", "href", "style", "src"] },
    }),
};

for (const [name, sanitize] of Object.entries(SANITIZERS)) {
  test.describe(`a review that ${name} lets through`, () => {
    test(
      "takes nothing of the page's to another channel or host",
      ONE_ENGINE,
      async ({ network, page, shop, standIn }) => {
        await page.goto(shop.page("/empty", "<!doctype html>"));
        const review = await sanitize(page);
        expect(review).toContain("data-kakao-chat-via");
        const tag = script(
          `data-uuid="@shop" data-extra="member=123" data-bot="true" data-event="vip"`,
        );
        const body = `<p id="member">hong</p><div data-id="7">${review}</div>`;
        const head = `${LISTEN}<meta name="secret" content="secret">`;
        shop.page("/", pageWith(body, { head, script: tag }));
        await page.goto(shop.url("/?t=secret"));
        await page.click("#via");
        await page.click("#wide");
        expect(await standIn.settled()).toEqual([]);
        const levels = (await seen(page, "problem")).map(({ on, problems }) => [
          on,
          (problems as { level: string }[]).some(({ level }) => level === "error"),
        ]);
        expect(levels).toEqual([
          ["via", true],
          ["wide", true],
        ]);
        await page.click("#evil");
        await standIn.arrived(1);
        await page.click("#token");
        const sent = (await standIn.settled(2)).map(({ fields }) => fields);
        expect(sent).toEqual([
          [["uuid", "@evil"]],
          [
            ["uuid", "@evil2"],
            ["extra", "{text:#member}{meta:secret}{query:t}{data:id}"],
          ],
        ]);
        expect(network.siteRequests.filter(({ host }) => host !== "shop.test")).toEqual([]);
      },
    );

    test(
      "opens no other channel where the page lists its own",
      ONE_ENGINE,
      async ({ page, network, shop, standIn }) => {
        await page.goto(shop.page("/empty", "<!doctype html>"));
        const review = await sanitize(page);
        const tag = script(
          `data-uuid="@shop" data-channels="@other" data-extra="member=123" data-links="true"`,
        );
        await page.goto(
          shop.page("/", pageWith(review + button("other"), { head: LISTEN, script: tag })),
        );
        for (const id of ["evil", "via", "wide", "token"]) await page.click(`#${id}`);
        expect(await standIn.settled()).toEqual([]);
        expect(await page.windows()).toEqual([]);
        await page.click("#other");
        await standIn.arrived(1);
        expect(standIn.requests[0]?.fields).toEqual([
          ["uuid", "@other"],
          ["extra", "member=123"],
        ]);
        expect(network.siteRequests.filter(({ host }) => host !== "shop.test")).toEqual([]);
        // An unmarked link to an unlisted id is the browser's.
        await page.click("#link");
        await page.waitForUrl(/\/chat\/open\/@stranger$/);
        expect((await standIn.settled(2)).at(-1)?.url).toBe("/chat/open/@stranger");
      },
    );
  });
}

test(
  "with links on, a visitor's link to another id takes nothing page-wide",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const head = `<script>KakaoChatDefaults = { uuid: "@shop", links: true, extra: "member=123", bot: "true" };</script>`;
    const link = `<a href="${OPEN}/@stranger" ${BOX}>chat</a><a href="${OPEN}/@stranger2?uuid=@shop" id="two" ${BOX}>chat</a>`;
    await visit(pageWith(link, { head }));
    await page.click("a");
    await standIn.arrived(1);
    await page.click("#two");
    expect((await standIn.settled(2)).map(({ fields }) => fields)).toEqual([
      [["uuid", "@stranger"]],
      [["uuid", "@stranger2"]],
    ]);
  },
);

test(
  "calls and handlers are trusted with any channel",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const tag = script(`data-channels="@shop"`);
    await visit(
      pageWith(
        `<button id="call" onclick="KakaoChat.open({ uuid: '@call' })">call</button>${button("shop")}
      <script>addEventListener("kakao-chat:before", (e) => {
        if (e.target.id === "shop") e.detail.options.uuid = "@handler";
      });</script>`,
        { script: tag },
      ),
    );
    await page.click("#call");
    await standIn.arrived(1);
    await page.click("#shop");
    expect((await standIn.settled(2)).map(({ fields }) => fields[0])).toEqual([
      ["uuid", "@call"],
      ["uuid", "@handler"],
    ]);
  },
);

test.describe("the script's own tag", () => {
  const SAYS = `data-uuid="@tag" data-privacy="omit" data-bot="true"`;
  const DECOYS = `<img src="/kakao-chat.js" data-uuid="@evil" alt=""><iframe src="/kakao-chat.js" data-uuid="@evil" width="9" height="9"></iframe>
    <script type="text/plain" src="/kakao-chat.js.txt" data-uuid="@evil"></script>`;
  const WAYS: Record<string, string> = {
    module: `<script type="module" src="/kakao-chat.js" ${SAYS}></script>`,
    "loader that answers for currentScript": `<script id="loader">
      const own = document.currentScript;
      Object.defineProperty(document, "currentScript", { configurable: true, get: () => own });
      const tag = document.createElement("script");
      tag.src = "/kakao-chat.js?v=1";
      Object.assign(tag.dataset, { uuid: "@tag", privacy: "omit", bot: "true" });
      document.head.append(tag);
    </script>`,
    "loader that runs the text": `<script type="text/later" src="/kakao-chat.js" ${SAYS}></script>
      <script type="module">new Function(await (await fetch("/kakao-chat.js")).text())();</script>`,
  };
  for (const [name, tag] of Object.entries(WAYS)) {
    test(`is found: ${name}`, ONE_ENGINE, async ({ page, standIn, visit }) => {
      const body = `${DECOYS}<button data-kakao-chat data-kakao-chat-extra="tel=010-1234-5678">chat</button>`;
      await visit(pageWith(body, { script: tag, head: LISTEN }));
      await page.evaluate(() => {
        const isThere = () => "KakaoChat" in window;
        return new Promise<void>((resolve) => {
          const look = () => (isThere() ? resolve() : setTimeout(look, 20));
          look();
        });
      });
      await page.click("button");
      await expectSent(standIn, { uuid: "@tag", bot: "true" });
    });
  }
});

test(
  "privacy: a slip counts as omit, and the stricter of page and button counts",
  ONE_ENGINE,
  async ({ page, shop }) => {
    const fieldsWith = async (ofPage: string, ofButton: string) => {
      const said = ofButton && `data-kakao-chat-privacy="${ofButton}"`;
      const tag = script(ofPage && `data-privacy="${ofPage}"`);
      const body = button("shop", `data-kakao-chat-extra="a 010-1234-5678" ${said}`);
      await page.goto(shop.page("/", pageWith(body, { script: tag })));
      return page.evaluate(() => {
        const { request, problems } = window.KakaoChat.explain(
          document.querySelector("button") as Element,
        );
        return [request?.fields.extra ?? null, problems.some(({ field }) => field === "privacy")];
      });
    };
    expect(await fieldsWith("", "masked")).toEqual([null, true]);
    expect(await fieldsWith("Omitted", "")).toEqual([null, true]);
    expect(await fieldsWith("omit", "warn")).toEqual([null, false]);
    expect(await fieldsWith("mask", "warn")).toEqual(["a *************", false]);
    expect(await fieldsWith("warn", "mask")).toEqual(["a *************", false]);
    expect(await fieldsWith("warn", "")).toEqual(["a 010-1234-5678", false]);
  },
);

test.describe("the seal and a link's address", () => {
  const SECRET = "order=1&tel=010-1234-5678";
  const href = `${OPEN}/@shop?extra=${encodeURIComponent(SECRET)}&bot=true`;

  async function sealed(): Promise<string> {
    const { publicKey } = await generateKeyPair("ECDH-ES", { extractable: true, crv: "P-256" });
    const key = JSON.stringify(await exportJWK(publicKey));
    return `<script src="/kakao-chat-seal.js" data-key='${key}' defer></script>${script(`data-links="true"`)}`;
  }

  test("has no extra once the script runs: for the menu, a drag, a modified or middle click", async ({
    engine,
    page,
    shop,
    standIn,
  }) => {
    const body = `<a id="marked" href="${href}" data-kakao-chat ${BOX}>chat</a><a id="plain" href="${href}" ${BOX}>chat</a>`;
    await page.goto(shop.page("/", pageWith(body, { script: await sealed() })));
    const hrefs = () =>
      page.evaluate(() => [...document.links].map((link) => link.getAttribute("href")));
    await expect.poll(async () => (await hrefs()).join()).not.toContain("extra");
    expect(await hrefs()).toEqual([`${OPEN}/@shop?bot=true`, `${OPEN}/@shop?bot=true`]);
    await page.click("#marked", { modifiers: ["Control"] });
    const [first] = await standIn.arrived(1);
    expect(first?.url).toBe("/chat/open/@shop?bot=true");
    if (engine.name === "webkit") return;
    await page.click("#plain", { button: "middle" });
    expect((await standIn.arrived(2))[1]?.url).toBe("/chat/open/@shop?bot=true");
  });

  test(
    "goes sealed by a plain click, of a link that came late too",
    ONE_ENGINE,
    async ({ page, shop, standIn }) => {
      await page.goto(shop.page("/", pageWith("<main></main>", { script: await sealed() })));
      await page.evaluate((html) => {
        document.body.innerHTML = html;
      }, `<a href="${href}" data-kakao-chat ${BOX}>chat</a>`);
      await page.hover("a");
      await expect
        .poll(() => page.evaluate(() => document.querySelector("a")?.getAttribute("href")))
        .not.toContain("extra");
      await page.click("a");
      const { fields } = await standIn.only();
      expect(new Map(fields).get("extra")).toMatch(/^eyJ/);
    },
  );
});

test("what was said, source by source", ONE_ENGINE, async ({ page, visit }) => {
  const head = `<script>KakaoChatDefaults = { uuid: "@page", bot: "true", reuse: true };</script>`;
  await visit(
    pageWith(
      `<a id="path" href="${OPEN}/@path?uuid=@other" data-kakao-chat>chat</a>
      <a id="amp" href="https://bizmessage.kakao.com/v1/chat/write?uuid=%40amp&amp;amp;extra=order%3D1&amp;amp;bot=auto" data-kakao-chat>chat</a>
      <button id="blank" data-kakao-chat="  " data-kakao-chat-extra="  " data-kakao-chat-bot=" ">chat</button>
      <button id="cafe24" data-kakao-chat="{$channel}">chat</button>
      <button id="smarty" data-kakao-chat="@a" data-kakao-chat-extra="no={$product_no}">chat</button>`,
      { head },
    ),
  );
  const explained = await page.evaluate(() => {
    const { explain } = window.KakaoChat;
    const say = (source: Parameters<typeof explain>[0]) => {
      const { request, options, problems } = explain(source);
      return [request?.fields ?? null, options.reuse, problems.map(({ code }) => code)];
    };
    const of = (id: string) => say(document.querySelector(id) as Element);
    return {
      call: say({ bot: false, reuse: false }),
      path: of("#path"),
      amp: of("#amp"),
      blank: of("#blank"),
      cafe24: of("#cafe24"),
      smarty: of("#smarty"),
    };
  });
  expect(explained).toEqual({
    call: [{ uuid: "@page", bot: "false" }, "false", []],
    path: [{ uuid: "@path" }, "true", []],
    amp: [{ uuid: "@amp", extra: "order=1", bot: "auto" }, "true", [expect.any(String)]],
    blank: [{ uuid: "@page", bot: "true" }, "true", []],
    cafe24: [null, "true", ["KC102"]],
    smarty: [{ uuid: "@a", extra: "no={$product_no}" }, "true", ["KC211"]],
  });
});

test(
  "defaults that throw, or come by a getter of the window, lose no button",
  ONE_ENGINE,
  async ({ page, shop, standIn }) => {
    const throwing = `<script>KakaoChatDefaults = { get uuid() { throw new Error("page"); } };</script>`;
    await page.goto(shop.page("/", pageWith(button("own"), { head: throwing })));
    await page.click("#own");
    await expectSent(standIn, { uuid: "@own" });
    const getter = `<script>Object.defineProperty(window, "KakaoChatDefaults", { get: () => ({ uuid: "@getter" }) });</script>`;
    await page.goto(
      shop.page("/next", pageWith(`<button data-kakao-chat>chat</button>`, { head: getter })),
    );
    await page.click("button");
    expect((await standIn.settled(2)).at(-1)?.fields).toEqual([["uuid", "@getter"]]);
  },
);

test(
  "waitUntil takes options alone, and only during the event",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const ids = ["response", "text", "replaced", "form", "revoked", "window"];
    const head = `${LISTEN}<script>
    addEventListener("kakao-chat:before", (event) => {
      const { detail, target } = event;
      if (target.id === "response") detail.waitUntil(fetch("/answer.json"));
      if (target.id === "text") detail.waitUntil(Promise.resolve("order=1"));
      if (target.id === "replaced") detail.options = { uuid: "@new", extra: "new" };
      if (target.id === "form") detail.options = new FormData();
      if (target.id === "revoked") {
        const { proxy, revoke } = Proxy.revocable({ extra: "new" }, {});
        revoke();
        detail.options = proxy;
      }
      if (target.id === "window") detail.waitUntil(Promise.resolve({ extra: "new", window: "popup" }));
      if (target.id === "late") setTimeout(() => {
        try { detail.waitUntil(Promise.resolve()); } catch (error) { thrown = error.name; }
      });
    });
  </script>`;
    const extra = `data-kakao-chat-extra="order=1"`;
    await visit(pageWith([...ids, "late"].map((id) => button(id, extra)).join(""), { head }));
    for (const [index, id] of [...ids, "late"].entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    expect(
      (await standIn.settled(7)).map(({ fields }) => fields.map(([, value]) => value)),
    ).toEqual([
      ["@response"],
      ["@text"],
      ["@new", "new"],
      ["@form"],
      ["@revoked"],
      ["@window", "new"],
      ["@late", "order=1"],
    ]);
    const codes = (await seen(page, "problem")).flatMap(({ on, problems }) =>
      (problems as { code: string }[]).map(({ code }) => [on, code]),
    );
    expect(codes).toEqual([
      ["response", "KC315"],
      ["text", "KC315"],
      ["form", "KC315"],
      ["revoked", "KC315"],
      ["window", "KC314"],
    ]);
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, "thrown")))
      .toBe("InvalidStateError");
  },
);

test(
  "via is an address that is meant, and of a partner that the page names",
  ONE_ENGINE,
  async ({ network, page, standIn, visit }) => {
    const VIAS: Record<string, string> = {
      user: "http://localhost:80@evil.test/",
      trimmed: " https://partner.test/start#x ",
      upper: "HTTPS://partner.test/start",
      http: "http://partner.test/start",
      other: "https://evil.test/start",
    };
    network.site("partner.test").page("/start", "<!doctype html><title>partner</title>");
    const buttons = Object.entries(VIAS).map(([id, via]) =>
      button(id, `data-kakao-chat-via="${via}"`),
    );
    const tag = script(`data-partners="https://partner.test"`);
    await visit(pageWith(buttons.join(""), { script: tag }));
    const urls = await page.evaluate(() =>
      [...document.querySelectorAll("button")].map(
        (b) => window.KakaoChat.explain(b).request?.url ?? null,
      ),
    );
    expect(urls).toEqual([
      null,
      "https://partner.test/start?uuid=%40trimmed",
      "https://partner.test/start?uuid=%40upper",
      null,
      null,
    ]);
    for (const id of ["user", "http", "other"]) await page.click(`#${id}`);
    await expectNothing(page, standIn);
    await page.click("#trimmed");
    const [partner] = await page.waitForWindows(1);
    await partner?.waitForUrl(/^https:\/\/partner\.test\/start\?uuid=%40trimmed$/);
  },
);

test("a frame that the page has written itself has the page's address in its tokens", async ({
  page,
  shop,
  standIn,
}) => {
  const extra = `data-kakao-chat-extra="{path} {url} {query:no}"`;
  const script = `<script src="/kakao-chat.js" data-uuid="@shop" defer></script>`;
  const framed = pageWith(button("shop", extra), { script }).replace(/[&"]/g, (sign) =>
    sign === "&" ? "&amp;" : "&quot;",
  );
  shop.page("/item/3", `<!doctype html><iframe srcdoc="${framed}"></iframe>`);
  await page.goto(shop.url("/item/3?no=7#top"));
  await (await page.frame("iframe")).click("#shop");
  await expectSent(standIn, { uuid: "@shop", extra: `/item/3 ${shop.url("/item/3")} 7` });
});
