/** Pages that replace, clobber or pollute what a script relies on: the chat starts, nothing is thrown, nothing is left. */

import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "../harness/engine";
import { HOSTILE, type HostilePage, REPLACED } from "../harness/hostile-pages";
import type { Site, StandIn } from "../harness/network";
import {
  ACTING,
  allEnginesIf,
  BOX,
  button,
  eachRow,
  expect,
  expectChatsAlone,
  expectSent,
  expectSentFrom,
  inParts,
  LATER,
  LISTEN,
  ONE_ENGINE,
  pageWith,
  seen,
  test,
} from "../harness/pages";

test.describe.configure({ timeout: 120_000 });

const div = (id: string, more = "") =>
  `<div id="${id}" data-kakao-chat="@${id}" ${BOX} ${more}>chat</div>`;
const POST = `data-kakao-chat-method="post"`;

const CHATS = [
  button("get", `data-kakao-chat-typo="1"`),
  `<a id="post" href="/contact" data-kakao-chat="@post" ${BOX} ${POST}>chat</a>`,
  div("div"),
  div("key"),
].join("");
const IDS = ["get", "post"];

/** A window takes longest: that a click on a div is the page's to cancel says as well that it is heard. */
const CANCEL = `<script>
  cancelled = 0;
  addEventListener("kakao-chat:before", (event) => {
    if (event.target.id !== "div") return;
    cancelled++;
    event.preventDefault();
  });
</script>`;

async function expectChats(page: Page, run: () => Promise<unknown>): Promise<void> {
  const count = () => page.evaluate(() => document.getElementsByTagName("*").length);
  const before = await count();
  await run();
  expect(await count()).toBe(before);
}

/** What the launcher cannot do without. */
const NO_SHADOW: HostilePage = {
  head: `<script>Element.prototype.attachShadow = undefined;</script>`,
};

const ALL: Record<string, HostilePage> = {
  ...HOSTILE,
  ...REPLACED,
  "no attachShadow()": NO_SHADOW,
};

for (const [title, rows] of inParts(ALL)) {
  test(
    `each kind of button works: ${title}`,
    ONE_ENGINE,
    ({ network, page, shop, standIn, visit }) =>
      eachRow(rows, { network, page }, async ({ head = "", body = "" }) => {
        await visit(pageWith(body + CHATS, { head: LISTEN + CANCEL + head }));
        await page.hover("#div");
        await expectChats(page, async () => {
          for (const [index, id] of IDS.entries()) {
            await page.click(`#${id}`);
            await standIn.arrived(index + 1);
          }
          await page.click("#div");
        });
        expect(standIn.requests.map(({ method, fields }) => [method, fields.length])).toEqual([
          ["GET", 1],
          ["POST", 1],
        ]);
        expect(await page.evaluate(() => Reflect.get(window, "cancelled"))).toBe(1);
        await page.focus("#key");
        await page.press("Enter");
        await expectSentFrom(standIn, [...IDS, "key"]);
        await page.waitForWindows(3);
        expect(await page.url()).toBe(shop.url("/"));
      }),
  );
}

test(
  "KakaoChat.open() within kakao-chat:before is refused, and the click goes on",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const head = `${LISTEN}<script>
    results = [];
    addEventListener("kakao-chat:before", () => results.push(KakaoChat.open({ uuid: "@inner" })));
  </script>`;
    await visit(pageWith(button("shop"), { head }));
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
    expect(await page.evaluate(() => Reflect.get(window, "results"))).toEqual(["cancelled"]);
    expect(await seen(page, "problem")).toHaveLength(1);
  },
);

test(
  "KakaoChat.open() within the events of a chat of one's own ends",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const head = `${LISTEN}<script>
    results = [];
    addEventListener("kakao-chat:problem", () => results.push(KakaoChat.open({ uuid: "@Fallback" })));
  </script>`;
    await visit(pageWith(button("shop", `data-kakao-chat-bots="1"`), { head }));
    await page.click("#shop");
    const requests = await standIn.settled(1);
    expect(requests.length).toBeLessThanOrEqual(2);
    const codes = (await seen(page, "problem")).flatMap(({ problems }) =>
      (problems as { code: string }[]).map(({ code }) => code),
    );
    expect(codes).toContain("KC503");
    expect(await page.url()).toMatch(/^https:\/\/shop\.test/);
  },
);

test(
  "handlers that freeze the options, and that throw as they are read, cost their own part alone",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const head = `<script>
    addEventListener("kakao-chat:before", (event) => {
      const { detail, target } = event;
      if (target.id === "frozen") detail.waitUntil(Promise.resolve({ extra: "late" }));
      if (target.id === "thrown") Object.defineProperty(detail.options, "extra", { enumerable: true, get() { throw Error("page"); } });
      else if (target.id === "proxy") detail.options = { uuid: "@proxy", bot: new Proxy({}, { getPrototypeOf() { throw Error("page"); } }) };
      Object.freeze(detail.options);
    });
  </script>`;
    await visit(pageWith(["frozen", "thrown", "proxy"].map((id) => button(id)).join(""), { head }));
    for (const [index, id] of ["frozen", "thrown", "proxy"].entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    expect((await standIn.settled(3)).map(({ fields }) => fields)).toEqual([
      [
        ["uuid", "@frozen"],
        ["extra", "late"],
      ],
      [["uuid", "@thrown"]],
      [["uuid", "@proxy"]],
    ]);
  },
);

test("a handler that takes the mark back, or the whole page, has its way", async ({
  page,
  standIn,
  visit,
}) => {
  const body = `${button("off", `onclick="this.setAttribute('data-kakao-chat', 'False')"`)}
    ${button("gone", `onclick="document.documentElement.remove()" ${POST}`)}`;
  await visit(pageWith(body));
  await page.click("#off");
  expect(await standIn.settled()).toEqual([]);
  await page.click("#gone");
  await expectSentFrom(standIn, ["gone"]);
});

test("300 buttons and 1,000 clicks under all of it throw nothing and leave nothing", async ({
  engine,
  page,
  standIn,
  visit,
}) => {
  const pages = Object.values(HOSTILE).filter(
    ({ breaksWebKitDriver }) => engine.name !== "webkit" || !breaksWebKitDriver,
  );
  const heads = pages.map(({ head = "" }) => head);
  const bodies = pages.map(({ body = "" }) => body);
  const buttons = Array.from({ length: 300 }, (_, index) => {
    const more = index % 3 ? "" : POST;
    return index % 2 ? button(`b${index}`, more) : div(`b${index}`, more);
  });
  // Where a window is refused, for want of a gesture, this shop shows a link of its own.
  const run = `<script>
    counts = { blocked: 0, thrown: 0 };
    window.addEventListener("error", () => { counts.thrown++; });
    window.addEventListener("unhandledrejection", () => { counts.thrown++; });
    window.addEventListener("kakao-chat:blocked", (event) => { counts.blocked++; event.preventDefault(); });
    clickAll = (times) => {
      const all = document.getElementsByTagName("*");
      let clicked = 0;
      for (let index = 0; index < all.length && clicked < times; index++) {
        if (!/^b\\d/.test(all[index].id)) continue;
        all[index].click();
        clicked++;
      }
    };
  </script>`;
  await visit(pageWith(bodies.join("") + buttons.join(""), { head: run + heads.join("") }));
  const clickAll = (times: number) =>
    page.evaluate((times) => Reflect.get(window, "clickAll")(times), times);
  const count = () =>
    page.evaluate(() => ({
      elements: document.getElementsByTagName("*").length,
      forms: document.getElementsByTagName("form").length,
    }));
  await clickAll(300);
  const before = await count();
  for (const times of [300, 300, 300, 100]) {
    await wait(LATER);
    await clickAll(times);
  }
  await page.click("#b299");
  await expectSentFrom(standIn, ["b299"]);
  expect(await count()).toEqual(before);
  expect(before.forms).toBe(0);
  const counts = await page.evaluate(() => Reflect.get(window, "counts"));
  // Forms to a new tab are sent in a sandbox alone, so each click without a gesture is one refused window.
  expect(counts).toEqual({ blocked: 1300, thrown: 0 });
});

/** One POST has gone out, and the shop's page is where it was. */
async function expectPost(page: Page, shop: Site, standIn: StandIn): Promise<void> {
  await page.click("#post");
  await expectSent(standIn, { uuid: "@post" });
  expect((await standIn.only()).method).toBe("POST");
  expect(await page.url()).toBe(shop.url("/"));
}

const SUBMITS = {
  "adds a token": `this.insertAdjacentHTML("beforeend", '<input name="csrf" value="secret">'); submit.call(this);`,
  "sends nothing": "",
  "sends later": "setTimeout(() => submit.call(this), 300);",
};

for (const [does, code] of Object.entries(SUBMITS)) {
  test(
    `a POST goes out by the browser's own submit() where the page's ${does}`,
    allEnginesIf(does === "adds a token"),
    async ({ page, shop, standIn, visit }) => {
      const head = `${LISTEN}<script>{
      const submit = HTMLFormElement.prototype.submit;
      HTMLFormElement.prototype.submit = function () { ${code} };
    }</script>`;
      await visit(pageWith(button("post", POST), { head }));
      await expectPost(page, shop, standIn);
    },
  );
}

test.describe("all listeners of the page are passive", () => {
  const PASSIVE = `${LISTEN}<script>{
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const capture = options === true || options?.capture === true;
      add.call(this, type, listener, { capture, passive: true });
    };
  }</script>`;

  test("the form that asks whether forms are sent is never sent", async ({
    network,
    page,
    shop,
    standIn,
    visit,
  }) => {
    await visit(pageWith(button("post", POST), { head: PASSIVE }));
    await expectPost(page, shop, standIn);
    expect(
      network.siteRequests.filter(({ url }) => !url.endsWith(".js")).map(({ url }) => url),
    ).toEqual(["/"]);
  });

  // That it goes so in all engines where a click cannot be cancelled: `field-clicks.spec.ts`.
  test(
    "a click does nothing but start the chat",
    ONE_ENGINE,
    async ({ network, page, standIn, visit }) => {
      await visit(pageWith(Object.values(ACTING).join(" "), { head: PASSIVE }));
      await expectChatsAlone({ network, page, standIn }, (id) => page.click(`#${id}`));
    },
  );
});

test(
  "a partner's page is reached where the page has a variable URL",
  ONE_ENGINE,
  async ({ page, network, visit }) => {
    const partner = network.site("partner.test");
    const via = partner.page("/chat", "<title>partner</title>");
    await visit(
      pageWith(button("via", `data-kakao-chat-via="${via}"`), {
        head: `<script>var URL = "/shop/";</script>`,
        script: `<script src="/kakao-chat.js" defer data-partners="https://partner.test"></script>`,
      }),
    );
    await page.click("#via");
    const [chat] = await page.waitForWindows(1);
    await chat?.waitForUrl(/^https:\/\/partner\.test\/chat\?uuid=%40via/);
  },
);

test(
  "a clock that a script has stopped lets the same button start a chat again, later",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const head = `<script>Object.defineProperty(Event.prototype, "timeStamp", { get: () => 0 });</script>`;
    await visit(pageWith(button("shop"), { head }));
    await page.click("#shop", { count: 2, gap: 60 });
    await standIn.arrived(1);
    await wait(LATER);
    await page.click("#shop");
    await expectSentFrom(standIn, ["shop", "shop"]);
  },
);

// As ShadyDOM does it by force: they are objects of its own, and stand in the path of an event.
test("shadow roots of a polyfill that are no nodes throw nothing", async ({
  page,
  standIn,
  visit,
}) => {
  const head = `<script>{
    const roots = new WeakMap();
    Element.prototype.attachShadow = function () {
      const root = Object.create(ShadowRoot.prototype);
      roots.set(this, root);
      return root;
    };
    Object.defineProperty(Element.prototype, "shadowRoot", { get() { return roots.get(this) || null; } });
    const { composedPath } = Event.prototype;
    Event.prototype.composedPath = function () {
      return composedPath.call(this).flatMap((node) => (roots.has(node) ? [roots.get(node), node] : [node]));
    };
  }</script>`;
  const host = `<p id="host">${button("in")}${div("div")}<a id="link" href="/contact" data-kakao-chat="@link" ${BOX}>a</a></p>
    <script>host.attachShadow({ mode: "open" });</script>`;
  await visit(pageWith(host, { head }));
  for (const [index, id] of ["in", "div", "link"].entries()) {
    await page.click(`#${id}`);
    await standIn.arrived(index + 1);
  }
  await expectSentFrom(standIn, ["in", "div", "link"]);
});
